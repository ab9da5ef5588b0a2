import { cleanText } from '../../src/problems/clean.ts';
import type { Problem } from '../../src/wizard/wave/wave-problems.ts';
import { counted } from '../../src/wizard/wave/wave-summary.ts';
import { findingLines } from '../frame/finding-lines.ts';
import { wrapText } from '../text/wrap.ts';

const LABEL = 6;
/** Longer values are cut: what is wrong with them stands below. */
const longestValue = 48;

/** Where it stands and what stands there: `line 7   column 3 source   "omar@contoso"`. */
export function problemHead({ finding, line, rows }: Problem): string {
  if (rows > 1) return `${counted(rows, 'row')}   ${finding.code}`;
  const { at } = finding;
  const place = at?.line ?? line?.line;
  const column = at?.column ? `column ${at.column} ${cleanText(at.columnName ?? '')}`.trim() : (at?.columnName ?? '');
  const value = at?.value ? `"${cleanText(at.value, { maxLength: longestValue })}"` : '';
  const parts = [place === undefined ? '' : `line ${place}`, column, value].filter((part) => part !== '');
  return parts.length === 0 ? finding.code : parts.join('   ');
}

/** What, why and what to do, below its head. */
export function problemLines({ finding, fix, rows }: Problem, width: number): string[] {
  const room = Math.max(8, width - LABEL);
  const said = findingLines(finding, room).map(({ label, text }) => label.padEnd(LABEL) + text);
  const form = rows > 1 || fix !== null ? null : (finding.at?.expected ?? null);
  return [
    ...said,
    ...(fix === null ? [] : wrapped('', `Ctrl+Y takes ${cleanText(fix.text)}.`, room)),
    ...(form === null || said.some((text) => text.includes(form)) ? [] : wrapped('Form', cleanText(form), room)),
  ];
}

const wrapped = (label: string, text: string, room: number): string[] =>
  wrapText(text, room).map((line, at) => (at === 0 ? label : '').padEnd(LABEL) + line);
