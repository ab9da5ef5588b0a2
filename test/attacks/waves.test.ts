import { describe, expect, it } from 'vitest';
import { checkWave } from '../../src/runtime/wave/check-wave.ts';
import { resumeWave, submitWave } from '../../src/runtime/wave/submit-wave.ts';
import type { LogEntry } from '../../src/simulator/world.ts';
import { Killed } from '../runtime/mortal.ts';
import { busiestMinute } from '../runtime/wave/busiest-minute.ts';
import { listener, type WavePlace, wavePlace } from '../runtime/wave/wave-place.ts';
import { type Dice, diceOf, minutes } from './cases.ts';
import { isTaken } from './on-disk.ts';
import { undercuts, wrongAtTheEnd, wrongInWave } from './wave-verdict.ts';

const isLong = process.env.CROSSORG_LONG === '1';
const stories = isLong ? 400 : 20;
const mostKills = 6;
const mostRounds = 15;
const budget = 3_000;
/** A batch gathers its parts for a moment. */
const patience = { toleranceMs: 0, onTheWayMs: 10 };

/** Where the log of each process begins: what one was asked to wait, the next one does not know. */
type Told = { wrong: string[]; lives: number[]; kills: number };

async function killed(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (fault) {
    if (fault instanceof Killed) return true;
    throw fault;
  }
}

/** One run whose processes die at any step, until somebody goes on to the end. */
async function live(place: WavePlace, dice: Dice, count: number): Promise<Told> {
  const told: Told = { wrong: [], lives: [], kills: 0 };
  const conduct = { ...listener().conduct, resend: true };
  const runs = async () => new Set((await place.records()).rows.map(({ runId }) => runId));
  const goOn = async (dieAt: number | null): Promise<boolean> => {
    told.lives.push(place.world.log.length);
    const services = dieAt === null ? place.process() : place.dying(dieAt);
    const [runId] = await runs();
    const work =
      runId === undefined ? submitWave(services, place.rows(count), conduct) : resumeWave(services, runId, conduct);
    return await killed(work);
  };
  while (told.kills < mostKills && !(await isOver(place, count))) {
    told.kills += Number(await goOn(1 + Math.floor(dice.fraction() ** 2 * 60 * count)));
    told.wrong.push(...wrongInWave(place.world, await place.records()));
    if (dice.oneIn(2)) place.clock.pass(6 * minutes);
  }
  for (let round = 0; round < mostRounds && !(await isOver(place, count)); round += 1) {
    place.clock.pass(6 * minutes);
    await goOn(null);
  }
  told.wrong.push(...wrongAtTheEnd(place.world, await place.records(), count));
  return told;
}

async function isOver(place: WavePlace, count: number): Promise<boolean> {
  const { rows } = await place.records();
  return rows.filter(isTaken).length === count;
}

const livesOf = ({ world }: WavePlace, lives: readonly number[]): LogEntry[][] =>
  lives.map((from, at) => world.log.slice(from, lives[at + 1]));

async function tell(seed: number) {
  const dice = diceOf(seed);
  const place = wavePlace('storm', { seed, budget });
  place.world.options.logLimit = 1_000_000;
  Object.assign(place.world.options, {
    createReading: dice.pick(['update-in-place', 'refuse'] as const),
    newAttemptId: dice.pick(['same', 'new'] as const),
  });
  const count = dice.pick([5, 20, 40]);
  const { wrong, lives, kills } = await live(place, dice, count);
  const logs = livesOf(place, lives);
  const taken = (await place.records()).rows.filter(isTaken).length;
  return {
    kills,
    taken,
    left: count - taken,
    wrong: [
      ...wrong,
      ...logs.flatMap((log) => undercuts(place.world, log, patience)),
      ...logs.filter((log) => busiestMinute(log) > budget).map(() => 'a process used more than its budget'),
    ].map((text) => `seed ${seed}: ${text}`),
  };
}

describe('a wave in a storm', () => {
  it(`whose processes die at any step loses nothing and doubles nothing, in ${stories} stories`, {
    timeout: stories * 20_000,
  }, async () => {
    const all: Awaited<ReturnType<typeof tell>>[] = [];
    for (let seed = 1; seed <= stories; seed += 1) all.push(await tell(seed));
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    const sum = (part: 'kills' | 'taken' | 'left') => all.reduce((total, told) => total + told[part], 0);
    expect(sum('kills')).toBeGreaterThan(stories * 2);
    // What is left says why; it is a row in a thousand.
    expect(sum('left')).toBeLessThanOrEqual(sum('taken') / 200);
  });

  it.each([1, 2, 3])('is checked without cutting a pause short, by seed %s', async (seed) => {
    const place = wavePlace('storm', { seed, budget });
    const rows = place.rows(150).map(({ row, confirmed }) => ({ row, move: confirmed.move, own: [] }));
    const { checks } = await checkWave(place.process(), rows, {
      signal: new AbortController().signal,
      onCheck: () => undefined,
    });
    const ready = [...checks.values()].filter(({ report }) => report.clean !== null);
    expect(ready.length).toBeGreaterThan(140);
    expect(undercuts(place.world, place.world.log, patience)).toEqual([]);
    expect(place.world.log.filter(({ fault }) => fault === 'throttle').length).toBeGreaterThan(100);
  });
});

describe('the verdict about pauses', () => {
  const place = wavePlace('storm', { seed: 1 });
  const entry = (number: number, at: number, key: string, fault: string | null): LogEntry => ({
    number,
    at,
    key,
    fault,
    method: 'GET',
    path: '/',
    kind: 'read',
    clientRequestId: null,
    requestId: '',
    status: fault === null ? 200 : 429,
  });
  /** A request that the storm of this seed throttles. */
  const turnedAway = Array.from({ length: 50 }, (_, at) => at + 1).find(
    (number) =>
      undercuts(place.world, [entry(number, 0, 'a', 'throttle'), entry(99, 1, 'a', null)], patience).length > 0,
  );

  it.each([
    { name: 'the same call too early', at: 900, key: 'a', wrong: 2 },
    { name: 'another call in the pause', at: 900, key: 'b', wrong: 1 },
    { name: 'another call that had left', at: 5, key: 'b', wrong: 0 },
    { name: 'the same call in time', at: 60_000, key: 'a', wrong: 0 },
  ])('sees $name', ({ at, key, wrong }) => {
    const log = [entry(turnedAway ?? 0, 0, 'a', 'throttle'), entry(1_000, at, key, null)];
    expect(undercuts(place.world, log, patience)).toHaveLength(wrong);
  });
});
