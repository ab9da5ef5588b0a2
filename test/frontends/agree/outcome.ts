import { textOf } from '../../../src/plan/describe.ts';
import { progress } from '../../../src/plan/progress.ts';
import { fieldsInStep } from '../../../src/wizard/answering.ts';
import { contextOf } from '../../../src/wizard/asking.ts';
import type { State, StateOf } from '../../../src/wizard/state.ts';
import { contextFor, entryText, noteOf, type Outcome, type Said, type Story, saidIn, type Turn } from './story.ts';

/** What a driver came to, in the one form that all are compared in. */
export function outcomeOf(story: Story, state: State, refusals: Outcome['refusals']): Outcome {
  const { asked, known } = progress(state.typed, contextFor(story));
  const ofAsked = <V>(read: (id: (typeof asked)[number]) => V) =>
    Object.fromEntries(asked.map((id) => [id, read(id)])) as Record<string, V>;
  return {
    status: state.status,
    planId: 'move' in state ? state.move.id : '',
    texts: ofAsked((id) => entryText(state.typed, id)),
    values: ofAsked((id) => textOf(known, id)),
    origins: ofAsked((id) => state.typed[id]?.origin ?? 'default'),
    refusals,
    notes: state.status === 'reviewing' ? state.findings.map(noteOf) : [],
  };
}

/** Whoever takes one turn after the other, as a person does. */
export type Hand = {
  state(): State;
  /** False where the turn cannot be taken in this way at all. */
  take(turn: Turn): Promise<boolean> | boolean;
};

/** Tells a whole story turn by turn, and notes what is refused on the way. */
export async function tell(story: Story, hand: Hand): Promise<Outcome> {
  const refusals: Record<number, readonly Said[]> = {};
  for (const [index, turn] of story.turns.entries()) {
    checkPlace(turn, hand.state());
    if (!(await hand.take(turn))) continue;
    const found = saidIn(standingIn(hand.state()));
    if (found.length > 0) refusals[index] = found;
  }
  return outcomeOf(story, hand.state(), refusals);
}

const standingIn = (state: State) => ('findings' in state ? state.findings : []);

function checkPlace(turn: Turn, state: State): void {
  const place = state.status === 'asking' ? state.at : state.status;
  if (turn.do !== 'reopen' && place !== turn.id)
    throw new Error(`The story goes on with ${turn.do} ${turn.id}, and the driver is at ${place}`);
}

/** Whether a question stands below the open one, in the same step, and is answered already. */
export const isLaterInStep = (state: StateOf<'asking'>, id: Turn['id'], now: number): boolean =>
  fieldsInStep(state, progress(state.typed, contextOf(state, now))).after.includes(id);
