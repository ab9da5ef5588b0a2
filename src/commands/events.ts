import type { Output } from '../frontends/output.ts';
import type { Services } from '../runtime/services.ts';
import type { Ledger } from '../store/ledger.ts';
import type { RunFile } from '../store/run-writer.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { LedgerEntry } from '../wave/entry.ts';
import type { Session } from '../wizard/state.ts';

/** Says `started`, and from then on every step that the ledger records, the moment it is on disk. */
export function emitEvents(services: Services, output: Output, session: Session): Services {
  const { mode, profile, source, target } = session;
  output.event('started', services.clock.now(), { mode, profile, source, target });
  return { ...services, ledger: listened(services.ledger, (run, entry) => emit(output, run, entry)) };
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
