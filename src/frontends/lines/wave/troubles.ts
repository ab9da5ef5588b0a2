import type { Session } from '../../../wizard/state.ts';
import { attentionOf, isTrouble } from '../../../wizard/wave/attention.ts';
import type { WaveState } from '../../../wizard/wave/wave-state.ts';
import type { Line } from '../voice.ts';
import { rowLines } from './rows.ts';

/** So many rows are named at once; the word failed names the others. */
const mostNamed = 5;

/** Names each row in trouble once, and again when its trouble is another one. */
export function createTroubles() {
  const named = new Set<string>();
  return {
    fresh: ({ lines, status, session }: WaveState, now: number): Line[] => {
      const found = lines.filter((line) => {
        const attention = attentionOf(line, now);
        // While rows are sent every one of them is unconfirmed for a moment.
        const isPassing = status === 'submitting' && attention === 'unconfirmed';
        const key = `${line.row} ${attention}`;
        if (!isTrouble(attention) || isPassing || named.has(key)) return false;
        named.add(key);
        return true;
      });
      return namedLines(found, session, now);
    },
    forget: (): void => named.clear(),
  };
}

function namedLines(found: WaveState['lines'], session: Session, now: number): Line[] {
  const lines = rowLines(found, session, now, mostNamed);
  return found.length > mostNamed ? [...lines.slice(0, -1), `${lines.at(-1)} Type failed to hear them all.`] : lines;
}
