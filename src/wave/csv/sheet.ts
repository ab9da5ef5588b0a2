import type { Known } from '../../plan/answers.ts';
import { type Finding, hasErrors } from '../../plan/finding.ts';
import { isGuid } from '../../plan/parse/guid.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Context } from '../../plan/question.ts';
import type { Typed } from '../../plan/typed.ts';
import { type Column, isHeader, readHeader } from './columns.ts';
import { type Decoded, decodeFile } from './decode.ts';
import { duplicateCodes, duplicates } from './duplicates.ts';
import {
  brokenLine,
  headerMissing,
  identityMapGiven,
  neverSaid,
  noRows,
  notOurPage,
  unreadableFile,
} from './file-findings.ts';
import { type Fix, withFixes } from './fix.ts';
import { type BrokenLine, type Delimiter, delimiterOf, type Line, readRecords } from './records.ts';
import { createRowReader } from './row.ts';

/** One line of a wave as it was read. Rows are numbered from 1, lines as an editor counts them. */
export type SheetRow = {
  row: number;
  line: number;
  cells: readonly string[];
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
  columns: readonly Column[];
  /** The first line as it stands, for what is written back; empty where the file has none. */
  header: readonly string[];
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
  const delimiter = delimiterOf(withoutHint(text));
  const { lines, broken } = readRecords(withoutHint(text), delimiter);
  const page = encoding === 'windows-1252' ? [notOurPage] : [];
  const read = options.isIdentityMap ? readMap(lines, options) : readLines(lines, options);
  return {
    ...nothing,
    delimiter,
    encoding,
    hasMark,
    broken,
    ...read,
    findings: [...page, ...broken.map(brokenLine), ...read.findings],
  };
}

const nothing: Sheet = {
  columns: [],
  header: [],
  delimiter: ',',
  encoding: 'utf-8',
  hasMark: false,
  rows: [],
  broken: [],
  findings: [],
  leftOut: 0,
};

/** Excel's own first line, `sep=;`, says nothing that is not found anyway; an empty line keeps the numbers. */
const withoutHint = (text: string): string => text.replace(/^sep=[,;\t]/i, '');

type Read = Pick<Sheet, 'columns' | 'header' | 'rows' | 'findings' | 'leftOut'>;

function readLines(lines: readonly Line[], options: SheetOptions): Read {
  const [first, ...rest] = lines;
  if (first === undefined) return failed([noRows]);
  if (isMapLine(first)) return failed([identityMapGiven]);
  if (!isHeader(first)) return failed([headerMissing(first)]);
  const { columns, findings } = readHeader(first);
  const read = createRowReader(columns, first.cells.length, options);
  const { rows, common } = sayOnce(withDuplicates(rest.map((line, at) => ({ row: at + 1, ...line, ...read(line) }))));
  const empty = rest.length === 0 ? [noRows] : [];
  return { columns, header: first.cells, rows, findings: [...findings, ...common, ...empty], leftOut: 0 };
}

const failed = (findings: readonly Finding[]): Read => ({ columns: [], header: [], rows: [], findings, leftOut: 0 });

/** User or Group, a tenant id, two identities, and two columns more, without a line of names. */
const isMapLine = ({ cells }: Line): boolean =>
  cells.length === 6 && /^(user|group)$/i.test(cells[0]?.trim() ?? '') && isGuid(cells[1]?.trim() ?? '');

const mapColumns: readonly Column[] = [
  { id: 'type', name: 'kind', at: 1 },
  { id: 'source', name: 'source user', at: 3 },
  { id: 'target', name: 'target user', at: 4 },
];

const mapWidth = 6;

/** The map lists everybody who keeps permissions; only its people can be taken for moves. */
function readMap(lines: readonly Line[], options: SheetOptions): Read {
  const people = lines.filter(({ cells }) => /^user$/i.test(cells[0]?.trim() ?? ''));
  const read = createRowReader(mapColumns, mapWidth, options);
  const rows = withDuplicates(people.map((line, at) => ({ row: at + 1, ...line, ...read(line) })));
  const findings = people.length === 0 ? [noRows] : [];
  return { columns: mapColumns, header: [], rows, findings, leftOut: lines.length - people.length };
}

function withDuplicates(rows: readonly SheetRow[]): SheetRow[] {
  const found = duplicates(rows);
  return rows.map((row) => {
    const more = found.get(row.row);
    return more === undefined ? row : { ...row, plan: null, findings: [...row.findings, ...more] };
  });
}

/** What no line says is said once, about the file: it takes one column, one flag or a profile to mend. */
function sayOnce(rows: readonly SheetRow[]): { rows: readonly SheetRow[]; common: readonly Finding[] } {
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return { rows, common: [] };
  const everywhere = first.findings.filter(
    ({ code }) => code.endsWith('Missing') && others.every((row) => row.findings.some((one) => one.code === code)),
  );
  const codes = new Set(everywhere.map(({ code }) => code));
  if (codes.size === 0) return { rows, common: [] };
  const rest = rows.map((row) => ({ ...row, findings: row.findings.filter(({ code }) => !codes.has(code)) }));
  return { rows: rest, common: everywhere.map(({ at: _, ...found }) => neverSaid(found)) };
}

/** The file with some cells mended. Only their rows are read again, so that a mend costs the same in a long file. */
export function mendSheet(sheet: Sheet, fixes: readonly Fix[], options: SheetOptions): Sheet {
  const byRow = Map.groupBy(fixes, ({ row }) => row);
  const read = createRowReader(
    sheet.columns,
    Math.max(sheet.header.length, ...sheet.columns.map(({ at }) => at)),
    options,
  );
  const said = new Set(sheet.findings.map(({ code }) => code).filter((code) => code.endsWith('Missing')));
  const rows = sheet.rows.map((row) => {
    const mends = byRow.get(row.row);
    const bare = withoutDuplicates(row);
    if (mends === undefined) return bare;
    const cells = withFixes(row.cells, mends);
    const again = read({ line: row.line, cells });
    return { ...row, cells, ...again, findings: again.findings.filter(({ code }) => !said.has(code)) };
  });
  return { ...sheet, rows: withDuplicates(rows) };
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
