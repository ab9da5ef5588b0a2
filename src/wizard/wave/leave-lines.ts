import { countLines, isUnderWay, leftLines } from './lines.ts';
import type { WaveState } from './wave-state.ts';
import { counted, numbered } from './wave-summary.ts';
import { waveWayBack } from './wave-way-back.ts';

const areIs = (count: number): string => `${numbered(count)} ${count === 1 ? 'is' : 'are'}`;

/** What is under way, in numbers, and what becomes of it. */
export function leaveLines(state: WaveState): string[] {
  const { running = 0, queued = 0, unconfirmed = 0 } = countLines(state.lines);
  const work = [
    underWay(running, queued),
    unconfirmed === 0 ? '' : `${areIs(unconfirmed)} unconfirmed: the service is asked for them by the command below.`,
  ];
  const left = leftLines(state).length - unconfirmed;
  return [...startOf(state), ...work, ...(left > 0 && state.status === 'paused' ? [notSent(left)] : [])].filter(
    (line) => line !== '',
  );
}

/** Other waves of this sitting that go on too, each with the command that leads back to it. */
export const otherLeaveLines = (others: readonly WaveState[]): string[] =>
  others.flatMap((other) => {
    const count = other.lines.filter(isUnderWay).length;
    return count === 0
      ? []
      : [
          `${counted(count, 'row')} of another wave ${count === 1 ? 'is' : 'are'} under way too:`,
          `  ${waveWayBack(other)}`,
        ];
  });

/** What the service goes on with. */
function underWay(running: number, queued: number): string {
  const parts = [
    running === 0 ? '' : `${areIs(running)} running`,
    queued === 0 ? '' : `${areIs(queued)} queued in the service`,
  ].filter((part) => part !== '');
  return parts.length === 0
    ? ''
    : `${parts.join(' and ')}. ${running + queued === 1 ? 'It goes' : 'They go'} on without this program.`;
}

const notSent = (left: number): string =>
  `${areIs(left)} not sent. They are written down, and nothing sends them by itself.`;

function startOf(state: WaveState): string[] {
  switch (state.status) {
    case 'submitting':
      return [
        `${numbered(state.done)} of ${counted(state.total, 'row')} are answered. The others are written down and can be sent later.`,
      ];
    case 'cancelling':
      return ['Cancels that were asked for are on their way.'];
    case 'over':
      return state.lines.some(isUnderWay) ? [] : ['Everything is in a final state. Nothing is under way.'];
    case 'watching':
    case 'paused':
      return [];
    default:
      return state.file.retryOf === undefined
        ? ['Nothing was submitted, and nothing is under way.']
        : ['Nothing of this new try was submitted.'];
  }
}
