import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import { localFinding } from '../problems/explain.ts';
import { foldEntries } from '../wave/run-state.ts';
import { otherPlace } from '../wave/same-place.ts';
import type { Step } from '../wizard/event.ts';
import { followRow } from '../wizard/follow-row.ts';
import { beginFollowing } from '../wizard/machine.ts';
import type { Opened } from './session.ts';

/** Goes on with the first row of a recorded run: watching its task, or settling a submission nobody answered. */
export async function followRun({ services, session }: Opened, runId: string): Promise<Result<Step, Finding>> {
  const entries = await services.ledger.read(runId);
  if (!entries.ok) return entries;
  const run = foldEntries(entries.value);
  const elsewhere = run.header && otherPlace(run.header, session);
  if (elsewhere) return err(elsewhere);
  const row = run.rows.find(({ task, intent }) => task !== null || intent !== null);
  const followed = row ? followRow(entries.value, row.plan.row) : null;
  if (!row || !followed) return err(localFinding('runNotFound', { run: runId }));
  return ok(beginFollowing(session, row.plan.typed, followed, services.clock.now()));
}
