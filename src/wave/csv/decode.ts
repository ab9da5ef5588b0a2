import type { Unreadable } from '../../plan/question.ts';
import { err, ok, type Result } from '../../plan/result.ts';

/** How a file was written, so that what is written back can be opened by the same program. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Decoded = { text: string; encoding: Encoding; hasMark: boolean };

const marks: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** How files of Excel begin, today's and those of before 2007. */
const workbooks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** The bytes of a file as text: UTF-8 with or without a mark, UTF-16 as Excel writes it, and the old Windows page. */
export function decodeFile(bytes: Uint8Array): Result<Decoded, Unreadable> {
  if (workbooks.some((start) => startsWith(bytes, start))) return err(workbook);
  if (bytes.length > mostBytes) return err(tooLarge(bytes.length));
  const mark = marks.find((each) => startsWith(bytes, each.bytes));
  const encoding = mark?.encoding ?? guessed(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return isBinary(text) ? err(binary) : ok({ text: withoutEnd(text), encoding, hasMark: mark !== undefined });
}

/** `copy` on Windows puts a mark of its own on the last line of files that it joins. */
const withoutEnd = (text: string): string =>
  text.endsWith('\n\u001a') || text.endsWith('\r\u001a') ? text.slice(0, -1) : text;

/** Forty times what the longest wave has. */
const mostBytes = 20_000_000;

/** A zero byte that slipped into a cell is said about that cell; where they are everywhere it is no text. */
const isBinary = (text: string): boolean =>
  text.includes('\u0000') && text.split('\u0000').length - 1 > text.length / 20;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Latin text in UTF-16 has a zero in every other byte. What is no UTF-8 was saved by an older program. */
function guessed(bytes: Uint8Array): Encoding {
  const head = bytes.subarray(0, 400);
  const zeros = (rest: number): number => head.filter((byte, at) => byte === 0 && at % 2 === rest).length;
  const quarter = head.length / 4;
  if (quarter >= 1 && zeros(1) > quarter && zeros(0) === 0) return 'utf-16le';
  if (quarter >= 1 && zeros(0) > quarter && zeros(1) === 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const workbook: Unreadable = {
  what: 'The file is an Excel workbook.',
  why: 'Waves are read from text with one line a move, and a workbook is a packed folder of sheets.',
  next: 'In Excel choose Save As, then "CSV UTF-8 (Comma delimited)", and give that file.',
};

const tooLarge = (length: number): Unreadable => ({
  what: `The file has ${Math.round(length / 1_000_000)} MB, and is not read.`,
  why: `A list of 4,000 moves has about half a MB. Files of up to ${mostBytes / 1_000_000} MB are read.`,
  next: 'Check that it is the right file, and leave out what is no move.',
});

const binary: Unreadable = {
  what: 'The file is not text.',
  why: 'It is full of zero bytes, which no CSV file has.',
  next: 'Give a CSV file: crossorg wave --template prints one to begin with.',
};
