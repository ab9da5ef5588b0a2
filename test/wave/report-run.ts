import { coverOf } from '../../src/plan/confirmed.ts';
import { finding } from '../../src/plan/finding.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Task } from '../../src/tasks/task.ts';
import type { LedgerEntry, RunHeader } from '../../src/wave/entry.ts';
import { type Report, reportOf } from '../../src/wave/report.ts';
import type { RowState } from '../../src/wave/row-state.ts';
import { header, moveOf } from '../runtime/moves.ts';
import { aTask } from '../support/tasks.ts';

/** Sat 5 Dec 2026, 23:30 UTC: in Berlin it is Sunday already. */
export const start = Date.UTC(2026, 11, 5, 23, 30);
const minute = 60_000;

type Fact = LedgerEntry extends infer E ? (E extends { row: number } ? Omit<E, 'row' | 'at'> : never) : never;

/** One row: what is moved, and what was recorded about it, a minute apart. */
export type Story = { plan: Plan; line?: number; facts: readonly Fact[] };

const runId = 'r-20261205-233000-7f3a';

/** The entries of a run with these rows, every one of its own plan. */
export function entriesOf(stories: readonly Story[], more: Partial<RunHeader> = {}): LedgerEntry[] {
  const rows = stories.map(({ plan, line = null }, index) => {
    const move = moveOf(plan);
    const dryRun = { planId: move.id, at: start - minute, status: 'completed', requestId: `d-${index + 1}` };
    return { row: index + 1, line, typed: {}, move, dryRun: { ...dryRun, clientRequestId: `dc-${index + 1}` } };
  });
  const confirmation = { word: 'yes', at: start - 1_000, covers: coverOf(rows.map(({ move }) => move.id)) };
  const opened: LedgerEntry = { kind: 'opened', at: start, header: { ...header, runId, ...more }, rows, confirmation };
  const about = stories.flatMap(({ facts }, index) =>
    facts.map((fact, at) => ({ ...fact, row: index + 1, at: start + (at + 1) * minute }) as LedgerEntry),
  );
  return [opened, ...about.sort((one, other) => one.at - other.at)];
}

export const findingsOf = ({ finding: one, findings, cancelRefused }: RowState) =>
  [...findings, one, cancelRefused].filter((each) => each !== null);

export function reportFor(stories: readonly Story[], more: Partial<RunHeader> = {}): Report {
  const report = reportOf(entriesOf(stories, more), { now: start + 60 * minute, findingsOf });
  if (report === null) throw new Error('No report');
  return report;
}

export const trouble = finding(
  {
    field: 'licence',
    code: 'MnAOdbUsersAreNotLicensed',
    what: 'Neither account has the licence for this move.',
    why: 'One of the two needs the add-on.',
    next: [
      { do: 'Assign it to one of the two accounts.', who: 'licence admin', command: 'crossorg explain 1' },
      { do: 'Then run the dry run again.', who: 'you' },
    ],
  },
  {
    from: 'service',
    link: 'https://learn.microsoft.com/en-us/graph/errors',
    service: { status: 422, code: 'MnAOdbUsersAreNotLicensed', message: 'Users are not licensed.' },
    requestId: 'r-1',
    clientRequestId: 'c-1',
  },
);

const rawWords: Partial<Record<Task['state'], string>> = { queued: 'notStarted', running: 'inProgress' };

export const taskIn = (state: Task['state'], more: Partial<Task> = {}): Task =>
  aTask({
    state,
    rawStatus: rawWords[state] ?? state,
    final: ['completed', 'failed', 'cancelled'].includes(state),
    ...more,
  });

const ids = { requestId: 'r-1', clientRequestId: 'c-1' };
export const intended: Fact = { kind: 'intended', planId: 'p', clientRequestId: 'c-1' };
export const accepted: Fact = { kind: 'accepted', task: taskIn('queued'), ids, findings: [] };
export const observed = (state: Task['state'], more: Partial<Task> = {}): Fact => ({
  kind: 'observed',
  task: taskIn(state, more),
  ids: { requestId: 'r-2', clientRequestId: 'c-2' },
});
const rejected: Fact = { kind: 'rejected', finding: trouble };

/** A row's way to each place it can be in. */
export const ways = {
  confirmed: [],
  turnedAway: [intended, { kind: 'unsent', finding: trouble }],
  sent: [intended],
  lost: [intended, { kind: 'unconfirmed', finding: trouble }, { kind: 'looked', look: { found: 'nothing' } }],
  refused: [intended, rejected],
  conflict: [{ kind: 'conflicted', finding: trouble }],
  queued: [intended, accepted],
  adopted: [
    { kind: 'adopted', task: taskIn('queued'), ids: { requestId: 'r-9', clientRequestId: 'c-9' }, findings: [] },
  ],
  running: [intended, accepted, observed('running'), observed('running')],
  completed: [
    intended,
    accepted,
    observed('running'),
    observed('completed', { startedAt: start, finishedAt: start + minute }),
  ],
  failed: [intended, accepted, observed('failed')],
  cancelled: [intended, accepted, { kind: 'cancelAsked', ids }, observed('cancelled')],
  stillGoing: [intended, accepted, { kind: 'cancelAsked', ids }, { kind: 'cancelRefused', finding: trouble }],
  strange: [intended, accepted, observed('unknown', { rawStatus: 'pondering' })],
} as const satisfies Record<string, readonly Fact[]>;
