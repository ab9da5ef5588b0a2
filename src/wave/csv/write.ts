import type { Finding } from '../../plan/finding.ts';
import { columnNames } from './columns.ts';
import { type Fix, mendOf, namesRow, withFixes } from './fix.ts';
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
export function fixesOf({
  rows,
  columns,
  findings,
  names,
}: Pick<Sheet, 'rows' | 'columns' | 'findings' | 'names'>): Fix[] {
  const fixes = new Map<string, Fix>();
  const offer = (row: number, found: Finding): void => {
    const mend = mendOf(found);
    const key = `${row} ${mend?.column}`;
    if (mend !== null && !fixes.has(key)) fixes.set(key, { row, ...mend });
  };
  for (const found of findings) if (names !== null && found.at?.line === names.line) offer(namesRow, found);
  const ours = new Set<number | null>(columns.map(({ at }) => at));
  for (const { row, findings: own } of rows)
    for (const found of own) if (ours.has(found.at?.column ?? null)) offer(row, found);
  return [...fixes.values()];
}

const anyValue = /./s;

type Written = Pick<SheetRow, 'row' | 'line' | 'height' | 'cells' | 'isMended'>;

/** The whole file with some cells mended; every other line stays as it stands, whatever it holds. */
export function fixedCsv({ text, header, names, rows, delimiter, broken }: Sheet, fixes: readonly Fix[]): string {
  const byRow = Map.groupBy(fixes, ({ row }) => row);
  const lines: string[] = text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  const first: Written[] = names === null ? [] : [{ ...names, row: namesRow, cells: header }];
  for (const { row, line, height, cells, isMended } of [...first, ...rows]) {
    const mends = byRow.get(row);
    if (!isMended && mends === undefined) continue;
    const [begin, last] = [line - 1, line + height - 2];
    const end = /[\r\n]*$/.exec(lines[last] ?? '')?.[0] ?? '';
    // A quote that was left open above would swallow the line if it had none any more.
    const keepsQuotes = broken.length > 0 && lines.slice(begin, last + 1).some((one) => one.includes('"'));
    lines.fill('', begin, last + 1);
    lines[begin] = csvLine(withFixes(cells, mends ?? []), delimiter, keepsQuotes ? anyValue : needsQuotes) + end;
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
