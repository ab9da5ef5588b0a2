import type { LogEntry, World } from '../../src/simulator/world.ts';
import { isOpen } from '../../src/wave/row-state.ts';
import type { RecordedRow } from '../runtime/world.ts';
import type { Records } from './records.ts';

/** A create that may have had an effect. Throttled or refused, by the service or a proxy, it had none. */
export const mayHaveWorked = ({ kind, fault, status }: LogEntry): boolean =>
  kind === 'create' && fault !== 'throttle' && !(Number(status) >= 400 && Number(status) < 500);

/** At any moment: each create that reached the service is on disk, and none went out that may not. */
export function wrongAtAnyTime(world: World | null, { entries }: Records): string[] {
  const log = world?.log ?? [];
  const intended = entries.flatMap((entry) => (entry.kind === 'intended' ? [entry.clientRequestId] : []));
  const cleared = entries.filter(({ kind }) => kind === 'cleared').length;
  const sent = log.filter(mayHaveWorked);
  return [
    ...log
      .filter(({ kind, clientRequestId }) => kind === 'create' && !intended.includes(clientRequestId ?? ''))
      .map(({ clientRequestId }) => `the create ${clientRequestId} is not on disk`),
    ...(sent.length > 1 + cleared ? [`${sent.length} creates went out with ${cleared} cleared`] : []),
    ...((world?.tasks.length ?? 0) > 1 ? [`the service has ${world?.tasks.length} tasks`] : []),
  ];
}

export const isTaken = ({ state: { place } }: RecordedRow): boolean => place === 'accepted' || place === 'adopted';

/** In the end: the service has the task, and every row that was sent says so by its id. */
export function wrongInTheEnd(world: World | null, records: Records): string[] {
  const ids = world?.tasks.map(({ id }) => id) ?? [];
  const { rows } = records;
  return [
    ...wrongAtAnyTime(world, records),
    ...(ids.length === 0 ? ['the service has no task'] : []),
    ...(rows.some(isTaken) ? [] : [`no row has its task: ${rows.map(({ state }) => state.place).join()}`]),
    ...rows.filter(({ state }) => isOpen(state)).map(({ runId }) => `${runId} is still open`),
    ...rows
      .filter((row) => isTaken(row) && !ids.includes(row.state.task?.id ?? ''))
      .map(({ runId, state }) => `${runId} names ${state.task?.id}, which the service does not have`),
  ];
}
