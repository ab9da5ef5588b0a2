import { expect, it } from 'vitest';
import { type Dice, diceOf, minutes } from '../attacks/cases.ts';
import { isTaken } from '../attacks/on-disk.ts';
import type { Ended, Kill } from '../attacks/processes.ts';
import { peopleFile, type WaveComputer, waveComputer } from '../attacks/wave-computer.ts';
import { undercuts, wrongAtTheEnd, wrongInWave } from '../attacks/wave-verdict.ts';

const isLong = process.env.CROSSORG_LONG === '1';
const [rows, kills] = isLong ? [400, 10] : [60, 3];
const mostRounds = 12;

/** A process is killed a while after something was said or seen. */
const killOf = ({ pick, fraction }: Dice): Kill =>
  pick<() => Kill>([
    () => ({ once: '"event":"started"', afterMs: fraction() * 200 }),
    () => ({ once: '"event":"intended"', afterMs: fraction() * 20 }),
    () => ({ once: '"event":"intended"', afterMs: fraction() * 400 }),
    () => ({ once: '"event":"unconfirmed"', afterMs: fraction() * 300 }),
    () => ({ once: '"event":"accepted"', afterMs: fraction() * 600 }),
  ])();

/** Done, some rows not yet, or killed: nothing else may come of these commands. */
const unlikely = ({ exitCode, wasKilled, hung, out, err }: Ended): string[] =>
  !hung && (wasKilled || [0, 5, 7].includes(exitCode ?? -1))
    ? []
    : [`${hung ? 'hung' : `exit ${exitCode}`}: ${out.slice(-800)} ${err.slice(-400)}`];

const resume = ['resume', '--last', '--events', '--budget', '100000', '--confirm', 'yes'];

/** Kills one process after the other, and then goes on until nothing is left to do. */
async function tell(computer: WaveComputer, dice: Dice) {
  const file = peopleFile(computer, rows);
  const flags = ['--events', '--budget', '100000'];
  const ends: Ended[] = [await computer.run(['wave', file, '--dry-run', ...flags])];
  // Everybody is ready in calm weather; the storm comes back with the first create.
  computer.weather('none');
  computer.weatherFromCreate('storm');
  const wave = ['wave', file, '--confirm', String(rows), ...flags];
  ends.push(await computer.run(wave, { once: '"event":"intended"', afterMs: dice.fraction() * 400 }));
  const wrong: string[] = [];
  const killed = () => ends.filter(({ wasKilled }) => wasKilled).length;
  const lostRows = async () => (await computer.records()).rows.filter((row) => !isTaken(row)).length;
  while (killed() < kills && (await lostRows()) > 0) {
    ends.push(await computer.run(resume, killOf(dice)));
    wrong.push(...wrongInWave(computer.world, await computer.records()));
    if (dice.oneIn(2)) computer.time.pass(6 * minutes);
  }
  for (let round = 0; round < mostRounds && (await lostRows()) > 0; round += 1) {
    computer.time.pass(6 * minutes);
    ends.push(await computer.run(resume));
  }
  return { ends, wrong: [...wrong, ...ends.flatMap(unlikely)], killed: killed() };
}

/** By the log of the service: a new process knows nothing of what an earlier one was asked. */
function cutShort({ world, lives }: WaveComputer): string[] {
  return lives.flatMap(({ from }, at) =>
    undercuts(world, world.log.slice(from, lives[at + 1]?.from), { toleranceMs: 100, onTheWayMs: null }),
  );
}

it(`${rows} rows in a storm, killed ${kills} times, end in one task each`, { timeout: 1_200_000 }, async () => {
  const seed = isLong ? Math.floor(Math.random() * 1_000_000) : 7;
  const computer = await waveComputer(seed);
  try {
    const from = performance.now();
    const { ends, wrong, killed } = await tell(computer, diceOf(seed));
    const records = await computer.records();
    const { log } = computer.world;
    const figures = {
      seed,
      rows,
      killed,
      processes: ends.length,
      requests: log.length,
      throttled: log.filter(({ fault }) => fault === 'throttle').length,
      lost: log.filter(({ fault }) => fault === 'lost').length,
      broken: log.filter(({ fault }) => fault === 'error').length,
      cleared: records.entries.filter(({ kind }) => kind === 'cleared').length,
      taken: records.rows.filter(isTaken).length,
      seconds: Math.round((performance.now() - from) / 1_000),
    };
    if (isLong) console.log(figures);
    expect([...wrong, ...wrongAtTheEnd(computer.world, records, rows), ...cutShort(computer)]).toEqual([]);
    expect(figures).toMatchObject({ killed: kills, taken: rows });
    expect(figures.throttled / log.filter(({ kind }) => kind !== 'batch').length).toBeGreaterThan(0.15);
    expect(figures.lost).toBeGreaterThan(0);
  } finally {
    await computer.close();
  }
});
