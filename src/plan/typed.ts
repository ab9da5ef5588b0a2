import type { QuestionId } from './answers.ts';

/** Where a value came from; shown after every value on review and in JSON. */
export type Origin = 'flag' | 'env' | 'typed' | 'profile' | 'rule' | 'default' | `file:${number}`;

/** Text as a person, a script, a file or a profile gave it. Times are kept as the instant they were resolved to. */
export type Entry = { text: string; origin: Origin };

/** The one shape shared by the wizard, flags, lines, a CSV row, a profile and a draft. */
export type Typed = { readonly [K in QuestionId]?: Entry };

export const typedAs = (origin: Origin, texts: Partial<Record<QuestionId, string | undefined>>): Typed =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([id, text]) => (text === undefined ? [] : [[id, { text, origin } satisfies Entry]])),
  );

export const textsOf = (typed: Typed): Partial<Record<QuestionId, string>> =>
  Object.fromEntries(Object.entries(typed).map(([id, entry]) => [id, entry.text]));
