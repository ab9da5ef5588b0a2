import { countLines, leftLines } from '../../src/wizard/wave/lines.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { counted, numbered } from '../../src/wizard/wave/wave-summary.ts';
import type { Choice } from '../inputs/SelectInput/SelectInput.tsx';

export type Way = 'leave' | 'cancel' | 'stop' | 'stay';

const stay: Choice<Way> = { value: 'stay', label: 'Stay here' };

/** How the program can be left as things stand. The first one changes nothing in the service. */
export function leaveWays(state: WaveState): Choice<Way>[] {
  const { queued = 0 } = countLines(state.lines);
  switch (state.status) {
    case 'submitting':
      return [
        ...(state.isStopping
          ? []
          : [{ value: 'stop' as const, label: 'Stop sending, and stay to look at what was sent' }]),
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

const areIs = (count: number): string => `${numbered(count)} ${count === 1 ? 'is' : 'are'}`;

/** What is under way, in numbers, and what becomes of it. */
export function leaveLines(state: WaveState): string[] {
  const { running = 0, queued = 0, unconfirmed = 0 } = countLines(state.lines);
  const work = [
    running + queued === 0 ? '' : `${areIs(running)} running and ${areIs(queued)} queued in the service.`,
    running + queued === 0 ? '' : 'They go on without this program.',
    unconfirmed === 0 ? '' : `${areIs(unconfirmed)} unconfirmed: the service is asked for them by the command below.`,
  ];
  const left = leftLines(state).length - unconfirmed;
  return [...startOf(state), ...work, ...(left > 0 && state.status === 'paused' ? [notSent(left)] : [])].filter(
    (line) => line !== '',
  );
}

const notSent = (left: number): string =>
  `${areIs(left)} not sent. They are written down, and nothing sends them by itself.`;

function startOf(state: WaveState): string[] {
  switch (state.status) {
    case 'submitting':
      return [
        `${numbered(state.done)} of ${counted(state.total, 'row')} are answered. What has left gets its answer; nothing else is sent.`,
        'The rows that are left are written down, and can be sent later.',
      ];
    case 'cancelling':
      return ['Cancels that were asked for are on their way.'];
    case 'over':
      return ['Everything is in a final state. Nothing is under way.'];
    case 'watching':
    case 'paused':
      return [];
    default:
      return ['Nothing was submitted, and nothing is under way.'];
  }
}
