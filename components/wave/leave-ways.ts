import { countLines } from '../../src/wizard/wave/lines.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { counted } from '../../src/wizard/wave/wave-summary.ts';
import type { Choice } from '../inputs/SelectInput/SelectInput.tsx';

export type Way = 'leave' | 'cancel' | 'stop' | 'stay';

const stay: Choice<Way> = { value: 'stay', label: 'Stay here' };

/** How the program can be left as things stand. The first one changes nothing in the service. */
export function leaveWays(state: WaveState): Choice<Way>[] {
  const { queued = 0 } = countLines(state.lines);
  switch (state.status) {
    case 'submitting':
      return [
        ...(state.isStopping ? [] : [{ value: 'stop' as const, label: 'Stop sending, and stay' }]),
        { value: 'leave', label: 'Stop sending and exit' },
        stay,
      ];
    case 'watching':
    case 'paused':
      return [
        { value: 'leave', label: 'Leave them running and exit' },
        ...(queued > 0 ? [cancelWay(queued)] : []),
        stay,
      ];
    case 'cancelling':
      return [{ value: 'leave', label: 'Exit' }, stay];
    default:
      return [{ value: 'leave', label: 'Exit' }, stay];
  }
}

const cancelWay = (queued: number): Choice<Way> => ({
  value: 'cancel',
  label: `Cancel the ${counted(queued, 'queued task')}, then exit (asks for the number)`,
  description: 'Running tasks cannot be cancelled.',
});
