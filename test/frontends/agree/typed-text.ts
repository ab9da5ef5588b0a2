import { withProfile } from '../../../src/plan/profile-answers.ts';
import { createDraftStore } from '../../../src/store/drafts.ts';
import { fixFor } from '../../../src/wizard/answering.ts';
import type { Happening, Step } from '../../../src/wizard/event.ts';
import { begin, update } from '../../../src/wizard/machine.ts';
import type { State } from '../../../src/wizard/state.ts';
import { fakePorts } from '../../support/ports.ts';
import { type Hand, tell } from './outcome.ts';
import { clockOf, contextFor, type Outcome, originOfTurn, type Story, sessionOf, type Turn } from './story.ts';

/** The state in which a story begins, whoever tells it. */
export function firstState(story: Story, typed: State['typed'] = {}): State {
  const session = sessionOf(story);
  return begin(session, withProfile(typed, session.saved, contextFor(story)), clockOf(story));
}

/** The turn as the event that says it. */
function happeningOf(turn: Turn, state: State): Happening {
  switch (turn.do) {
    case 'reopen':
      return { type: 'reopened', to: turn.id };
    case 'back':
      return { type: 'wentBack', ...(turn.text === undefined ? {} : { text: turn.text }) };
    case 'keep': {
      const entry = state.typed[turn.id];
      if (!entry) throw new Error(`The story keeps ${turn.id}, and nothing stands there`);
      return { type: 'answered', id: turn.id, ...entry };
    }
    case 'accept':
      return { type: 'answered', id: turn.id, text: turn.text, origin: turn.from };
    case 'fix':
    case 'answer':
      return { type: 'answered', id: turn.id, text: turn.text, origin: originOfTurn(turn) };
  }
}

function stepAfter(story: Story, state: State, turn: Turn): Step {
  const offered = state.status === 'asking' ? fixFor(state) : undefined;
  if (turn.do === 'fix' && offered !== turn.text)
    throw new Error(`The story takes the fix ${turn.text}, and ${offered ?? 'nothing'} is offered`);
  return update(state, { ...happeningOf(turn, state), at: clockOf(story) });
}

/** The states of a story told to the machine, the first one before any turn. */
export function statesOf(story: Story): State[] {
  const states = [firstState(story)];
  for (const turn of story.turns) states.push(stepAfter(story, states.at(-1) as State, turn).state);
  return states;
}

export function byTypedText(story: Story): Promise<Outcome> {
  let state = firstState(story);
  const hand: Hand = {
    state: () => state,
    take: (turn) => {
      state = stepAfter(story, state, turn).state;
      return true;
    },
  };
  return tell(story, hand);
}

/** As typed text, but the program ends after each turn, and goes on with what it finds on the disk. */
export function byDraft(story: Story): Promise<Outcome> {
  const { ports } = fakePorts();
  const store = createDraftStore({ files: ports.files, folder: '/state/drafts', now: () => clockOf(story) });
  const keeper = store.keeper('d-1', sessionOf(story).endpoint);
  let state = firstState(story);
  const hand: Hand = {
    state: () => state,
    take: async (turn) => {
      const step = stepAfter(story, state, turn);
      for (const effect of step.effects) if (effect.type === 'saveDraft') await keeper.save(effect.typed);
      state = restored(story, step.state, (await store.read('d-1'))?.typed ?? {});
      return true;
    },
  };
  return tell(story, hand);
}

/** A draft leads to the first open question: where a story is elsewhere on purpose, it goes on there. */
function restored(story: Story, left: State, typed: State['typed']): State {
  const found = firstState(story, typed);
  const isElsewhere = left.status === 'asking' && (found.status !== 'asking' || found.at !== left.at);
  const isSilent = left.status === 'asking' && left.findings.some(({ code }) => code === `${left.at}Missing`);
  return isElsewhere || isSilent ? left : found;
}
