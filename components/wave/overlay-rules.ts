import type { Copyable } from '../../src/wizard/copy-text.ts';
import { leftLines } from '../../src/wizard/wave/lines.ts';
import { queuedOf } from '../../src/wizard/wave/wave-actions.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { waveWayBack } from '../../src/wizard/wave/wave-way-back.ts';
import type { WaveOverlay } from './context.ts';

/** Whether rows were sent, so that one table stands for all states to come. */
export const isBoard = ({ status }: WaveState): boolean =>
  !['reading', 'checking', 'checked', 'confirming'].includes(status);

/** A question about rows that moved on meanwhile closes by itself. */
export function isAbout(overlay: WaveOverlay, state: WaveState): boolean {
  switch (overlay.name) {
    case 'cancelRows': {
      const rows = new Set(overlay.rows);
      return isFollowed(state) && queuedOf(state.lines).some((row) => rows.has(row));
    }
    case 'goOn':
      return (isFollowed(state) || state.status === 'over') && leftLines(state).length > 0;
    case 'why':
      return state.status === 'paused' && state.finding !== null;
    case 'group':
      return state.status === 'checked';
    case 'row':
    case 'export':
      return isBoard(state);
    case 'leave':
      return true;
  }
}

const isFollowed = ({ status }: WaveState): boolean => status === 'watching' || status === 'paused';

/** What is worth taking along: the task of the row that is looked at, else the way back. */
export function waveCopyable(state: WaveState, overlay: WaveOverlay | null): Copyable | null {
  if (overlay?.name === 'row') {
    const id = state.lines.find(({ row }) => row === overlay.row)?.task?.id;
    return id ? { text: id, name: 'task id' } : null;
  }
  return overlay === null && isBoard(state) ? { text: waveWayBack(state), name: 'command' } : null;
}
