import type { Finding } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import { cleanText } from '../problems/clean.ts';
import { hideSecrets } from '../problems/secrets.ts';
import { mendOf } from '../wave/csv/fix.ts';
import { expectedForm, type Placed, problemPlace } from '../wizard/wave/problem-place.ts';
import { besides } from './layout.ts';
import type { Line } from './lines/voice.ts';
import type { Paper } from './print-findings.ts';

const column = 11;

/** Where findings that say the same stand in a file, and what belongs there; nothing for those that are in no file. */
export function placeLines(findings: readonly Finding[], { width }: Pick<Paper, 'width'>): string[] {
  const row = (label: string, text: string) => besides(label, hideSecrets(cleanText(text)), { column, width });
  const form = formOf(findings);
  return [
    ...(form === null ? [] : row('  Form', form)),
    ...placesOf(findings).flatMap((place, at) => row(at === 0 ? '  At' : '', place)),
  ];
}

/** Nobody listens to more places than these. */
const mostSpoken = 12;

/** The same to be listened to. */
export function spokenPlaces(findings: readonly Finding[]): Line[] {
  const form = formOf(findings);
  const places = placesOf(findings);
  const more = places.length - mostSpoken;
  return [
    ...(form === null ? [] : [`Form: ${form}`]),
    ...places.slice(0, mostSpoken).map((place) => `At: ${place}`),
    ...(more > 0 ? [`And ${more} more places. With --json all of them are told.`] : []),
  ];
}

const placed = (finding: Finding): Placed => ({ finding, rows: 1, line: null, fix: mendOf(finding) });

/** Findings of one group have one form; where each has its fix, nobody needs it. */
function formOf(findings: readonly Finding[]): string | null {
  const unfixed = findings.find((finding) => mendOf(finding) === null);
  return unfixed === undefined ? null : expectedForm(placed(unfixed));
}

function placesOf(findings: readonly Finding[]): string[] {
  const [first, ...others] = findings.filter(({ at }) => at !== undefined);
  if (first === undefined) return [];
  const said = withoutPlace(first.what, first);
  return [
    placeOf(first),
    ...others.map((one) => placeOf(one) + (withoutPlace(one.what, one) === said ? '' : `: ${one.what}`)),
  ];
}

function placeOf(finding: Finding): string {
  const { fix, ...rest } = placed(finding);
  return [...problemPlace({ fix, ...rest }), ...(fix === null ? [] : [`fix: ${fix.text}`])].join(', ');
}

/** A text about a cell as it would be about any other one that has the same wrong with it. */
export function withoutPlace(text: string, { at }: Pick<Finding, 'at'>): string {
  if (!at) return text;
  const value = at.value ?? '';
  const unquoted = value === '' ? text : text.replaceAll(quoted(value), '');
  // A value of one letter is in every text.
  const bare = value.length > 3 ? unquoted.replaceAll(value, '') : unquoted;
  return bare.replace(new RegExp(`\\bline ${at.line}\\b`, 'gi'), '');
}
