import type { Typed } from '../plan/typed.ts';
import { settle, whileAsking } from './asking.ts';
import { whileConfirming, whileDryRunDone, whileDryRunning, whileReviewing } from './checking.ts';
import { keepDraft } from './drafting.ts';
import type { Event, Step } from './event.ts';
import {
  beginWatch,
  whileCancelling,
  whileFinished,
  whileRefused,
  whileSubmitting,
  whileUnconfirmed,
  whileWatching,
} from './following.ts';
import type { Followed, Session, State } from './state.ts';

/** Starts with what is already known: at the first open question, or at the review when nothing is open. */
export const begin = (session: Session, typed: Typed, at: number): State => settle({ session, typed, effects: 0 }, at);

/** Starts with a task that was submitted earlier, read back from the ledger. */
export const beginFollowing = (session: Session, typed: Typed, followed: Followed, at: number): Step =>
  beginWatch({ session, typed, effects: 0 }, followed, at);

/** The life of one migration. Events that do not belong to the state, or answer an older effect, change nothing. */
export const update = (state: State, event: Event): Step => keepDraft(state, react(state, event));

function react(state: State, event: Event): Step {
  switch (state.status) {
    case 'asking':
      return whileAsking(state, event);
    case 'reviewing':
      return whileReviewing(state, event);
    case 'dryRunning':
      return whileDryRunning(state, event);
    case 'dryRunDone':
      return whileDryRunDone(state, event);
    case 'confirming':
      return whileConfirming(state, event);
    case 'submitting':
      return whileSubmitting(state, event);
    case 'refused':
      return whileRefused(state, event);
    case 'unconfirmed':
      return whileUnconfirmed(state, event);
    case 'watching':
      return whileWatching(state, event);
    case 'cancelling':
      return whileCancelling(state, event);
    case 'finished':
      return whileFinished(state, event);
  }
}
