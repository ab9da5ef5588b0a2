import { expect, it } from 'vitest';
import { type Dice, diceOf, minutes } from '../attacks/cases.ts';
import { wrongAtAnyTime, wrongInTheEnd } from '../attacks/on-disk.ts';
import { Computer, type Ended, type Kill } from '../attacks/processes.ts';

const isLong = process.env.CROSSORG_LONG === '1';
const wanted = 200;
const atLeast = 60;
const budgetMs = 40_000;
const atATime = 3;

const scenarios = ['clean', 'lost-answer', 'lost-answer', 'late-commit', 'late-commit', 'throttled'] as const;

/** A command lives a quarter of a second and longer; what happens in it is said on the way. */
const killOf = ({ pick, fraction }: Dice): Kill =>
  pick<() => Kill>([
    () => ({ afterMs: fraction() * 400 }),
    () => ({ afterMs: fraction() * 400 }),
    () => ({ said: '"event":"started"', afterMs: fraction() * 60 }),
    () => ({ said: '"event":"started"', afterMs: fraction() * 300 }),
    () => ({ said: '"event":"intended"', afterMs: fraction() * 10 }),
    () => ({ said: '"event":"intended"', afterMs: fraction() * 100 }),
    () => ({ said: '"event":"unconfirmed"', afterMs: fraction() * 300 }),
    () => ({ said: '"event":"accepted"', afterMs: fraction() * 5 }),
  ])();

const resume = ['resume', '--last', '--simulator', '--json'] as const;

function migrate(seed: number, scenario: string): string[] {
  const name = `user${String((seed % 9_000) + 1).padStart(4, '0')}`;
  const host = 'https://fabrikam-my.sharepoint.com';
  const move = ['migrate', 'user', `${name}@contoso.com`, '--target', `${name}@fabrikam.com`, '--target-host', host];
  return [...move, '--simulator', '--scenario', scenario, '--confirm', 'yes', '--events'];
}

/** `phase`: how far the move was when it was killed; null when it came to its end before. */
type Story = { phase: string | null; kills: number; wrong: string[] };

async function tell(seed: number): Promise<Story> {
  const computer = new Computer();
  try {
    const dice = diceOf(seed);
    const scenario = dice.pick(scenarios);
    const first = await computer.run(migrate(seed, scenario), killOf(dice));
    const records = await computer.records();
    const wrong = wrongAtAnyTime(computer.world(), records);
    const phase = records.rows[0]?.state.place ?? 'nothing on disk';
    const { kills, ends } = await recover(computer, dice, migrate(seed, scenario));
    wrong.push(...wrongInTheEnd(computer.world(), await computer.records()), ...wrongWith([first, ...ends]));
    const label = `seed ${seed}, ${scenario}, killed with ${phase}`;
    return {
      phase: first.wasKilled ? phase : null,
      kills: kills + Number(first.wasKilled),
      wrong: wrong.map((text) => `${label}: ${text}`),
    };
  } finally {
    computer.remove();
  }
}

/** What a person does after a crash: goes on with what is recorded, waits, goes on; starts anew where nothing is. */
async function recover(computer: Computer, dice: Dice, again: readonly string[]): Promise<Killed> {
  const done: Killed = { kills: 0, ends: [] };
  for (let round = 0; round < 12; round += 1) {
    const kill = round < 3 && dice.oneIn(3) ? { afterMs: 60 + dice.fraction() * 200 } : undefined;
    const isRecorded = (await computer.records()).rows.length > 0;
    const argv = isRecorded ? [...resume, ...(round > 3 ? ['--confirm', 'yes'] : [])] : again;
    const end = await computer.run(argv, kill);
    done.ends.push(end);
    if (end.wasKilled) done.kills += 1;
    else if (end.exitCode === 0) return done;
    if (round >= 3) computer.pass(6 * minutes);
  }
  return done;
}

type Killed = { kills: number; ends: Ended[] };

/** Done, lost for now, or killed: nothing else may come of these commands. */
const wrongWith = (ends: readonly Ended[]): string[] =>
  ends
    .filter(({ exitCode, wasKilled, hung }) => hung || !(wasKilled || exitCode === 0 || exitCode === 7))
    .map(
      ({ exitCode, hung, out, err }) => `${hung ? 'hung' : `exit ${exitCode}`}: ${out.slice(-600)} ${err.slice(-300)}`,
    );

/** Tells one story after the other until enough processes were killed, or the time is used up. */
async function tellUntil(isEnough: (kills: number) => boolean): Promise<Story[]> {
  const stories: Story[] = [];
  const first = () => stories.filter(({ phase }) => phase !== null).length;
  let seed = 0;
  const worker = async () => {
    while (!isEnough(first())) {
      seed += 1;
      stories.push(await tell(seed));
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return stories;
}

it('a migration that is killed at any moment is neither lost nor sent twice', { timeout: 600_000 }, async () => {
  const startedAt = performance.now();
  const isOver = () => !isLong && performance.now() - startedAt > budgetMs;
  const stories = await tellUntil((kills) => kills >= wanted || (kills >= atLeast && isOver()));
  expect(stories.flatMap(({ wrong }) => wrong)).toEqual([]);
  const phases = new Set(stories.map(({ phase }) => phase));
  expect([...phases]).toEqual(expect.arrayContaining(['nothing on disk', 'intended', 'unconfirmed', 'accepted']));
  if (process.env.CROSSORG_TELL === '1')
    console.log(
      stories.length,
      stories.reduce((n, s) => n + s.kills, 0),
      Object.fromEntries([...phases].map((p) => [p, stories.filter((s) => s.phase === p).length])),
      performance.now() - startedAt,
    );
});
