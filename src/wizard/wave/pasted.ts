import type { ResourceType } from '../../plan/answers.ts';
import { isHeader } from '../../wave/csv/columns.ts';
import { delimiterOf, readRecords } from '../../wave/csv/records.ts';

/** What a wave of pasted lines is called in place of a file. */
export const pastedName = 'pasted lines';

/** Lines that were pasted, as the text of a file. A bare list of names gets the columns that it stands for. */
export function pastedAsCsv(lines: readonly string[], type: ResourceType | null): string {
  const text = lines.join('\n');
  const [first] = readRecords(text, delimiterOf(text)).lines;
  const isList = first !== undefined && first.cells.length === 1 && !isHeader(first);
  if (!isList) return text;
  return type === null
    ? ['source', ...lines].join('\n')
    : ['type,source', ...lines.map((line) => `${type},${line}`)].join('\n');
}
