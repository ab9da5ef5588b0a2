import type { Known, Party, QuestionId } from './answers.ts';
import type { Progress } from './progress.ts';
import type { AskStep } from './question.ts';
import { questionAt, questions } from './questions.ts';
import { bothTimes } from './schedule.ts';
import type { Origin, Typed } from './typed.ts';

/** What describing needs of the walk. */
export type Walk = Pick<Progress, 'asked' | 'known'>;

/** A value of the plan as `plan.values` of the JSON output has it. */
export type PlanValue = { name: QuestionId; value: string; origin: Origin };

/** A value as review screens show it. */
export type LabelledValue = { id: QuestionId; step: AskStep; label: string; shown: string; origin: Origin };

/** The text that, read again, always gives this value; empty where there is nothing to say. */
export function textOf(known: Known, id: QuestionId): string {
  const value = known[id];
  switch (id) {
    case 'source':
    case 'target':
      return partyText(known[id]);
    case 'targetLocation':
      return value === null ? 'default' : value === 'unset' ? '' : String(value ?? '');
    default:
      return value === undefined || value === null ? '' : (questionAt(id).canonical?.(value) ?? String(value));
  }
}

function partyText(party: Party | undefined): string {
  switch (party?.kind) {
    case 'person':
      return party.by === 'upn' ? party.upn : party.id;
    case 'site':
      return party.url;
    case 'group':
      return party.mailNickname;
    default:
      return '';
  }
}

/** The answers that make the plan, in order; what was left out or only follows from others is not listed. */
export const valuesOf = (typed: Typed, walk: Walk): PlanValue[] =>
  walk.asked.flatMap((id) => {
    const value = textOf(walk.known, id);
    const origin = typed[id]?.origin;
    if (value === '' || origin === undefined || (id === 'targetBy' && origin === 'default')) return [];
    return [{ name: id, value, origin }];
  });

/** The same values in words, times in the zone and in UTC. */
export const labelled = (typed: Typed, walk: Walk, zone: string): LabelledValue[] =>
  valuesOf(typed, walk).map(({ name, value, origin }) => ({
    id: name,
    step: questions[name].step,
    label: questions[name].label(walk.known),
    shown: shownAs(walk.known, name, value, zone),
    origin,
  }));

function shownAs(known: Known, id: QuestionId, text: string, zone: string): string {
  const value = known[id];
  if ((id === 'start' || id === 'latestStart') && typeof value === 'number') return bothTimes(value, zone);
  if (id === 'start') return 'As soon as the service has room';
  if (id === 'targetLocation' && value === null) return 'The default location';
  const party = id === 'source' || id === 'target' ? known[id] : undefined;
  if (party?.kind === 'person' && party.by === 'id') return `${text} (object id)`;
  return questions[id].choices?.find((choice) => choice.value === text)?.label ?? text;
}
