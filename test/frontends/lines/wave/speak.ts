import { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import { createTalk } from '../../../../src/frontends/lines/talk.ts';
import { talkWave, type WaveWay } from '../../../../src/frontends/lines/wave/dialogue.ts';
import type { WaveState } from '../../../../src/wizard/wave/wave-state.ts';
import { modelWith } from '../../../support/engine.ts';
import { fakePorts } from '../../../support/ports.ts';
import { noon } from '../../../support/session.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';
import { fakeWave, type WaveScript } from '../../../support/wave-engine.ts';
import { minuteMs } from '../../../support/wave-states.ts';
import { faultsIn } from '../scan.ts';

/** What is heard, and what is typed then, once something is asked or at any time. */
export type Said = readonly [heard: string, typed: string, when?: 'at any time'];

type Options = {
  /** Waves that can be turned to. */
  others?: readonly WaveState[];
  script?: WaveScript;
  mayGoBack?: boolean;
  /** Something that happens when this is heard. */
  when?: readonly [heard: string, happens: (wave: ReturnType<typeof fakeWave>) => void];
};

/** A dialogue about a wave in some state, with a script in place of a service. It is scanned for the rules of line mode. */
export async function speak(state: WaveState, turns: readonly Said[], options: Options = {}) {
  const { script, mayGoBack = false, when, others = [] } = options;
  const clock = new VirtualClock(noon);
  const { ports } = fakePorts({ clock, screen: { inIsTTY: true, outIsTTY: true } });
  const stdin = new PassThrough();
  ports.streams.stdin = { isTTY: true, stream: stdin as unknown as NodeJS.ReadStream };
  const wave = fakeWave(state, script, noon + 41 * minuteMs, others);
  const left = [...turns];
  const pieces: string[] = [];
  let since = '';
  let hasHappened = false;
  const isIn = (heard: string): boolean => since.replaceAll('\n', ' ').includes(heard);
  ports.streams.out.write = (text) => {
    since += text;
    if (when && !hasHappened && isIn(when[0])) {
      hasHappened = true;
      queueMicrotask(() => when[1](wave));
    }
    const [next] = left;
    if (next === undefined || !isIn(next[0])) return;
    if (next[2] !== 'at any time' && !since.endsWith(': ')) return;
    left.shift();
    // What is typed where a question stands open ends its line.
    pieces.push(since.endsWith(': ') ? `${since}\n` : since);
    since = '';
    stdin.write(`${next[1]}\n`);
  };
  const talk = createTalk(ports);
  // The clock of the wave goes along with this computer's.
  const engine = { ...wave.engine, now: () => wave.engine.now() + clock.now() - noon };
  const talking = talkWave({ talk, engine, hands: modelWith().hands, mayGoBack });
  const way: WaveWay = await inTime(talking, () => ({ left, since: since.slice(-600) }));
  talk.close();
  pieces.push(since);
  expect({ left, said: pieces.join('') }).toEqual({ left: [], said: pieces.join('') });
  expect(faultsIn(pieces, { width: 79 })).toEqual([]);
  return { way, wave, said: pieces.join('').replaceAll('\n', ' '), pieces, lines: pieces.join('').split('\n') };
}

/** Real time, which hardly passes on a virtual clock. */
const patienceMs = 5_000;

async function inTime<T>(work: Promise<T>, where: () => unknown): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`It waits for ever: ${JSON.stringify(where(), null, 1)}`)),
    patienceMs,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
