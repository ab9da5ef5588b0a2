import type { Finding, NextStep } from '../../src/plan/finding.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { wrapText } from '../text/wrap.ts';

/** One line under a finding's head: its label in the first column, its text in the second. */
export type FindingLine = { label: string; text: string };

/** What stands beside symbol and field: the code, which `explain` and a search know. */
export const headOf = ({ code, what }: Pick<Finding, 'code' | 'what'>): string => cleanText(code) || cleanText(what);

/** The lines below symbol, field and code, in the order that holds everywhere: what, why, next; `width` is the text's. */
export const findingLines = ({ what, why, next }: Finding, width: number): FindingLine[] => [
  ...labelled('', [what], width),
  ...labelled('Why', [why], width),
  ...nextLines(next, width),
];

function nextLines(next: Finding['next'], width: number): FindingLine[] {
  if (next.length === 1) return labelled('Next', stepTexts(next[0]), width);
  return next.flatMap((step, index) => {
    const number = `${index + 1}  `;
    const lines = stepTexts(step).flatMap((text) => wrapText(text, width - number.length));
    const numbered = lines.map((line, at) => (at === 0 ? number : ' '.repeat(number.length)) + line);
    return withLabel(index === 0 ? 'Next' : '', numbered);
  });
}

/** What to do, by whom where it is somebody else, and the command on a line of its own. */
function stepTexts({ do: todo, who, command }: NextStep): string[] {
  const text = cleanText(todo);
  const isNamed = who === 'you' || who === 'nobody' || text.toLowerCase().includes(who.toLowerCase());
  return [isNamed ? text : `${text} (${who})`, ...(command === undefined ? [] : [cleanText(command)])];
}

const labelled = (label: string, texts: readonly string[], width: number): FindingLine[] =>
  withLabel(
    label,
    texts.flatMap((text) => wrapText(cleanText(text), width)),
  );

const withLabel = (label: string, lines: readonly string[]): FindingLine[] =>
  lines.map((text, index) => ({ label: index === 0 ? label : '', text }));
