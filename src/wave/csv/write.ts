import type { Column } from './columns.ts';
import { columnNames } from './columns.ts';
import { type Fix, withFixes } from './fix.ts';
import type { Delimiter } from './records.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** The mark by which Excel knows UTF-8. */
const mark = '\ufeff';

const lineEnd = '\r\n';

/** One line as Excel and `wave` read it back. */
export const csvLine = (cells: readonly string[], delimiter: Delimiter): string =>
  cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);

const needsQuotes = (cell: string, delimiter: Delimiter): boolean =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);

export const csvText = (lines: readonly (readonly string[])[], delimiter: Delimiter): string =>
  mark + lines.map((cells) => csvLine(cells, delimiter) + lineEnd).join('');

/** Some rows in the form of the file that they came from; a failed wave is repeated with them. */
export const rowsAsCsv = (sheet: Pick<Sheet, 'header' | 'delimiter'>, rows: readonly SheetRow[]): string =>
  csvText(
    [sheet.header.length > 0 ? sheet.header : columnNames, ...rows.map((row) => cellsOf(row, sheet))],
    sheet.delimiter,
  );

/** An identity map has no names of columns: its people are written as a list of moves. */
const cellsOf = ({ cells, typed }: SheetRow, { header }: Pick<Sheet, 'header'>): readonly string[] =>
  header.length > 0 ? cells : columnNames.map((name) => textAt(typed, name));

const textAt = (typed: SheetRow['typed'], name: string): string =>
  Object.entries(typed).find(([id, entry]) => id === name && entry.origin.startsWith('file:'))?.[1].text ?? '';

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

/** The whole file with some cells mended; nothing else changes, and lines that could not be read stay as they are. */
export function fixedCsv(sheet: Sheet, fixes: readonly Fix[]): string {
  const { header, rows, broken, delimiter } = sheet;
  const byRow = Map.groupBy(fixes, ({ row }) => row);
  const mended = rows.map((row) => ({
    line: row.line,
    text: csvLine(withFixes(cellsOf(row, sheet), byRow.get(row.row) ?? []), delimiter),
  }));
  const lines = [...mended, ...broken].sort((one, other) => one.line - other.line);
  const names = csvLine(header.length > 0 ? header : columnNames, delimiter);
  return mark + [names, ...lines.map(({ text }) => text)].map((line) => line + lineEnd).join('');
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
