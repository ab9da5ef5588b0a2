import type { Finding } from '../../plan/finding.ts';
import { cleanText } from '../../problems/clean.ts';
import type { Problem } from './wave-problems.ts';
import { counted } from './wave-summary.ts';

/** What is needed of a problem to say where it is. */
export type Placed = Pick<Problem, 'finding' | 'rows'> & {
  line: { line: number | null } | null;
  fix: { text: string } | null;
};

/** Longer values are cut: what is wrong with them is said beside. */
const longestValue = 48;

/** Where it stands and what stands there, in parts: `line 7`, `column 3 source`, `"omar@contoso"`. */
export function problemPlace(problem: Placed): string[] {
  const parts = partsOf(problem);
  if (problem.rows > 1) return [counted(problem.rows, 'row')];
  return parts.length === 0 ? ['the file'] : parts;
}

/** It stands in one place; otherwise its code says more than where it is. */
export const isOneRow = (problem: Placed): boolean => problem.rows <= 1 && partsOf(problem).length > 0;

function partsOf({ finding: { at }, line }: Placed): string[] {
  const place = at?.line ?? line?.line;
  const column = at?.column ? `column ${at.column} ${cleanText(at.columnName ?? '')}`.trim() : (at?.columnName ?? '');
  const value = at?.value ? `"${cleanText(at.value, { maxLength: longestValue })}"` : '';
  return [place === undefined || place === null ? '' : `line ${place}`, column, value].filter((part) => part !== '');
}

/** What belongs there; null where a mend, or the finding itself, says it already. */
export function expectedForm({ finding, fix, rows }: Placed): string | null {
  const form = rows > 1 || fix !== null ? null : (finding.at?.expected ?? null);
  return form === null || isSaid(finding, form) ? null : form;
}

const isSaid = ({ what, why, next }: Finding, form: string): boolean =>
  [what, why, ...next.map((step) => step.do)].some((text) => text.includes(form));
