import type { Effect, Step } from './event.ts';
import type { State } from './state.ts';

type DraftEffect = Effect extends infer E
  ? E extends { type: 'saveDraft' | 'dropDraft' }
    ? Omit<E, 'id'>
    : never
  : never;

/**
 * What is typed is kept on disk after each step. Once it is submitted the ledger has it and the draft goes; a draft only ever
 * leads back to the questions and the request, never into a submission.
 */
export function keepDraft(before: State, step: Step): Step {
  const effect = draftEffect(before, step.state);
  if (!effect) return step;
  const id = step.state.effects + 1;
  return { state: { ...step.state, effects: id }, effects: [...step.effects, { ...effect, id }] };
}

function draftEffect(before: State, { status, typed }: State): DraftEffect | null {
  if (status !== before.status && status === 'submitting') return { type: 'dropDraft' };
  if (status !== before.status && status === 'refused') return { type: 'saveDraft', typed };
  return typed === before.typed ? null : { type: 'saveDraft', typed };
}
