import Type, { type TNull, type TSchema, type TUnion, type TUnsafe } from 'typebox';

type Notes = { description?: string };

/** A text that is there. */
export const text = (description: string) => Type.String({ pattern: /\S/.source, description });
/** A text that may be empty. */
export const anyText = (description: string) => Type.String({ description });
export const count = (description: string) => Type.Integer({ minimum: 0, description });
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** ISO 8601 in UTC, with `Z` at its end. A pattern, because not every validator knows formats. */
export const time = (description = 'UTC.') => Type.String({ pattern: utc.source, description });
export const address = (description: string) => Type.String({ pattern: '^https?://', description });
export const planId = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description });

const oneOfText = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([word, meaning]) => `${word}: ${meaning}`)
    .join('. ');

/** One of the words of a table; what each of them means stands in the description. */
export const oneOf = <W extends string>(words: Readonly<Record<W, string>>, { description }: Notes = {}): TUnsafe<W> =>
  Type.Unsafe<W>({
    type: 'string',
    enum: Object.keys(words),
    description: `${description === undefined ? '' : `${description} `}${oneOfText(words)}.`,
  });

/** The same for numbers. */
export const oneNumberOf = <N extends number>(words: Readonly<Record<N, string>>, notes: Notes = {}): TUnsafe<N> =>
  Type.Unsafe<N>({
    ...oneOf(words as Readonly<Record<string, string>>, notes),
    type: 'integer',
    enum: Object.keys(words).map(Number),
  });

/** A value, or null where there is none. */
export const orNull = <S extends TSchema>(schema: S, description: string): TUnion<[S, TNull]> =>
  Type.Union([schema, Type.Null()], { description });
