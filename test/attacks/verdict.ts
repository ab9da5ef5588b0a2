import { isOpen } from '../../src/wave/row-state.ts';
import type { RecordedRow } from '../runtime/world.ts';
import { minutes } from './cases.ts';
import { isTaken, mayHaveWorked } from './on-disk.ts';
import type { Place } from './place.ts';
import type { Records } from './records.ts';

/** Everything that is not as it must be, in words, judged by what the service has. */
export async function wrongIn(place: Place): Promise<string[]> {
  const records = await place.records();
  const { rows } = records;
  return [...place.wrong, ...sentTwice(place, records), ...untrueClaims(place, rows), ...lost(place, rows)];
}

function sentTwice({ one, world, effects }: Place, { entries }: Records): string[] {
  const sent = world.log.filter(mayHaveWorked);
  const cleared = entries.filter(({ kind }) => kind === 'cleared').length;
  const made = world.tasks.filter(({ id, move }) => move.key === one.key && !id.startsWith('0e11e'));
  const before = one.before === 'nothing' ? 0 : 1;
  const gapsMs = sent.slice(1).map(({ at }, n) => at - (sent[n]?.at ?? 0));
  return [
    ...(sent.length > 1 + cleared ? [`${sent.length} creates went out with ${cleared} cleared`] : []),
    ...(one.isHidden && sent.length > 1 ? ['a source that cannot be looked up was sent again'] : []),
    ...(gapsMs.some((gapMs) => gapMs < 5 * minutes - 1_000) ? [`sent again after ${gapsMs.join()} ms`] : []),
    ...(made.length > 1 ? [`${made.length} tasks were made`] : []),
    ...(effects.size > 1 + before ? [`creates took effect ${effects.size - before} times`] : []),
  ];
}

/** A row that says it has its task names one that the service has. */
const untrueClaims = ({ world }: Place, rows: readonly RecordedRow[]): string[] =>
  rows
    .filter((row) => isTaken(row) && !world.tasks.some(({ id }) => id === row.state.task?.id))
    .map(({ runId, state }) => `${runId} is ${state.place} with ${state.task?.id}, which the service does not have`);

/** What the service has is known here, by its id; nothing stays open that can be looked up. */
function lost({ one, world }: Place, rows: readonly RecordedRow[]): string[] {
  const task = world.tasks.findLast(({ move, id, status }) => move.key === one.key && isOfNow(id, status));
  const open = rows.filter(({ state }) => isOpen(state));
  if (one.isHidden) return rows.length === 0 ? ['nothing is recorded'] : [];
  if (task === undefined) return [`nothing was moved in the end: ${rows.map(({ state }) => state.place).join()}`];
  const isKnown = rows.some((row) => isTaken(row) && row.state.task?.id === task.id);
  return [
    ...(isKnown ? [] : [`the task ${task.id} is not known: ${rows.map(({ state }) => state.place).join()}`]),
    ...open.map(({ runId }) => `${runId} is still open`),
  ];
}

const isOfNow = (id: string, status: string): boolean =>
  !id.startsWith('0e11e') || (status !== 'failed' && status !== 'cancelled');
