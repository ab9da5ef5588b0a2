import { expect, it } from 'vitest';
import { type Dice, diceOf, minutes } from '../attacks/cases.ts';
import { wrongAtAnyTime, wrongInTheEnd } from '../attacks/on-disk.ts';
import { Computer, type Ended, type Kill } from '../attacks/processes.ts';

const isLong = process.env.CROSSORG_LONG === '1';
const wanted = 200;
const atLeast = 40;
const budgetMs = 20_000;
const atATime = 3;

const scenarios = ['clean', 'lost-answer', 'lost-answer', 'late-commit', 'late-commit', 'throttled'] as const;

/** A command lives a quarter of a second and longer; what happens in it is said or seen on the way. */
const killOf = ({ pick, fraction }: Dice): Kill =>
  pick<() => Kill>([
    () => ({ afterMs: fraction() * 400 }),
    () => ({ afterMs: fraction() * 400 }),
    () => ({ once: '"event":"started"', afterMs: fraction() * 60 }),
    () => ({ once: '"event":"started"', afterMs: fraction() * 300 }),
    () => ({ once: 'writes', afterMs: fraction() * 12 }),
    () => ({ once: '"event":"intended"', afterMs: fraction() * 10 }),
    () => ({ once: '"event":"intended"', afterMs: fraction() * 100 }),
    () => ({ once: '"event":"unconfirmed"', afterMs: fraction() * 300 }),
    () => ({ once: '"event":"accepted"', afterMs: fraction() * 5 }),
  ])();

const resume = ['resume', '--last', '--simulator', '--json'] as const;

function migrate(seed: number, scenario: string, byId = false): string[] {
  const digits = String((seed % 9_000) + 1).padStart(4, '0');
  const source = byId ? `c0000000-0000-4000-8000-00000000${digits}` : `user${digits}@contoso.com`;
  const host = 'https://fabrikam-my.sharepoint.com';
  const move = ['migrate', 'user', source, '--target', `user${digits}@fabrikam.com`, '--target-host', host];
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
  let isLate = false;
  for (let round = 0; round < 8; round += 1) {
    const kill = round < 3 && dice.oneIn(3) ? { afterMs: 60 + dice.fraction() * 200 } : undefined;
    const isRecorded = (await computer.records()).rows.length > 0;
    const argv = isRecorded ? [...resume, ...(isLate ? ['--confirm', 'yes'] : [])] : again;
    const end = await computer.run(argv, kill);
    done.ends.push(end);
    if (end.wasKilled) done.kills += 1;
    else if (end.exitCode === 0) return done;
    else {
      computer.pass(6 * minutes);
      isLate = true;
    }
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
});

const pairs = isLong ? 80 : 8;

/** Several commands for one source, started nearly together; then whatever stayed open is gone on with. */
async function race(seed: number): Promise<string[]> {
  const computer = new Computer();
  try {
    const dice = diceOf(100_000 + seed);
    const scenario = dice.pick(['clean', 'clean', 'lost-answer', 'late-commit', 'throttled']);
    const argv = migrate(seed, scenario, scenario === 'clean' && dice.oneIn(2));
    if (dice.oneIn(2)) await computer.run([...argv, '--dry-run']);
    const ends = await Promise.all(
      Array.from({ length: dice.pick([2, 2, 3]) }, async () => {
        await new Promise((resolve) => setTimeout(resolve, dice.fraction() * 60));
        return computer.run(argv);
      }),
    );
    const wrong = [...wrongAtAnyTime(computer.world(), await computer.records()), ...unlikelyIn(ends)];
    await recover(computer, { ...dice, oneIn: () => false }, argv);
    wrong.push(...wrongInTheEnd(computer.world(), await computer.records()));
    return wrong.map((text) => `seed ${seed}, ${scenario}: ${text}`);
  } finally {
    computer.remove();
  }
}

/** One has its way; the others take its task over, find it unconfirmed as it does, or are told that the source is busy. */
function unlikelyIn(ends: readonly Ended[]): string[] {
  const others = wrongWith(ends.filter(({ exitCode }) => exitCode !== 9));
  return ends.every(({ exitCode }) => exitCode === 9) ? ['nobody had their way', ...others] : others;
}

it(`one source that several processes migrate at once is moved once, ${pairs} times`, {
  timeout: 600_000,
}, async () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= pairs; seed += 1) wrong.push(...(await race(seed)));
  expect(wrong).toEqual([]);
});
