import { cleanText } from '../../src/problems/clean.ts';
import { expectedForm, isOneRow, problemPlace } from '../../src/wizard/wave/problem-place.ts';
import type { Problem } from '../../src/wizard/wave/wave-problems.ts';
import { findingLines } from '../frame/finding-lines.ts';
import { wrapText } from '../text/wrap.ts';

const LABEL = 6;

/** Where it stands and what stands there: `line 7   column 3 source   "omar@contoso"`. */
export const problemHead = (problem: Problem): string =>
  [...problemPlace(problem), ...(isOneRow(problem) ? [] : [problem.finding.code])].join('   ');

/** What, why and what to do, below its head. */
export function problemLines(problem: Problem, width: number): string[] {
  const { finding, fix } = problem;
  const room = Math.max(8, width - LABEL);
  const said = findingLines(finding, room).map(({ label, text }) => label.padEnd(LABEL) + text);
  const form = expectedForm(problem);
  return [
    ...said,
    ...(fix === null ? [] : wrapped('', `Ctrl+Y takes ${cleanText(fix.text)}.`, room)),
    ...(form === null ? [] : wrapped('Form', cleanText(form), room)),
  ];
}

const wrapped = (label: string, text: string, room: number): string[] =>
  wrapText(text, room).map((line, at) => (at === 0 ? label : '').padEnd(LABEL) + line);
