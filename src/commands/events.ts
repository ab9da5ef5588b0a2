import { dryRunFields } from '../frontends/migrate-document.ts';
import { faceOf, type Output } from '../frontends/output.ts';
import type { Services } from '../runtime/services.ts';
import type { Ledger } from '../store/ledger.ts';
import type { RunFile } from '../store/run-writer.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { LedgerEntry } from '../wave/entry.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { Session, State } from '../wizard/state.ts';

/** Says `started`, and from then on every step that the ledger records, the moment it is on disk. */
export function emitEvents(services: Services, output: Output, session: Session): Services {
  output.event('started', services.clock.now(), faceOf(session));
  return { ...services, ledger: listened(services.ledger, (run, entry) => emit(output, run, entry)) };
}

/** What the ledger does not record: that own checks and the dry run of a plan are done. */
export function emitStep(output: Output, before: State, after: State, at: number): void {
  if (before.status === after.status) return;
  if (after.status === 'dryRunning')
    output.event('checked', at, { row: 1, plan: after.move.id, findings: inPlace(after.findings, after.session) });
  if (after.status === 'dryRunDone') {
    const { move, report, session } = after;
    const findings = inPlace(report.findings, session);
    output.event('dryRun', at, { row: 1, plan: move.id, dryRun: dryRunFields(report), findings });
  }
}

type Heard = (runId: string, entry: LedgerEntry) => void;

function listened(ledger: Ledger, heard: Heard): Ledger {
  const wrap = (file: RunFile): RunFile => ({
    ...file,
    append: (entry) => {
      file.append(entry);
      heard(file.runId, entry);
    },
  });
  const opened = async (opening: ReturnType<Ledger['create']>) => {
    const file = await opening;
    return file.ok ? { ...file, value: wrap(file.value) } : file;
  };
  return {
    ...ledger,
    create: () => opened(ledger.create()),
    open: (runId, waitMs) => opened(ledger.open(runId, waitMs)),
  };
}

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
