import { quoted } from './parse/readable.ts';

/** The form of a value in a file. Fields that an object does not name are let through and left alone. */
export type Shape =
  | { is: 'value'; expected: string; fits: (value: unknown) => boolean }
  | { is: 'object'; fields: Readonly<Record<string, Shape>> }
  | { is: 'list'; of: Shape }
  | { is: 'orNull'; shape: Shape };

/** One place that has another form, and what should stand there. */
export type ShapeFault = { path: string; expected: string; found: string };

const value = (expected: string, fits: (value: unknown) => boolean): Shape => ({ is: 'value', expected, fits });
export const object = (fields: Readonly<Record<string, Shape>>): Shape => ({ is: 'object', fields });
export const list = (of: Shape): Shape => ({ is: 'list', of });
export const orNull = (shape: Shape): Shape => ({ is: 'orNull', shape });

export const text: Shape = value('a text', (one) => typeof one === 'string');
export const matching = (expected: string, pattern: RegExp): Shape =>
  value(expected, (one) => typeof one === 'string' && pattern.test(one));
export const exactly = (word: string): Shape => value(`"${word}"`, (one) => one === word);
export const oneOf = (words: readonly string[]): Shape =>
  value(`one of ${words.join(', ')}`, (one) => typeof one === 'string' && words.includes(one));
export const whole: Shape = value('a whole number from 1', (one) => Number.isSafeInteger(one) && Number(one) >= 1);
export const yesOrNo: Shape = value('true or false', (one) => typeof one === 'boolean');
export const anyObject: Shape = object({});
/** A moment in UTC, such as `2026-12-05T22:00:00Z`. */
export const utcTime: Shape = value(
  'a time in UTC such as 2026-12-05T22:00:00Z',
  (one) =>
    typeof one === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(one) &&
    !Number.isNaN(Date.parse(one)),
);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (one: unknown): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one);

/** Every place where a value has another form. */
export function shapeFaults(one: unknown, shape: Shape, path = ''): ShapeFault[] {
  switch (shape.is) {
    case 'value':
      return shape.fits(one) ? [] : [faultAt(path, shape.expected, one)];
    case 'orNull':
      return one === null ? [] : shapeFaults(one, shape.shape, path);
    case 'list':
      return Array.isArray(one)
        ? one.flatMap((inner, index) => shapeFaults(inner, shape.of, `${path}[${index}]`))
        : [faultAt(path, 'a list', one)];
    case 'object':
      return isFields(one)
        ? Object.entries(shape.fields).flatMap(([name, inner]) => shapeFaults(one[name], inner, joined(path, name)))
        : [faultAt(path, 'an object', one)];
  }
}

/** What of a value the shape names: the rest may come from a newer version. */
export function knownPart(one: unknown, shape: Shape): unknown {
  switch (shape.is) {
    case 'orNull':
      return one === null ? null : knownPart(one, shape.shape);
    case 'list':
      return Array.isArray(one) ? one.map((inner) => knownPart(inner, shape.of)) : one;
    case 'object': {
      const names = Object.keys(shape.fields);
      if (!isFields(one) || names.length === 0) return one;
      return Object.fromEntries(names.map((name) => [name, knownPart(one[name], shape.fields[name] ?? anyObject)]));
    }
    default:
      return one;
  }
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const faultAt = (path: string, expected: string, one: unknown): ShapeFault => ({
  path: path === '' ? 'the file' : path,
  expected,
  found: shownAs(one),
});

function shownAs(one: unknown): string {
  if (one === undefined) return 'nothing';
  if (Array.isArray(one)) return 'a list';
  return typeof one === 'object' && one !== null ? 'an object' : quoted(String(one));
}
