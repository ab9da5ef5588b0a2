import { faultFor } from '../../src/simulator/faults.ts';
import type { LogEntry, World } from '../../src/simulator/world.ts';
import { isOpen } from '../../src/wave/row-state.ts';
import type { RecordedRow } from '../runtime/world.ts';
import { minutes } from './cases.ts';
import { isTaken, mayHaveWorked } from './on-disk.ts';
import type { Records } from './records.ts';

/** The source of a row, as the service keeps it. */
const keyOf = ({ state }: RecordedRow): string => `user:${state.plan.typed.source?.text ?? ''}`.toLowerCase();

/** At any moment, whoever was killed: nobody has two tasks, and no create left that may not. */
export const wrongInWave = (world: World, { rows, entries }: Records): string[] => [
  ...twoTasks(world),
  ...unrecorded(world, entries),
  ...rows.flatMap((row) => sentTooOften(world, row, entries)),
  ...rows.flatMap((row) => untrueClaim(world, row)),
];

/** When nothing is left to do: every row has its one task, or says why that is not known. */
export function wrongAtTheEnd(world: World, records: Records, count: number): string[] {
  const { rows } = records;
  return [
    ...wrongInWave(world, records),
    ...(rows.length === count ? [] : [`${rows.length} of ${count} rows are recorded`]),
    ...rows
      .filter((row) => !isTaken(row) && row.state.finding === null)
      .map(({ state }) => `row ${state.plan.row} is ${state.place} and does not say why`),
    ...rows
      .filter((row) => isTaken(row) !== world.tasks.some(({ move }) => move.key === keyOf(row)) && !isOpen(row.state))
      .map(({ state }) => `row ${state.plan.row} is ${state.place}, and the service knows better`),
  ];
}

function twoTasks({ tasks }: World): string[] {
  const keys = tasks.map(({ move }) => move.key);
  return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} has two tasks`);
}

function unrecorded({ log }: World, entries: Records['entries']): string[] {
  const intended = new Set(entries.flatMap((entry) => (entry.kind === 'intended' ? [entry.clientRequestId] : [])));
  return log
    .filter(({ kind, clientRequestId }) => kind === 'create' && !intended.has(clientRequestId ?? ''))
    .map(({ clientRequestId, key }) => `the create ${clientRequestId} of ${key} is not on disk`);
}

/** One create, and one more for each time that five minutes of empty looks and a clean dry run allowed it. */
function sentTooOften({ log }: World, row: RecordedRow, entries: Records['entries']): string[] {
  const key = keyOf(row);
  const sent = log.filter((entry) => entry.key === key && mayHaveWorked(entry));
  const cleared = entries.filter((entry) => entry.kind === 'cleared' && entry.row === row.state.plan.row).length;
  const gapsMs = sent.slice(1).map(({ at }, before) => at - (sent[before]?.at ?? 0));
  return [
    ...(sent.length > 1 + cleared ? [`${key}: ${sent.length} creates went out with ${cleared} cleared`] : []),
    ...(gapsMs.some((gapMs) => gapMs < 5 * minutes - 1_000) ? [`${key}: sent again after ${gapsMs.join()} ms`] : []),
  ];
}

const untrueClaim = ({ tasks }: World, row: RecordedRow): string[] => {
  const own = tasks.find(({ move }) => move.key === keyOf(row));
  return isTaken(row) && own?.id !== row.state.task?.id
    ? [`row ${row.state.plan.row} names the task ${row.state.task?.id}, and the service has ${own?.id ?? 'none'}`]
    : [];
};

/** What the service asked this call to wait, in milliseconds; the storm decides by the number of the request alone. */
const waitOf = ({ seed }: Pick<World, 'seed'>, { number, kind, key, fault }: LogEntry): number => {
  const said = fault === 'throttle' ? faultFor('storm', { seed, number, kind, key, times: 0 }) : null;
  return said?.name === 'throttle' ? said.retryAfterMs : 0;
};

/** Timers are exact to a moment, which is longer where time runs fast. */
type Patience = {
  /** How much too early counts as in time. */
  toleranceMs: number;
  /** What had left before an answer arrived is no answer to it; null where that cannot be told. */
  onTheWayMs: number | null;
};

/** Waits that were asked for and cut short: by the same call, and by any other of the same process. */
export function undercuts(
  world: Pick<World, 'seed'>,
  log: readonly LogEntry[],
  { toleranceMs, onTheWayMs }: Patience,
): string[] {
  const wrong: string[] = [];
  const until = new Map<string, number>();
  let held = { from: 0, until: 0 };
  const unheard = inBrokenBatches(log);
  for (const entry of log.filter(({ kind }) => kind !== 'batch')) {
    const { at, kind, key } = entry;
    const call = `${kind} ${key}`;
    const early = (until.get(call) ?? 0) - at;
    if (early > toleranceMs) wrong.push(`${call} came ${early} ms too early`);
    if (onTheWayMs !== null && at > held.from + onTheWayMs && held.until - at > toleranceMs)
      wrong.push(`${call} came ${held.until - at} ms before a pause was over that another call was asked for`);
    const end = at + (unheard.has(entry) ? 0 : waitOf(world, entry));
    until.set(call, end);
    if (end > Math.max(at, held.until)) held = { from: at, until: end };
  }
  return wrong;
}

/** What a batch had to say of its parts is lost where it was answered as a whole. It is logged after its parts. */
function inBrokenBatches(log: readonly LogEntry[]): ReadonlySet<LogEntry> {
  const unheard = new Set<LogEntry>();
  let batch: LogEntry | null = null;
  for (const entry of log.toReversed()) {
    if (entry.kind === 'batch') batch = entry;
    else if (entry.kind !== 'create' && batch !== null && batch.fault !== null && batch.at === entry.at)
      unheard.add(entry);
  }
  return unheard;
}
