import type { Clock } from '../../ports/ports.ts';
import { slept } from '../../ports/slept.ts';
import type { Console } from '../console.ts';
import { mostLines } from '../many-rows.ts';
import { type Seen, stateOfSeen, taskLine } from '../task-lines.ts';
import { createTroubles, watchCounts } from './counts.ts';

type Telling = { console: Pick<Console, 'output'>; clock: Clock; zone: string };

export type WatchTeller = { changed(before: Seen, now: Seen): void; close(): void };

type Say = (lines: readonly string[]) => void;
type Board = ReadonlyMap<number, Seen>;

/** Tells what changes on a board of rows by number: each change of a few rows; of many, numbers and who is in trouble. */
export function watchTeller({ console: { output }, clock, zone }: Telling, board: Board): WatchTeller {
  if (output.format !== 'text') return { changed: () => undefined, close: () => undefined };
  const teller = board.size <= mostLines ? changeTeller : countsTeller;
  return teller((lines) => output.notice(lines), { clock, zone }, board);
}

type Around = Pick<Telling, 'clock' | 'zone'>;

function changeTeller(say: Say, { clock }: Around, board: Board): WatchTeller {
  const lineOf = (seen: Seen): string => taskLine(seen, clock.now());
  say([...board.values()].filter(({ followed }) => !followed.task?.final).map(lineOf));
  return {
    changed: (before, now) => {
      if (stateOfSeen(before) !== stateOfSeen(now)) say([lineOf(now)]);
    },
    close: () => undefined,
  };
}

/** How often numbers are told at most, in milliseconds; never where nothing is new. */
const everyMs = 60_000;

function countsTeller(say: Say, { clock, zone }: Around, board: Board): WatchTeller {
  const ended = new AbortController();
  const { signal } = ended;
  const troubles = createTroubles();
  let isNew = true;
  const tell = (): void => {
    const now = clock.now();
    const seen = [...board.values()];
    const named = troubles.newIn(seen, now);
    if (!isNew && named.length === 0) return;
    isNew = false;
    say([watchCounts(seen, { now, zone }), ...named]);
  };
  const keepTelling = async (): Promise<void> => {
    do tell();
    while (await slept(clock, everyMs, signal));
  };
  void keepTelling();
  return {
    changed: (before, now) => {
      isNew ||= stateOfSeen(before) !== stateOfSeen(now);
    },
    close: () => ended.abort(),
  };
}
