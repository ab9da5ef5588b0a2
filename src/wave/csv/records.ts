import { CsvError, type Info, type Options, parse } from 'csv-parse/sync';

/** One record with the line it begins on; lines count from 1. */
export type Line = { line: number; cells: readonly string[] };

/** A line that is in no record, and why. */
export type BrokenLine = { line: number; text: string; why: 'quoteOpen' | 'textAfterQuote' | 'other' };

export type Records = { lines: readonly Line[]; broken: readonly BrokenLine[] };

export type Delimiter = ',' | ';' | '\t';

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** The one that stands most often in the first line that has any, outside quotes. */
export function delimiterOf(text: string): Delimiter {
  const head = text.split(/\r\n|\n|\r/, 20).find((line) => /[,;\t]/.test(line)) ?? '';
  const bare = head.replace(/"[^"]*"/g, '');
  const count = (one: Delimiter): number => bare.split(one).length - 1;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
}

const optionsFor = (delimiter: Delimiter): Options & { info: true } => ({
  delimiter,
  info: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
});

/** Every line of the text is in a record, is empty, or is named as broken: nothing is dropped. */
export function readRecords(text: string, delimiter: Delimiter): Records {
  try {
    return { lines: numbered(parsed(text, delimiter)), broken: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return recordByRecord(text, delimiter);
  }
}

type Parsed = { record: string[]; info: Info };

const parsed = (text: string, delimiter: Delimiter): Parsed[] =>
  parse(text, optionsFor(delimiter)) as unknown as Parsed[];

/** The parser counts the line that a record ends on. */
function numbered(records: readonly Parsed[]): Line[] {
  let last = 0;
  return records.flatMap(({ record, info }) => {
    const line = last + 1;
    last = info.lines;
    return isEmpty(record) ? [] : [{ line, cells: record }];
  });
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** No cell of ours has more lines than this: a quote that is open for longer was never closed. */
const longestCellLines = 30;

/** One bad quote must not hide the lines behind it: each record is read alone, and a line that begins none is set aside. */
function recordByRecord(text: string, delimiter: Delimiter): Records {
  const source = text.split(/\r\n|\n|\r/);
  const lines: Line[] = [];
  const broken: BrokenLine[] = [];
  for (let at = 0; at < source.length; ) {
    const read = readFrom(source, at, delimiter);
    if ('why' in read) broken.push({ line: at + 1, text: source[at] ?? '', why: read.why });
    else if (!isEmpty(read.cells)) lines.push({ line: at + 1, cells: read.cells });
    at += 'why' in read ? 1 : read.used;
  }
  return { lines, broken };
}

type FromHere = { cells: readonly string[]; used: number } | { why: BrokenLine['why'] };

function readFrom(source: readonly string[], at: number, delimiter: Delimiter): FromHere {
  for (let used = 1; used <= longestCellLines && at + used <= source.length; used += 1) {
    const piece = source.slice(at, at + used).join('\n');
    const why = piece.split('"').length % 2 === 0 ? 'quoteOpen' : troubleIn(piece, delimiter);
    if (why === null) return { cells: parsed(piece, delimiter)[0]?.record ?? [], used };
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
    return error.code === 'CSV_INVALID_CLOSING_QUOTE' || error.code === 'INVALID_OPENING_QUOTE'
      ? 'textAfterQuote'
      : 'other';
  }
}
