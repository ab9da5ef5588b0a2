import type { QuestionId } from '../plan/answers.ts';
import type { Finding } from '../plan/finding.ts';
import { planMove } from '../plan/id.ts';
import { missingAnswer } from '../plan/missing.ts';
import { withProfile } from '../plan/profile-answers.ts';
import { answer, type Progress, progress } from '../plan/progress.ts';
import type { Context } from '../plan/question.ts';
import type { Entry, Typed } from '../plan/typed.ts';
import type { Event, Step } from './event.ts';
import type { Base, State, StateOf } from './state.ts';
import { suggestionFor } from './suggest.ts';

export const only = (state: State): Step => ({ state, effects: [] });

export const baseOf = ({ session, typed, effects }: Base): Base => ({ session, typed, effects });

export const contextOf = ({ session }: Pick<Base, 'session'>, at: number): Context => ({
  now: at,
  zone: session.zone,
  sourceTenantId: session.source.tenantId,
  profile: session.saved ?? null,
});

/** Where these answers lead: the first question that is open or wrong, else the review. */
export function settle(base: Base, at: number): State {
  const walked = progress(base.typed, contextOf(base, at));
  if (walked.next !== null) return askAt(base, walked, walked.next);
  const { endpoint, source, target } = base.session;
  const move = planMove(walked.plan, endpoint, { sourceTenantId: source.tenantId, targetTenantId: target.tenantId });
  return {
    ...baseOf(base),
    status: 'reviewing',
    move,
    findings: [...(base.session.warnings ?? []), ...walked.findings],
  };
}

const askAt = (base: Base, { findings }: Pick<Progress, 'findings'>, at: QuestionId): StateOf<'asking'> => ({
  ...baseOf(base),
  status: 'asking',
  at,
  findings,
});

export function whileAsking(state: StateOf<'asking'>, event: Event): Step {
  switch (event.type) {
    case 'answered':
      return only(afterAnswer(state, event));
    case 'wentBack':
      return only(backFrom(keepText(state, event), event.at));
    case 'reopened':
      return only(reopen(keepText(state, event), event.to, event.at));
    default:
      return only(state);
  }
}

type Answered = Extract<Event, { type: 'answered' }>;

function afterAnswer(state: StateOf<'asking'>, event: Answered): State {
  const context = contextOf(state, event.at);
  const typed = answerHere(state, event.id, { text: event.text, origin: event.origin }, event.at);
  const settled = settle({ ...baseOf(state), typed }, event.at);
  if (settled.status !== 'asking' || settled.at !== event.id || has(settled.findings, event.id)) return settled;
  return { ...settled, findings: [missingAnswer(event.id, progress(typed, context).known), ...settled.findings] };
}

function answerHere(state: Base, id: QuestionId, entry: Entry, at: number): Typed {
  const context = contextOf(state, at);
  const answered = answer(state.typed, id, entry, context);
  if (id === 'start' || id === 'latestStart') return followWindow(state, answered, context);
  return id === 'source' ? followRule(state, answered, context) : answered;
}

/** Start and latest start that came from a profile's window belong together: with another one of them it speaks again. */
const followWindow = ({ session: { saved } }: Base, typed: Typed, context: Context): Typed =>
  saved?.window ? withProfile(typed, saved, context) : typed;

/** A target that came from the naming rule belongs to its source: with another source the rule speaks again. */
function followRule({ session }: Base, typed: Typed, context: Context): Typed {
  const { target, ...others } = typed;
  if (target?.origin !== 'rule') return typed;
  const suggested = suggestionFor(session.hints, progress(others, context).known, 'target');
  return suggested === null ? others : { ...others, target: suggested };
}

const has = (findings: readonly Finding[], id: QuestionId): boolean => findings.some((f) => f.field === id);

/** Leaving a field keeps what stands in it, also when it cannot be read: Back never loses text. */
function keepText(state: StateOf<'asking'>, event: { text?: string | undefined; at: number }): StateOf<'asking'> {
  const before = state.typed[state.at]?.text;
  if (event.text === undefined || event.text === (before ?? '')) return state;
  return { ...state, typed: answerHere(state, state.at, { text: event.text, origin: 'typed' }, event.at) };
}

function backFrom(state: StateOf<'asking'>, at: number): State {
  const walked = progress(state.typed, contextOf(state, at));
  const previous = walked.asked[walked.asked.indexOf(state.at) - 1];
  return askAt(state, walked, previous ?? state.at);
}

/** Opens a question; the first one where these answers do not lead to it. */
export function reopen(base: Base, to: QuestionId, at: number): State {
  const walked = progress(base.typed, contextOf(base, at));
  return askAt(base, walked, walked.asked.includes(to) ? to : 'type');
}

export function reopenLast(base: Base, at: number): State {
  const walked = progress(base.typed, contextOf(base, at));
  return askAt(base, walked, walked.asked.at(-1) ?? 'type');
}
