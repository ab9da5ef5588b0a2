import { describe, expect, test } from 'vitest';
import type { QuestionId } from '../../src/plan/answers.ts';
import type { Origin } from '../../src/plan/typed.ts';
import { byKeys } from './agree/keys.ts';
import { byLines, byPipe } from './agree/lines.ts';
import { byArgv, byCsvRow, byPlanFile, byPrintedCommand } from './agree/scripts.ts';
import { stories } from './agree/stories.ts';
import {
  expectedOf,
  type Outcome,
  originsOfPeople,
  originsOfScripts,
  type Story,
  saidByScripts,
} from './agree/story.ts';
import { byDraft, byTypedText, statesOf } from './agree/typed-text.ts';

type Driver = {
  name: string;
  tell: (story: Story) => Promise<Outcome>;
  /** Where a person's own words come to; null where nobody but a person says something. */
  own: Origin | null;
};

const drivers: readonly Driver[] = [
  { name: 'typed text', tell: byTypedText, own: null },
  { name: 'a command line', tell: byArgv, own: 'flag' },
  { name: 'lines', tell: byLines, own: null },
  { name: 'lines from a pipe', tell: byPipe, own: null },
  { name: 'key presses', tell: byKeys, own: null },
  { name: 'a row of a file', tell: byCsvRow, own: 'file:2' },
  { name: 'a draft that is found again after every turn', tell: byDraft, own: null },
];

const rows = stories.map((story) => ({ ...story, story }));

describe.each(drivers)('by $name', ({ name, tell, own }) => {
  test.each(rows.filter(({ notInRows }) => notInRows === undefined || own !== 'file:2'))('$name', async ({ story }) => {
    const [outcome, reference] = await Promise.all([tell(story), byTypedText(story)]);
    const last = statesOf(story).at(-1);
    const asked = Object.keys(reference.texts) as QuestionId[];
    const people = originsOfPeople(story, asked);
    expect(outcome).toEqual({
      ...reference,
      status: 'reviewing',
      texts: expectedOf(story, asked),
      origins: own === null || !last ? people : originsOfScripts(people, saidByScripts(story, last), own),
      refusals: possible(reference.refusals, story, name === 'key presses'),
    });
  });
});

/** A list has no wrong choice. */
const possible = (refusals: Outcome['refusals'], { turns }: Story, isByKeys: boolean): Outcome['refusals'] =>
  Object.fromEntries(Object.entries(refusals).filter(([turn]) => !(isByKeys && isWrongChoice(turns[Number(turn)]))));

const isWrongChoice = (turn: Story['turns'][number] | undefined): boolean =>
  turn?.do === 'answer' && turn.id === 'type' && (turn.says ?? []).includes('type typeUnreadable');

describe('in its own words', () => {
  test.each(rows)('$name', async ({ story }) => {
    const { status, refusals, notes } = await byTypedText(story);
    const codes = story.turns.map((_, turn) => (refusals[turn] ?? []).map(({ field, code }) => `${field} ${code}`));
    expect({ status, codes, notes }).toEqual({
      status: 'reviewing',
      codes: story.turns.map(({ says = [] }) => says),
      notes: story.notes ?? [],
    });
  });
});

const finished = [
  { name: 'saved as a file and read back', tell: byPlanFile },
  { name: 'printed as a command and typed the next day, elsewhere', tell: byPrintedCommand },
];

describe.each(finished)('the plan $name', ({ tell }) => {
  test.each(rows)('$name', async ({ story }) => {
    const { status, planId, values } = await byTypedText(story);
    expect(await tell(story)).toMatchObject({ status, planId, values });
  });
});

test('there are at least thirty of them, each with a name of its own', () => {
  expect(new Set(stories.map(({ name }) => name)).size).toBe(stories.length);
  expect(stories.length).toBeGreaterThanOrEqual(30);
});
