import { CsvError, type Options, parse } from 'csv-parse/sync';

/** One record with the line it begins on, and over how many lines it goes; lines count from 1. */
export type Line = { line: number; height: number; cells: readonly string[] };

/** A line that is in no record, and why. */
export type BrokenLine = { line: number; text: string; why: 'quoteOpen' | 'textAfterQuote' | 'quoteInside' | 'other' };

export type Records = { lines: readonly Line[]; broken: readonly BrokenLine[] };

const lineBreak = /\r\n|\n|\r/;

export type Delimiter = ',' | ';' | '\t';

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** The one that stands most often in the first line that has any, outside quotes. */
export function delimiterOf(text: string): Delimiter {
  const head = text.split(lineBreak, 20).find((line) => /[,;\t]/.test(line)) ?? '';
  const bare = head.replace(/"[^"]*"/g, '');
  const count = (one: Delimiter): number => bare.split(one).length - 1;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
}

const optionsFor = (delimiter: Delimiter): Options => ({
  delimiter,
  relax_column_count: true,
  // Many programs put a space behind the separator, and a quote behind that.
  trim: true,
  record_delimiter: ['\r\n', '\n', '\r'],
});

/** No cell of ours has more lines than this: a quote that is open for longer was never closed. */
const longestCellLines = 30;

/** Every line of the text is in a record, is empty, or is named as broken: nothing is dropped. */
export function readRecords(text: string, delimiter: Delimiter): Records {
  if (!text.includes('"')) return { lines: bare(text, delimiter), broken: [] };
  const lines = atOnce(text, delimiter);
  return lines === null ? recordByRecord(text, delimiter) : { lines, broken: [] };
}

/** Without a quote every line is a record: many times faster than looking for one. */
const bare = (text: string, delimiter: Delimiter): Line[] =>
  text.split(lineBreak).flatMap((line, at) => {
    const cells = cellsIn(line, delimiter);
    return isEmpty(cells) ? [] : [{ line: at + 1, height: 1, cells }];
  });

const cellsIn = (line: string, delimiter: Delimiter): string[] => line.split(delimiter).map((cell) => cell.trim());

/** Null where a quote is wrong, or may be: one that is closed much later has swallowed lines. */
function atOnce(text: string, delimiter: Delimiter): Line[] | null {
  try {
    const lines = numbered(parsed(text, delimiter));
    return lines.some(({ height }) => height > longestCellLines) ? null : lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
}

type Parsed = readonly string[];

const parsed = (text: string, delimiter: Delimiter): Parsed[] => parse(text, optionsFor(delimiter));

/** Lines are counted as an editor does, by the line breaks inside of values. */
function numbered(records: readonly Parsed[]): Line[] {
  let next = 1;
  return records.flatMap((cells) => {
    const line = next;
    const height = 1 + breaksIn(cells);
    next += height;
    return isEmpty(cells) ? [] : [{ line, height, cells }];
  });
}

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (lineBreak.test(cell) ? cell.split(lineBreak).length - 1 : 0), 0);

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** One bad quote must not hide the lines behind it: each record is read alone, and a line that begins none is set aside. */
function recordByRecord(text: string, delimiter: Delimiter): Records {
  const source = text.split(lineBreak);
  const lines: Line[] = [];
  const broken: BrokenLine[] = [];
  for (let at = 0; at < source.length; ) {
    const read = readFrom(source, at, delimiter);
    if ('why' in read) broken.push({ line: at + 1, text: source[at] ?? '', why: read.why });
    else if (!isEmpty(read.cells)) lines.push({ line: at + 1, height: read.used, cells: read.cells });
    at += 'why' in read ? 1 : read.used;
  }
  return { lines, broken };
}

type FromHere = { cells: readonly string[]; used: number } | { why: BrokenLine['why'] };

function readFrom(source: readonly string[], at: number, delimiter: Delimiter): FromHere {
  const line = source[at] ?? '';
  if (!line.includes('"')) return { cells: cellsIn(line, delimiter), used: 1 };
  for (let used = 1; used <= longestCellLines && at + used <= source.length; used += 1) {
    const piece = source.slice(at, at + used).join('\n');
    const why = piece.split('"').length % 2 === 0 ? 'quoteOpen' : troubleIn(piece, delimiter);
    if (why === null) return { cells: parsed(piece, delimiter)[0] ?? [], used };
    if (why !== 'quoteOpen') return { why };
  }
  return { why: 'quoteOpen' };
}

/** Null when the piece is one record. */
function troubleIn(piece: string, delimiter: Delimiter): BrokenLine['why'] | null {
  try {
    parsed(piece, delimiter);
    return null;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'quoteOpen';
    if (error.code === 'INVALID_OPENING_QUOTE') return 'quoteInside';
    return afterQuote.has(error.code) ? 'textAfterQuote' : 'other';
  }
}

const afterQuote: ReadonlySet<string> = new Set([
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
]);
