import type { Column } from './columns.ts';
import { columnNames } from './columns.ts';
import { type Fix, withFixes } from './fix.ts';
import type { Delimiter } from './records.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** The mark by which Excel knows UTF-8. */
const mark = '\ufeff';

const lineEnd = '\r\n';

/** One line as Excel and `wave` read it back. */
const csvLine = (cells: readonly string[], delimiter: Delimiter, isQuoted = needsQuotes): string =>
  cells.map((cell) => (isQuoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);

/** Any separator, so that nobody takes another one for the file's, and what Excel takes for its line about them. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$|^sep=/i;

export const csvText = (lines: readonly (readonly string[])[], delimiter: Delimiter): string =>
  mark + lines.map((cells) => csvLine(cells, delimiter) + lineEnd).join('');

/** Some rows in the form of the file that they came from; a failed wave is repeated with them. */
export const rowsAsCsv = (
  { header, delimiter }: Pick<Sheet, 'header' | 'delimiter'>,
  rows: readonly SheetRow[],
): string => csvText([...(header.length > 0 ? [header] : []), ...rows.map(({ cells }) => cells)], delimiter);

/** Every mend that a finding offers, one for each cell. */
export function fixesOf({ rows, columns }: Pick<Sheet, 'rows' | 'columns'>): Fix[] {
  const fixes = new Map<string, Fix>();
  for (const { row, findings } of rows)
    for (const { suggestion, at, severity } of findings) {
      const column = at?.column ?? null;
      const isOurs = column !== null && columns.some((one: Column) => one.at === column);
      if (suggestion === undefined || !isOurs || severity === 'info' || fixes.has(`${row} ${column}`)) continue;
      fixes.set(`${row} ${column}`, { row, column, text: suggestion });
    }
  return [...fixes.values()];
}

const anyValue = /./s;

/** The whole file with some cells mended; every other line stays as it stands, whatever it holds. */
export function fixedCsv({ text, rows, delimiter, broken }: Sheet, fixes: readonly Fix[]): string {
  const byRow = Map.groupBy(fixes, ({ row }) => row);
  const lines: string[] = text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  for (const { row, line, height, cells, isMended } of rows) {
    const mends = byRow.get(row);
    if (!isMended && mends === undefined) continue;
    const [first, last] = [line - 1, line + height - 2];
    const end = /[\r\n]*$/.exec(lines[last] ?? '')?.[0] ?? '';
    // A quote that was left open above would swallow the line if it had none any more.
    const keepsQuotes = broken.length > 0 && lines.slice(first, last + 1).some((one) => one.includes('"'));
    lines.fill('', first, last + 1);
    lines[first] = csvLine(withFixes(cells, mends ?? []), delimiter, keepsQuotes ? anyValue : needsQuotes) + end;
  }
  return mark + lines.join('');
}

/** A file to begin with: all columns, and a line of each kind. */
export const template = (): string =>
  csvText([columnNames, ...examples.map((example) => columnNames.map((name) => example[name] ?? ''))], ',');

const examples: readonly Readonly<Record<string, string>>[] = [
  {
    type: 'user',
    source: 'dana@contoso.com',
    target: 'dana@fabrikam.com',
    targetHost: 'https://fabrikam-my.sharepoint.com',
    start: 'sat 22:00',
    latestStart: 'sun 06:00',
  },
  {
    type: 'site',
    source: 'https://contoso.sharepoint.com/sites/IT',
    target: 'https://fabrikam.sharepoint.com/sites/IT',
    targetHost: 'https://fabrikam-my.sharepoint.com',
  },
  { type: 'group', source: 'finance-eu', target: 'finance-eu', targetHost: 'https://fabrikam-my.sharepoint.com' },
];
