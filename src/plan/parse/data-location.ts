import type { DataLocation } from '../answers.ts';
import type { Parse } from '../question.ts';
import { err, ok } from '../result.ts';
import { quoted, readable, suggesting } from './readable.ts';

/** The documented codes, and POL and QAT, which public libraries list. */
export const dataLocations: ReadonlyMap<string, string> = new Map([
  ['APC', 'Asia-Pacific'],
  ['ARE', 'United Arab Emirates'],
  ['AUS', 'Australia'],
  ['BRA', 'Brazil'],
  ['CAN', 'Canada'],
  ['CHE', 'Switzerland'],
  ['DEU', 'Germany'],
  ['EUR', 'Europe, Middle East, Africa'],
  ['FRA', 'France'],
  ['GBR', 'United Kingdom'],
  ['IND', 'India'],
  ['JPN', 'Japan'],
  ['KOR', 'Korea'],
  ['NAM', 'North America'],
  ['NOR', 'Norway'],
  ['POL', 'Poland'],
  ['QAT', 'Qatar'],
  ['SWE', 'Sweden'],
  ['ZAF', 'South Africa'],
]);

/** Empty says nothing, `default` asks for the default geography, three letters name one. */
export const parseDataLocation: Parse<DataLocation> = readable((text) => {
  if (text === '') return ok('unset');
  if (text.toLowerCase() === 'default') return ok(null);
  if (/^[a-z]{3}$/i.test(text)) return ok(text.toUpperCase());
  return err({
    what: `${quoted(text)} is not a data location.`,
    why: 'A data location is a code of three letters, or the word default.',
    next: 'Use a code such as FRA, EUR or NAM, or leave it empty to say nothing.',
    ...suggesting(codeOf(text)),
  });
});

const codeOf = (region: string): string | undefined =>
  [...dataLocations].find(([, name]) => name.toLowerCase() === region.toLowerCase())?.[0];
