import type { Clock, Ports } from '../../ports/ports.ts';
import { createReader, type Reader } from './reader.ts';
import { createVoice, type Voice, voiceOn } from './voice.ts';

/** The two sides of a dialogue in lines, and what can end it. */
export type Talk = {
  voice: Voice;
  reader: Reader;
  /** This computer's clock, for signs of life. */
  clock: Clock;
  /** Resolves on Ctrl+C, or a request to end. */
  stopped: Promise<void>;
  isStopped(): boolean;
  close(): void;
};

type Needs = Pick<Ports, 'streams' | 'clock' | 'signals' | 'machine'>;

/** Where people read: standard output when it is a terminal, which data never share; else standard error. */
export const dialogueOf = ({ out, err }: Ports['streams']) => (out.isTTY ? out : err);

export function createTalk({ streams, clock, signals, machine }: Needs): Talk {
  const isPipe = !streams.stdin.isTTY;
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  let isStopped = false;
  const unlisten = signals.onStop(() => {
    isStopped = true;
    resolve();
  });
  const reader = createReader(streams.stdin.stream, isPipe);
  return {
    voice: createVoice({ ...voiceOn(dialogueOf(streams), { machine }), echoes: isPipe }),
    reader,
    clock,
    stopped,
    isStopped: () => isStopped,
    close: () => {
      unlisten();
      reader.close();
    },
  };
}

/** What is noticed first while a dialogue waits. */
export type Heard = { what: 'line'; text: string } | { what: 'over' | 'stopped' | 'changed' | 'late' };

/** Something that changes by itself, and how it was when it was last told. */
type Seen = { engine: { state(): unknown; subscribe(listener: () => void): () => void }; state: unknown };

type Wanted = {
  /** Stops waiting when the migration is no longer in this state. */
  seen: Seen | null;
  /** Stops waiting after so many milliseconds; null for never. */
  lateAfterMs: number | null;
  /** Whether a line is for now; null when nobody is listened to. */
  isWanted: ((line: string) => boolean) | null;
};

export async function hear(talk: Talk, { seen, lateAfterMs, isWanted }: Wanted): Promise<Heard> {
  const { reader, clock } = talk;
  const abort = new AbortController();
  const as = (what: Heard['what']) => () => what;
  const what = await Promise.race([
    talk.stopped.then(as('stopped')),
    ...(seen ? [changeOf(seen, abort.signal).then(as('changed'))] : []),
    ...(isWanted ? [reader.ready(abort.signal, isWanted).then(as('line'))] : []),
    ...(lateAfterMs === null ? [] : [clock.sleep(lateAfterMs, abort.signal).then(as('late'))]),
  ]);
  abort.abort();
  if (what !== 'line') return { what };
  const text = reader.take();
  return text === null ? { what: 'over' } : { what, text };
}

const changeOf = ({ engine, state }: Seen, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (engine.state() !== state) resolve();
    };
    signal.addEventListener('abort', engine.subscribe(look), { once: true });
    look();
  });

/** How long a terminal may take to hand over what was typed already. */
const handOverMs = 30;

/** Before a word is asked for: what was typed ahead answers nothing. From a pipe everything comes ahead, and counts. */
export async function forgetTypeAhead({ reader, clock, voice }: Talk): Promise<void> {
  if (reader.isPipe) return;
  await clock.sleep(handOverMs);
  if (reader.forget()) voice.say(['What was typed before this question does not count.']);
}
