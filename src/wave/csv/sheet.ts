import type { Known } from '../../plan/answers.ts';
import { type Finding, hasErrors } from '../../plan/finding.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Context } from '../../plan/question.ts';
import type { Typed } from '../../plan/typed.ts';
import { type Column, columnUnnamed, isHeader, isHeaderBelow, readHeader } from './columns.ts';
import { type Decoded, decodeFile } from './decode.ts';
import { duplicateCodes, duplicates } from './duplicates.ts';
import {
  brokenLine,
  headerMissing,
  identityMapGiven,
  neverSaid,
  noIdentityMap,
  noRows,
  notOurPage,
  unreadableFile,
} from './file-findings.ts';
import { type Fix, namesRow, withFixes } from './fix.ts';
import { headersDiffer } from './header-again.ts';
import { isGroupLine, isMapHeader, isMapLine, mapColumns, mapWidth } from './identity-map.ts';
import { type BrokenLine, type Delimiter, delimiterOf, type Line, readRecords } from './records.ts';
import { createRowReader } from './row.ts';

/** One line of a wave as it was read. Rows are numbered from 1, lines as an editor counts them. */
export type SheetRow = {
  row: number;
  line: number;
  /** Over how many lines of the file it goes. */
  height: number;
  cells: readonly string[];
  /** Some of its cells are no longer as they stand in the file. */
  isMended: boolean;
  typed: Typed;
  known: Known;
  /** Null where an error stands against it. */
  plan: Plan | null;
  /** The plan as the row alone says it, whatever other rows say. */
  readPlan: Plan | null;
  findings: readonly Finding[];
};

/** A whole file: everything it says, and everything that is wrong with it, in one pass. */
export type Sheet = {
  /** The file as it was read, without its mark. */
  text: string;
  columns: readonly Column[];
  /** The names of the columns as they stand, for what is written back; empty where the file has none. */
  header: readonly string[];
  /** The line that they stand on; null where the file has none. */
  names: Pick<SheetRow, 'line' | 'height' | 'isMended'> | null;
  delimiter: Delimiter;
  encoding: Decoded['encoding'];
  hasMark: boolean;
  rows: readonly SheetRow[];
  /** Lines that are in no row. They are kept as they stand. */
  broken: readonly BrokenLine[];
  /** About the file, its columns, and lines that are no rows. */
  findings: readonly Finding[];
  /** Lines that were read and left out on purpose: of an identity map, those that are no people. */
  leftOut: number;
};

export type SheetOptions = {
  context: Context;
  /** Adds what a line does not say itself: from flags, the profile and its naming rule. Times of its own are moments already. */
  complete: (given: Typed) => Typed;
  /** The file is Microsoft's six-column identity map: its people are taken. */
  isIdentityMap?: boolean;
};

/** Reads a file. Whatever it holds, this neither throws nor drops a line without saying so. */
export function readSheet(bytes: Uint8Array, options: SheetOptions): Sheet {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return { ...nothing, findings: [unreadableFile(decoded.error)] };
  const { encoding, hasMark, text } = decoded.value;
  const { delimiter, body } = hinted(text);
  const { lines, broken } = readRecords(body, delimiter);
  const read = options.isIdentityMap ? readMap(lines, options) : readLines(lines, options);
  const findings = [...aboutText({ encoding, broken }), ...read.findings];
  return { ...nothing, text, delimiter, encoding, hasMark, broken, ...read, findings };
}

/** What no mend of a cell changes. */
const aboutText = ({ encoding, broken }: Pick<Sheet, 'encoding' | 'broken'>): Finding[] => [
  ...(encoding === 'windows-1252' ? [notOurPage] : []),
  ...broken.map(brokenLine),
];

const nothing: Sheet = {
  text: '',
  columns: [],
  header: [],
  names: null,
  delimiter: ',',
  encoding: 'utf-8',
  hasMark: false,
  rows: [],
  broken: [],
  findings: [],
  leftOut: 0,
};

/** Excel's own first line, `sep=;`, knows better than any count; an empty line in its place keeps the numbers. */
function hinted(text: string): { delimiter: Delimiter; body: string } {
  const [hint, said] = /^sep=([,;\t])/i.exec(text) ?? [];
  if (hint === undefined) return { delimiter: delimiterOf(text), body: text };
  return { delimiter: said as Delimiter, body: text.slice(hint.length) };
}

type Read = Pick<Sheet, 'columns' | 'header' | 'names' | 'rows' | 'findings' | 'leftOut'>;

function readLines(lines: readonly Line[], options: SheetOptions): Read {
  const [first, ...rest] = lines;
  if (first === undefined) return failed([noRows]);
  const { columns, findings } = readHeader(first);
  const hasSource = columns.some(({ id }) => id === 'source');
  if (!hasSource && lines.slice(0, 2).some(isMapLine)) return failed([identityMapGiven]);
  if (!isHeader(first)) return failed([headerMissing(first, rest.find(isHeaderBelow))]);
  const read = createRowReader(columns, first.cells.length, options);
  const all = rest.map((line, at) => rowOf(at + 1, line, read));
  const { rows, common } = sayOnce(withDuplicates(all, columns), { line: first.line, columns });
  const empty = rest.length === 0 ? [noRows] : [];
  const about = [...findings, ...headersDiffer(first, rest, columns), ...unnamedIn(first, rest), ...common, ...empty];
  return { columns, header: first.cells, names: namesOn(first), rows, findings: about, leftOut: 0 };
}

/** Columns without a name, as far as a line has something in them. */
const unnamedIn = (header: Line, lines: readonly Line[]): Finding[] =>
  header.cells.flatMap((name, index) => {
    const first = name.trim() === '' ? lines.find(({ cells }) => cells[index]?.trim()) : undefined;
    return first
      ? [columnUnnamed(index + 1, { line: header.line, below: first.line, value: first.cells[index] ?? '' })]
      : [];
  });

type Reader = ReturnType<typeof createRowReader>;

const rowOf = (row: number, line: Line, read: Reader): SheetRow => ({ row, ...line, isMended: false, ...read(line) });

const namesOn = ({ line, height }: Line): Sheet['names'] => ({ line, height, isMended: false });

const failed = (findings: readonly Finding[]): Read => ({
  columns: [],
  header: [],
  names: null,
  rows: [],
  findings,
  leftOut: 0,
});

/** The map lists everybody who keeps permissions; only its people can be taken for moves. */
function readMap(lines: readonly Line[], options: SheetOptions): Read {
  if (lines.length > 0 && !lines.some(isMapLine)) return failed([noIdentityMap]);
  const [header, ...below] = lines;
  const isNamed = header !== undefined && isMapHeader(header);
  const all = isNamed ? below : lines;
  const people = all.filter((line) => !isGroupLine(line));
  const read = createRowReader(mapColumns, mapWidth, options);
  const rows = withDuplicates(
    people.map((line, at) => rowOf(at + 1, line, read)),
    mapColumns,
  );
  const findings = people.length === 0 ? [noRows] : [];
  return {
    columns: mapColumns,
    header: isNamed ? header.cells : [],
    names: isNamed ? namesOn(header) : null,
    rows,
    findings,
    leftOut: all.length - people.length,
  };
}

function withDuplicates(rows: readonly SheetRow[], columns: readonly Column[]): SheetRow[] {
  const found = duplicates(rows, columns);
  return rows.map((row) => {
    const more = found.get(row.row);
    return more === undefined ? row : { ...row, plan: null, findings: [...row.findings, ...more] };
  });
}

type Header = { line: number; columns: readonly Column[] };

/** What no line says is said once, about the file: it takes one column, one flag or a profile to mend. */
function sayOnce(rows: readonly SheetRow[], header: Header): { rows: readonly SheetRow[]; common: readonly Finding[] } {
  const [first, ...others] = rows;
  const hasSource = header.columns.some(({ id }) => id === 'source');
  const everywhere = (others.length === 0 ? [] : (first?.findings ?? [])).filter(
    ({ code }) => code.endsWith('Missing') && others.every((row) => row.findings.some((one) => one.code === code)),
  );
  const said = new Set([...everywhere.map(({ code }) => code), ...(hasSource ? [] : ['sourceMissing'])]);
  const common = everywhere.filter(({ field }) => hasSource || field !== 'source').map((one) => saidOf(one, header));
  const rest = (row: SheetRow) => ({ ...row, findings: row.findings.filter(({ code }) => !said.has(code)) });
  return { rows: said.size === 0 ? rows : rows.map(rest), common };
}

function saidOf(found: Finding, { line, columns }: Header): Finding {
  const column = columns.find(({ id }) => id === found.field);
  const expected = found.at?.expected ?? null;
  const at = { line, column: column?.at ?? null, columnName: column?.name ?? found.field, value: null, expected };
  return { ...neverSaid(found), at };
}

/** The file with some cells mended. Only their rows are read again, so that a mend costs the same in a long file. */
export function mendSheet(sheet: Sheet, fixes: readonly Fix[], options: SheetOptions): Sheet {
  const byRow = Map.groupBy(fixes, ({ row }) => row);
  if (byRow.has(namesRow)) return renamed(sheet, byRow, options);
  const read = createRowReader(sheet.columns, sheet.header.length || mapWidth, options);
  const said = new Set(sheet.findings.map(({ code }) => code).filter((code) => code.endsWith('Missing')));
  const rows = sheet.rows.map((row) => {
    const mends = byRow.get(row.row);
    const bare = withoutDuplicates(row);
    if (mends === undefined) return bare;
    const cells = withFixes(row.cells, mends);
    const again = read({ ...row, cells });
    return { ...row, cells, isMended: true, ...again, findings: again.findings.filter(({ code }) => !said.has(code)) };
  });
  return { ...sheet, rows: withDuplicates(rows, sheet.columns) };
}

/** With another name a column means something else in every row: all of them are read again. */
function renamed(sheet: Sheet, byRow: ReadonlyMap<number, readonly Fix[]>, options: SheetOptions): Sheet {
  const { names } = sheet;
  if (names === null) return sheet;
  const mended = (row: number, cells: readonly string[]) => withFixes(cells, byRow.get(row) ?? []);
  const header = { ...names, cells: mended(namesRow, sheet.header) };
  const lines = sheet.rows.map(({ row, line, height, cells }) => ({ line, height, cells: mended(row, cells) }));
  const read = readLines([header, ...lines], options);
  const before = new Map(sheet.rows.map(({ row, isMended }) => [row, isMended || byRow.has(row)]));
  return {
    ...sheet,
    ...read,
    names: { ...names, isMended: true },
    rows: read.rows.map((row) => ({ ...row, isMended: before.get(row.row) ?? false })),
    findings: [...aboutText(sheet), ...read.findings],
  };
}

/** A row as it was before it was compared with the others. */
function withoutDuplicates(row: SheetRow): SheetRow {
  const findings = row.findings.filter(({ code }) => !duplicateCodes.has(code));
  if (findings.length === row.findings.length) return row;
  return { ...row, findings, plan: hasErrors(findings) ? null : row.readPlan };
}

/** How many rows have a target that only the naming rule named: nobody looked those up. */
export const ruledRows = ({ rows }: Sheet): number =>
  rows.filter(({ typed }) => typed.target?.origin === 'rule').length;
