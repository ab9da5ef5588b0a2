import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuestionId } from '../../src/plan/answers.ts';
import { questionIds } from '../../src/plan/questions.ts';
import type { Effect, Event, Happening } from '../../src/wizard/event.ts';
import { begin, update } from '../../src/wizard/machine.ts';
import type { State } from '../../src/wizard/state.ts';
import { noon, session, userTexts } from '../support/session.ts';
import { answerSets, lost, plainAnswer, reportOf, typedTexts } from '../support/states.ts';
import { aTask } from '../support/tasks.ts';

const isLong = process.env.CROSSORG_LONG === '1';
/** Stories of so many events each: 100,000 events in all, ten times that in a long run. */
const EVENTS = 200;
const STORIES = isLong ? 5000 : 500;

const texts = [...new Set(Object.values(answerSets).flatMap((answers) => Object.values(answers))), '', 'dana@', 'now'];
const words = ['yes', 'y', 'yes ', 'YES', 'no', '', '1'];

/** One event, drawn from numbers so that it can be shrunk: mostly what the state waits for, sometimes anything. */
const roll = fc.record({ kind: fc.nat(19), a: fc.nat(999), b: fc.nat(999), waitMs: fc.nat(40 * 60_000) });
type Roll = typeof roll extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

const questionOf = (state: State, at: number): QuestionId =>
  state.status === 'asking' ? state.at : pick(questionIds, at);

/** The next thing that a person without trouble would do. */
function forward(state: State, { a }: Roll): Happening {
  switch (state.status) {
    case 'asking': {
      const answers: Partial<Record<QuestionId, string>> = pick(Object.values(answerSets), a);
      return { type: 'answered', id: state.at, text: answers[state.at] ?? '', origin: 'typed' };
    }
    case 'reviewing':
      return { type: 'dryRunAsked' };
    case 'dryRunDone':
      return { type: 'confirmationOpened' };
    case 'confirming':
      return { type: 'confirmed', word: pick(words, a) };
    case 'watching':
      return { type: 'cancelAsked', word: pick(words, a) };
    case 'unconfirmed':
      return { type: 'resendAsked', word: pick(words, a) };
    default:
      return { type: 'triedAgain' };
  }
}

/** What a service, slow or lying, may say about some effect, this one or another. */
function fromOutside(waiting: Effect, effect: number, { a, b }: Roll, at: number): Happening | null {
  const stranger = { ...waiting, id: effect };
  if (stranger.type === 'dryRun') {
    const planId = a % 7 === 0 ? 'f'.repeat(64) : stranger.move.id;
    return { type: 'dryRunFinished', effect, report: reportOf(planId, at, b % 3 !== 0) };
  }
  if (stranger.type === 'submit' && a % 3 === 0) return { type: 'submitted', effect, outcome: lost(at, b % 2 === 0) };
  if (stranger.type === 'settle' && a % 2 === 0) return { type: 'submitted', effect, outcome: lost(at, true) };
  if (stranger.type === 'look') {
    const task = pick([aTask(), aTask({ state: 'running', rawStatus: 'inProgress' }), ended('failed')], a);
    return { type: 'looked', effect, outcome: { ok: true, task, at } };
  }
  return plainAnswer(stranger, at);
}

const ended = (state: 'failed' | 'completed') => aTask({ state, rawStatus: state, final: true });

/** Keys of every screen, whether or not they belong to this one. */
function anyKey(state: State, { a, b }: Roll): Happening {
  return pick<Happening>(
    [
      { type: 'answered', id: questionOf(state, a), text: pick(texts, b), origin: 'typed' },
      { type: 'wentBack', ...(b % 2 ? { text: pick(texts, a) } : {}) },
      { type: 'reopened', to: pick(questionIds, b) },
      { type: 'dryRunAsked' },
      { type: 'confirmationOpened' },
      { type: 'confirmed', word: pick(words, b) },
      { type: 'lookAsked' },
      { type: 'resendAsked', word: pick(words, b) },
      { type: 'cancelAsked', word: pick(words, b) },
      { type: 'triedAgain' },
    ],
    a,
  );
}

function eventOf(state: State, effects: readonly Effect[], rolled: Roll, at: number): Happening {
  const { kind, a } = rolled;
  const awaited = 'waitingFor' in state ? state.waitingFor : null;
  const waiting = effects.findLast(({ id }) => id === awaited);
  if (kind < 8)
    return waiting ? (fromOutside(waiting, waiting.id, rolled, at) ?? anyKey(state, rolled)) : forward(state, rolled);
  if (kind < 12) return forward(state, rolled);
  const old = effects.length > 0 ? pick(effects, a) : undefined;
  if (kind < 15 && old) return fromOutside(old, kind === 14 ? a % 50 : old.id, rolled, at) ?? anyKey(state, rolled);
  return anyKey(state, rolled);
}

/** Plays a story, and holds every effect against what must have happened before it. */
function play(rolls: readonly Roll[], first: State) {
  const effects: Effect[] = [];
  const seen = { submits: 0, cancels: 0, resends: 0 };
  const clean = new Map<string, number>();
  let state = first;
  let at = noon;
  for (const rolled of rolls) {
    at += rolled.waitMs % 97 === 0 ? rolled.waitMs : rolled.waitMs % 5000;
    const happening = eventOf(state, effects, rolled, at);
    const before = state;
    const step = update(state, { ...happening, at } as Event);
    if (happening.type === 'dryRunFinished' && happening.report.clean && step.state !== before)
      clean.set(happening.report.clean.planId, happening.report.at);
    for (const effect of step.effects) {
      if (effect.type === 'submit') {
        seen.submits += 1;
        expect(before.status).toBe('confirming');
        expect(happening).toMatchObject({ type: 'confirmed' });
        expect('word' in happening && happening.word.trim()).toBe('yes');
        const { move } = effect.confirmed;
        expect(effect.dryRun.planId).toBe(move.id);
        expect(clean.has(move.id)).toBe(true);
        expect(at - effect.dryRun.at).toBeLessThanOrEqual(3_600_000);
        expect('move' in before && before.move.id).toBe(move.id);
      }
      if (effect.type === 'cancelTask') {
        seen.cancels += 1;
        expect(happening).toMatchObject({ type: 'cancelAsked' });
        expect('word' in happening && happening.word.trim()).toBe('yes');
      }
      if (effect.type === 'settle' && effect.resend) {
        seen.resends += 1;
        expect(happening).toEqual({ type: 'resendAsked', word: 'yes' });
        expect(before).toMatchObject({ status: 'unconfirmed', mayResend: true });
      }
    }
    effects.push(...step.effects);
    if (effects.length > 60) effects.splice(0, 30);
    state = step.state;
  }
  return seen;
}

test('100,000 random events submit, cancel and send again only after the word, and a clean dry run of the same plan', () => {
  const all = { submits: 0, cancels: 0, resends: 0 };
  fc.assert(
    fc.property(fc.array(roll, { minLength: EVENTS, maxLength: EVENTS }), fc.boolean(), (rolls, isReady) => {
      const first = begin(session, isReady ? typedTexts(userTexts) : {}, noon);
      const seen = play(rolls, first);
      all.submits += seen.submits;
      all.cancels += seen.cancels;
      all.resends += seen.resends;
    }),
    { numRuns: STORIES, ...(isLong ? {} : { seed: 20_261_205 }), endOnFailure: false },
  );
  // The stories go deep enough for the rule to mean something.
  expect(all.submits).toBeGreaterThan(100);
  expect(all.cancels).toBeGreaterThan(50);
  expect(all.resends).toBeGreaterThan(5);
});
