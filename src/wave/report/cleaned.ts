import { cleanText } from '../../problems/clean.ts';

/** Most texts of a run are ids and addresses, which nothing has to be taken out of. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

/** A value with every text in it cleaned: a report is read on terminals, in browsers and in spreadsheets. */
export function cleaned<T>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return plain.test(value) ? value : cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}
