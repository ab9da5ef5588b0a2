import type { IPty } from '@lydell/node-pty';

/** Longer than any start or frame takes. */
const patienceMs = 10_000;
/** Ends each frame: the terminal shows what it held back. */
const frameEnd = '\u001b[?2026l';
const pauseMs = 35;

/** What a program writes, and who waits for some of it. */
export class Output {
  #text = '';
  #look: () => void = () => undefined;

  constructor(terminal: IPty) {
    terminal.onData((data) => {
      this.#text += data;
      this.#look();
    });
  }

  forget(): void {
    this.#text = '';
  }

  has(wanted: string): Promise<void> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`Not seen: ${wanted}`)), patienceMs);
      this.#look = () => {
        if (!this.#text.includes(wanted)) return;
        clearTimeout(timer);
        done();
      };
      this.#look();
    });
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

type Presses = { keys: readonly string[]; warmUps: number; presses: number };

/** Milliseconds from each key to its painted frame, as a person at rest types: one key, a pause. */
export async function keyTimes(terminal: IPty, output: Output, { keys, warmUps, presses }: Presses): Promise<number[]> {
  const times: number[] = [];
  for (let press = 0; press < warmUps + presses; press += 1) {
    output.forget();
    const pressed = performance.now();
    terminal.write(keys[press % keys.length] ?? '');
    await output.has(frameEnd);
    if (press >= warmUps) times.push(performance.now() - pressed);
    await pause(pauseMs);
  }
  return times;
}

const at = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** Median, 95 of 100, and the worst, in milliseconds. */
export function figuresOf(times: readonly number[]): { median: number; p95: number; worst: number } {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: rounded(at(sorted, 0.5)), p95: rounded(at(sorted, 0.95)), worst: rounded(at(sorted, 1)) };
}
