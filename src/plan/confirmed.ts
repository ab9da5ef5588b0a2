import type { Instant } from './answers.ts';
import { type Finding, finding } from './finding.ts';
import { hashOf, isIntact } from './id.ts';
import { type PlannedMove, shortId } from './plan.ts';
import { err, ok, type Result } from './result.ts';

/** A clean dry run may be confirmed for an hour: the tenants move on. */
export const dryRunValidMs = 60 * 60_000;

/** A clean answer of the service to `validateOnly`, for one plan. */
export type CleanDryRun = {
  planId: string;
  at: Instant;
  status: string;
  requestId: string | null;
  clientRequestId: string;
};

/** A confirmation as the ledger keeps it: it covers exactly the moves whose ids it hashes. */
export type Confirmation = { word: string; at: Instant; covers: string };

export const coverOf = (planIds: readonly string[]): string => hashOf(planIds);

type Evidence = { word: string; expected: string; dryRun: CleanDryRun; now: Instant };
type Checked = { move: PlannedMove; dryRun: CleanDryRun };

const maker = Symbol('confirmation');

/** A move that a person confirmed, frozen. Only `confirm` and `recall` make one; the live request takes nothing else. */
export class ConfirmedMove {
  readonly #made = true;
  readonly move: PlannedMove;
  readonly confirmation: Confirmation;

  private constructor(key: symbol, move: PlannedMove, confirmation: Confirmation) {
    if (key !== maker) throw new TypeError('A ConfirmedMove comes from a confirmation only');
    this.move = frozen(structuredClone(move));
    this.confirmation = frozen(structuredClone(confirmation));
    Object.freeze(this);
  }

  /** Whether a value really came from here; a look-alike object did not. */
  static is(value: unknown): value is ConfirmedMove {
    return typeof value === 'object' && value !== null && #made in value && value.#made && isIntact(value.move);
  }

  /** The typed confirmation, right after a clean dry run of the same plan. */
  static confirm(move: PlannedMove, { dryRun, ...evidence }: Evidence): Result<ConfirmedMove, Finding> {
    const confirmed = ConfirmedMove.confirmAll([{ move, dryRun }], evidence);
    return confirmed.ok ? ok(confirmed.value[0] as ConfirmedMove) : confirmed;
  }

  /** One typed word for many moves: it covers exactly this set, and each of them needs its own clean dry run. */
  static confirmAll(
    rows: readonly Checked[],
    { word, expected, now }: Omit<Evidence, 'dryRun'>,
  ): Result<readonly ConfirmedMove[], Finding> {
    for (const row of rows) {
      const against = againstConfirming(row, now);
      if (against) return err(against);
    }
    if (expected === '' || word.trim() !== expected) return err(wrongWord(expected));
    const confirmation = { word: expected, at: now, covers: coverOf(rows.map(({ move }) => move.id)) };
    return ok(rows.map(({ move }) => new ConfirmedMove(maker, move, confirmation)));
  }

  /** A confirmation read back from the ledger, for a move it covers unchanged. */
  static recall(
    move: PlannedMove,
    confirmation: Confirmation,
    covered: readonly string[],
  ): Result<ConfirmedMove, Finding> {
    return ConfirmedMove.recaller(confirmation, covered)(move);
  }

  /** The same for many moves of one confirmation: what it covers is hashed once. */
  static recaller(
    confirmation: Confirmation,
    covered: readonly string[],
  ): (move: PlannedMove) => Result<ConfirmedMove, Finding> {
    const isWhole = coverOf(covered) === confirmation.covers;
    const ids = new Set(covered);
    return (move) =>
      isWhole && ids.has(move.id) && isIntact(move)
        ? ok(new ConfirmedMove(maker, move, confirmation))
        : err(planChanged(move));
  }
}

function againstConfirming({ move, dryRun }: Checked, now: Instant): Finding | null {
  if (!isIntact(move) || dryRun.planId !== move.id) return planChanged(move);
  return Math.abs(now - dryRun.at) > dryRunValidMs ? dryRunTooOld(move) : null;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

const planChanged = (move: PlannedMove): Finding =>
  finding({
    field: 'plan',
    code: 'planChanged',
    what: `The plan is no longer the one that was checked (${shortId(move.id)}).`,
    why: 'Its content does not match its id, or the dry run was of another plan. Nothing was sent.',
    next: 'Run the dry run again and confirm what it shows.',
  });

const dryRunTooOld = (move: PlannedMove): Finding =>
  finding({
    field: 'plan',
    code: 'dryRunTooOld',
    what: `The dry run of plan ${shortId(move.id)} is more than an hour old.`,
    why: 'Licences, mappings and sites may have changed since then. Nothing was sent.',
    next: 'Run the dry run again, then confirm.',
  });

const wrongWord = (expected: string): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmWord',
    what: 'The confirmation does not match, so nothing was sent.',
    why: `This move is confirmed with the word "${expected}".`,
    next: `Type ${expected}, or go back.`,
  });
