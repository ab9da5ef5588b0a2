import type { Wishes } from '../frontends/flags.ts';
import type { Finding, NextStep } from '../plan/finding.ts';
import { shortId } from '../plan/plan.ts';
import { ok, type Result } from '../plan/result.ts';
import type { Clock, Files } from '../ports/ports.ts';
import type { Runtime } from '../runtime.ts';
import type { Session } from '../wizard/state.ts';
import { commandLine } from '../wizard/way-back.ts';
import { planFileFor, planOutTaken, writePlan } from './plan-out.ts';

/** Where a plan was saved, and its id. */
export type SavedPlan = { path: string; planId: string };

type Saving = {
  runtime: Pick<Runtime, 'state'>;
  /** Leads the migration on. */
  lead: (wishes: Wishes) => Promise<void>;
  path: string;
  files: Pick<Files, 'read' | 'write'>;
  clock: Pick<Clock, 'now'>;
};

/** Leads a migration to the end of its dry run and saves what was checked; null where something stands against it. */
export async function saveChecked({
  runtime,
  lead,
  path,
  files,
  clock,
}: Saving): Promise<Result<SavedPlan | null, Finding>> {
  const first = runtime.state();
  const taken = 'move' in first ? await planOutTaken(path, [first.move.id], files) : null;
  if (taken) return { ok: false, error: taken };
  await lead({ dryRun: true, word: null, watch: false });
  const state = runtime.state();
  if (state.status !== 'dryRunDone' || state.report.clean === null) return ok(null);
  const { move, typed, report, session } = state;
  const written = await writePlan(
    path,
    planFileFor(session, [{ row: 1, line: null, typed, move, report }], clock.now()),
    files,
  );
  return written.ok ? ok({ path, planId: move.id }) : written;
}

export const savedLine = (saved: SavedPlan | null): string =>
  saved === null
    ? 'The plan was not saved: only a plan whose dry run is ready is worth approving.'
    : `Plan ${shortId(saved.planId)} saved to ${saved.path}.`;

/** On a profile's first live use the name of its target is given as well. */
const firstUse = ({ targetWord }: Session): readonly string[] =>
  targetWord === undefined ? [] : ['--confirm-target', targetWord];

/** `word` is what confirms it. Held to its id, so that a file that was changed meanwhile is not submitted. */
export const applyStep = ({ path, planId }: SavedPlan, session: Session, word = 'yes'): NextStep => ({
  do: 'Submit exactly this plan, or have it approved first.',
  who: 'you',
  command: commandLine(session, 'apply', path, '--plan-id', shortId(planId), '--confirm', word, ...firstUse(session)),
});
