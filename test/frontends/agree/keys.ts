import { expect } from 'vitest';
import { shortId } from '../../../src/plan/plan.ts';
import { progress } from '../../../src/plan/progress.ts';
import { questionAt } from '../../../src/plan/questions.ts';
import { contextOf } from '../../../src/wizard/asking.ts';
import type { State } from '../../../src/wizard/state.ts';
import { stepNumber } from '../../../src/wizard/steps.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { noon } from '../../support/session.ts';
import { type Hand, isLaterInStep, tell } from './outcome.ts';
import { clockOf, type Outcome, type Story, saidIn, type Turn } from './story.ts';
import { firstState } from './typed-text.ts';

const [enter, esc, tab, fix, clear] = ['\r', '\u001b', '\t', '\u0019', '\u0015'];

type Screens = ReturnType<typeof openMigration>;

/** What stands on the screen of a state, and on no other: what is wrong, the question, or the plan. */
function signOf(state: State, now: number): string {
  if (state.status !== 'asking') return 'move' in state ? `Plan ${shortId(state.move.id)}` : '';
  const [wrong] = saidIn(state.findings.filter(({ field }) => field === state.at));
  return wrong?.code ?? questionAt(state.at).prompt(progress(state.typed, contextOf(state, now)).known);
}

/** Presses keys in one piece, and looks on until the screen shows what they led to. */
async function press({ press, engine, waitFor }: Screens, keys: string): Promise<void> {
  const before = engine.state();
  press(keys);
  await expect.poll(() => engine.state() !== before, { interval: 1 }).toBe(true);
  await waitFor(signOf(engine.state(), engine.now()));
}

/** The keys that take a turn; null where no key does. */
function keysOf(turn: Exclude<Turn, { do: 'reopen' }>): string | null {
  switch (turn.do) {
    case 'keep':
      return enter;
    case 'accept':
      return turn.keys ?? enter;
    case 'fix':
      return `${fix}${enter}`;
    case 'back':
      return esc;
    case 'answer': {
      const { choices } = questionAt(turn.id);
      if (!choices) return `${clear}${turn.keys ?? turn.text}${enter}`;
      const place = choices.findIndex(({ value }) => value === turn.text);
      return place === -1 ? null : String(place + 1);
    }
  }
}

export async function byKeys(story: Story): Promise<Outcome> {
  const screens = openMigration(firstState(story));
  screens.pass(clockOf(story) - noon);
  await screens.waitFor(signOf(screens.engine.state(), clockOf(story)));
  const hand: Hand = { state: screens.engine.state, take: (turn) => take(turn, screens) };
  try {
    return await tell(story, hand);
  } finally {
    screens.unmount();
  }
}

async function take(turn: Turn, screens: Screens): Promise<boolean> {
  if (turn.do === 'reopen') {
    await goTo(turn.id, screens);
    return true;
  }
  if (turn.do === 'back' && turn.text !== undefined) {
    // An Esc needs a piece of its own.
    screens.press(`${clear}${turn.text}`);
    await screens.waitFor(turn.text);
  }
  const isChoice = turn.do === 'fix' && questionAt(turn.id).choices !== undefined;
  const keys = keysOf(isChoice ? { ...turn, do: 'answer' } : turn);
  if (keys !== null) await press(screens, keys);
  return keys !== null;
}

/** From the request by the digit of the step; inside a step with Tab, and otherwise with Esc. */
async function goTo(id: Turn['id'], screens: Screens): Promise<void> {
  const { engine } = screens;
  for (let state = engine.state(); state.status !== 'asking' || state.at !== id; state = engine.state()) {
    if (state.status !== 'asking') await press(screens, String(stepNumber[questionAt(id).step]));
    else await press(screens, isLaterInStep(state, id, engine.now()) ? tab : esc);
  }
}
