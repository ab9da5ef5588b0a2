import type { Clock } from '../../ports/ports.ts';
import type { Console } from '../console.ts';

type Counting = { console: Pick<Console, 'output'>; clock: Clock; total: number };

/** The first word comes at once, the others when a tenth more is done: counts, not tables, for listeners and logs. */
const parts = 10;

/** Says how far many rows are, in numbers by word: "40 of 400: 38 ready, 2 not ready." */
export function countsEvery({ console: { output }, total }: Counting): (word: string) => void {
  const counts = new Map<string, number>();
  let done = 0;
  let said = 0;
  return (word) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    done += 1;
    const isDue = done === total || done - said >= Math.max(1, Math.floor(total / parts));
    if (output.format !== 'text' || !isDue) return;
    said = done;
    output.notice(`${done} of ${total}: ${[...counts].map(([name, count]) => `${count} ${name}`).join(', ')}.`);
  };
}
