// How long 5,000 rows take to be read and checked, in milliseconds and as parts of the half second that is promised.
import { readSheet } from '../../src/wave/csv/sheet.ts';
import { profileWith } from '../support/profiles.ts';
import { type LongForm, longFile } from '../wave/csv/long-file.ts';
import { bytesOf, optionsIn, type Place } from '../wave/csv/reading.ts';

const rows = 5_000;
const rounds = 11;
const promisedMs = 500;
const profile = profileWith({ window: '22:00-06:00' });

const cases: readonly { name: string; form: LongForm; place: Place }[] = [
  { name: 'complete rows', form: 'whole', place: {} },
  { name: 'complete rows, held to a profile', form: 'whole', place: { profile } },
  { name: 'sources alone, the rest by profile and rule', form: 'bare', place: { profile, flags: { type: 'user' } } },
  { name: 'three slips in every row', form: 'wrong', place: {} },
  { name: 'every cell wrong, held to a profile', form: 'broken', place: { profile } },
  { name: 'all rows of one source and one target', form: 'same', place: {} },
];

function measure({ form, place }: (typeof cases)[number]): number[] {
  const bytes = bytesOf(longFile(rows, form));
  return Array.from({ length: rounds }, () => {
    const from = performance.now();
    readSheet(bytes, optionsIn(place));
    return performance.now() - from;
  });
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const measured = cases.map((one) => {
  const [first = Number.NaN, ...others] = measure(one);
  const ms = median(others);
  return {
    name: one.name,
    'first ms': rounded(first, 0),
    ms: rounded(ms, 0),
    ratio: rounded(ms / promisedMs, 2),
    first,
  };
});
console.table(Object.fromEntries(measured.map(({ name, first: _, ...row }) => [name, row])));
process.exitCode = measured.some(({ first, ms }) => first > promisedMs || ms > promisedMs) ? 1 : 0;
