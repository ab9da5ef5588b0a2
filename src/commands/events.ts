import { dryRunFields } from '../frontends/migrate-document.ts';
import { faceOf, type Output } from '../frontends/output.ts';
import type { Finding } from '../plan/finding.ts';
import type { Services } from '../runtime/services.ts';
import { listened } from '../store/listened.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { LedgerEntry } from '../wave/entry.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { DryRunReport, Session, State } from '../wizard/state.ts';

/** Says `started`, and from then on every step that the ledger records, the moment it is on disk. */
export function emitEvents(services: Services, output: Output, session: Session): Services {
  output.event('started', services.clock.now(), faceOf(session));
  return { ...services, ledger: listened(services.ledger, (run, entry) => emit(output, run, entry)) };
}

/** What the ledger does not record: that own checks and the dry run of a plan are done. */
export function emitStep(output: Output, before: State, after: State, at: number): void {
  if (before.status === after.status || !('move' in after)) return;
  const about = { output, at, session: after.session, row: 1, plan: after.move.id };
  if (after.status === 'dryRunning') emitChecked(about, after.findings);
  if (after.status === 'dryRunDone') emitDryRun(about, after.report);
}

/** `plan` is null for a line of a file that is no plan. */
type About = { output: Output; at: number; session: Session; row: number; plan: string | null };

/** The own checks of a row are done. */
export const emitChecked = ({ output, at, session, ...about }: About, findings: readonly Finding[]): void =>
  output.event('checked', at, { ...about, findings: inPlace(findings, session) });

/** The dry run of a row is done. */
export const emitDryRun = ({ output, at, session, ...about }: About, report: DryRunReport): void =>
  output.event('dryRun', at, {
    ...about,
    dryRun: dryRunFields(report),
    findings: inPlace(report.findings, session),
  });

const names: Partial<Record<LedgerEntry['kind'], string>> = {
  intended: 'intended',
  accepted: 'accepted',
  adopted: 'adopted',
  rejected: 'rejected',
  conflicted: 'rejected',
  unconfirmed: 'unconfirmed',
  observed: 'state',
};

function emit(output: Output, run: string, entry: LedgerEntry): void {
  const name = names[entry.kind];
  if (!name || !('row' in entry)) return;
  output.event(name, entry.at, {
    run,
    row: entry.row,
    ...('task' in entry ? { task: taskJson(entry.task) } : {}),
    ...('finding' in entry ? { finding: entry.finding } : {}),
    ...('planId' in entry ? { plan: entry.planId, clientRequestId: entry.clientRequestId } : {}),
  });
}
