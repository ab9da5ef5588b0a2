import { resumeWave, submitWave } from '../../src/runtime/wave/submit-wave.ts';
import { Killed } from '../runtime/mortal.ts';
import { listener, type WavePlace, wavePlace } from '../runtime/wave/wave-place.ts';
import { diceOf, minutes } from './cases.ts';
import { isTaken } from './on-disk.ts';
import { undercuts, wrongAtTheEnd, wrongInWave } from './wave-verdict.ts';

/** So much that only the service itself slows a wave down. */
export const budget = 100_000;
/** On a clock that jumps nothing is too early by chance; what leaves within a batch's gathering was on its way. */
export const patience = { toleranceMs: 0, onTheWayMs: 100 };

const mostDeaths = 6;
const mostRounds = 12;
/** So many steps for each row, at most: a row needs about twice as many when nothing goes wrong. */
const stepsPerRow = 15;

/** What became of one wave; `left` are rows without a task that say why. */
export type Told = { wrong: string[]; kills: number; taken: number; left: number };

/** A wave whose processes die one after the other, and which then is gone on with until nothing is left to do. */
export async function tellWave(seed: number): Promise<Told> {
  const { fraction, oneIn } = diceOf(seed);
  const place = wavePlace('storm', { seed, budget });
  const count = 10 + Math.floor(fraction() * 40);
  const rows = place.rows(count);
  const dieAt = (): number => 1 + Math.floor(fraction() * count * stepsPerRow);
  const early: string[] = [];
  const wrong: string[] = [];
  let kills = 0;
  const live = async (work: () => Promise<unknown>, processes = 1): Promise<void> => {
    const from = place.world.log.length;
    if (await dies(work)) kills += 1;
    // Of two processes each knows only what it was asked itself, and the log does not say whose call it was.
    if (processes === 1) early.push(...undercuts(place.world, place.world.log.slice(from), patience));
    wrong.push(...wrongInWave(place.world, await place.records()));
  };
  const lost = async () => (await place.records()).rows.filter((row) => !isTaken(row)).length;

  // A process that dies before its run is on disk has sent nothing; somebody begins again.
  const runOnDisk = async () => (await place.records()).rows[0]?.runId ?? null;
  let runId = await runOnDisk();
  while (runId === null) {
    await live(() => submitWave(place.dying(dieAt()), rows, { ...listener().conduct, resend: true }));
    runId = await runOnDisk();
  }
  const own = runId;
  const going = { ...listener().conduct, resend: true };
  while (kills < mostDeaths && (await lost()) > 0) {
    if (oneIn(2)) place.clock.pass(6 * minutes);
    const [first, second] = [place.dying(dieAt()), place.dying(dieAt())];
    await live(() => resumeWave(first, own, going));
    if (oneIn(3)) await live(() => twoAtOnce(place, own, second), 2);
  }
  for (let round = 0; round < mostRounds && (await lost()) > 0; round += 1) {
    place.clock.pass(6 * minutes);
    await live(() => resumeWave(place.process(), own, going));
  }
  const records = await place.records();
  const taken = records.rows.filter(isTaken).length;
  return {
    wrong: [...wrong, ...wrongAtTheEnd(place.world, records, count), ...early],
    kills,
    taken,
    left: count - taken,
  };
}

/** One of them is turned away, or comes when the other has died. */
async function twoAtOnce(place: WavePlace, runId: string, dying: ReturnType<WavePlace['process']>): Promise<void> {
  const going = { ...listener().conduct, resend: true };
  const [one] = await Promise.allSettled([resumeWave(dying, runId, going), resumeWave(place.process(), runId, going)]);
  if (one.status === 'rejected') throw one.reason;
}

async function dies(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (fault) {
    if (fault instanceof Killed) return true;
    throw fault;
  }
}
