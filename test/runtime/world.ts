import type { GraphClient } from '../../src/graph/client.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import type { Services } from '../../src/runtime/services.ts';
import { createLedger, type Ledger, type LedgerPorts } from '../../src/store/ledger.ts';
import type { LedgerEntry } from '../../src/wave/entry.ts';
import type { RowState } from '../../src/wave/row-state.ts';
import { foldEntries } from '../../src/wave/run-state.ts';
import { type FakeClock, fakeClock, fakeRandom, realFiles } from './fake-ports.ts';
import { type FakeService, fakeService } from './fake-service.ts';
import { header } from './moves.ts';

export type World = {
  folder: string;
  files: LedgerPorts['files'];
  clock: FakeClock;
  service: FakeService;
  services: Services;
};

export function servicesOver(
  ports: Pick<LedgerPorts, 'files' | 'clock' | 'random'> & { graph: GraphClient },
  folder: string,
): Services {
  const { graph, clock, random } = ports;
  return { graph, clock, random, ledger: createLedger({ ...ports, folder }), header: () => header };
}

/** One computer and one service, with nothing going wrong yet. */
export function worldIn(folder: string, { seed = 1, skewMs = 0, files = realFiles } = {}): World {
  const clock = fakeClock();
  const service = fakeService(clock, skewMs);
  const ports = { files, clock, random: fakeRandom(seed), graph: service };
  return { folder, files, clock, service, services: servicesOver(ports, folder) };
}

/** A process that died while it made a run's file left it empty: nothing is recorded there. */
async function recordedIn(ledger: Ledger, runId: string): Promise<readonly LedgerEntry[]> {
  const read = await ledger.read(runId);
  if (read.ok) return read.value;
  if (read.error.why.endsWith('It is empty.')) return [];
  throw new Error(read.error.why);
}

/** Everything recorded, run by run, oldest first. */
export async function allEntries({ ledger }: Services): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (const { runId } of (await ledger.list()).toReversed()) {
    entries.push(...(await recordedIn(ledger, runId)));
  }
  return entries;
}

export type RecordedRow = { runId: string; state: RowState };

/** The rows of all runs that are about a move, newest run first. */
export async function rowsOf({ ledger }: Services, move: PlannedMove): Promise<RecordedRow[]> {
  const rows: RecordedRow[] = [];
  for (const { runId } of await ledger.list()) {
    const entries = await recordedIn(ledger, runId);
    for (const state of foldEntries(entries).rows) if (state.plan.move.id === move.id) rows.push({ runId, state });
  }
  return rows;
}
