import { expect } from 'vitest';

const [esc, backTab, down, up] = ['\u001b', '\u001b[Z', '\u001b[B', '\u001b[A'];

const move = down + up + down;

/** A key once more; at the end of a list only Up leads on. */
export const onceMore = (key: string): string => (key === move ? up : key);

const f1 = '\u001bOP';

/** What a hint promises, as bytes; one that holds several keys promises each of them. */
const bytesOf: Readonly<Record<string, readonly string[]>> = {
  Enter: ['\r'],
  Tab: ['\t'],
  'Ctrl+Y': ['\u0019'],
  'Ctrl+C': ['\u0003'],
  Esc: [esc],
  'Esc or Shift+Tab': [esc, backTab],
  'Esc or ?': [esc, '?'],
  'v or Esc': ['v', esc],
  'Up Down': [move],
  'PageUp PageDown': ['\u001b[6~'],
  'Enter or 1-2': ['\r', '1', '2'],
  'Enter or 1-3': ['\r', '1', '2', '3'],
  'Enter or 1-4': ['\r', '1', '2', '3', '4'],
  Space: [' '],
  'A fix all': ['A'],
  '1-4': ['1', '2', '3', '4'],
};

/** The keys of a hint: the longest name that is known, or a letter. */
export function keysOf(hint: string): readonly string[] {
  const names = Object.keys(bytesOf).sort((a, b) => b.length - a.length);
  const name = names.find((one) => hint.startsWith(`${one} `));
  if (name !== undefined) return bytesOf[name] ?? [];
  expect(hint).toMatch(/^[a-z/] \S/);
  return [hint.charAt(0)];
}

/** The hints of a screen: the lines at the bottom, up to the first that is no key line. */
export function hintsOf(lines: readonly string[]): string[] {
  const drawn = lines.slice(0, -1);
  const from =
    drawn.findLastIndex((line) => !/^ (Enter|Tab|Esc|Up|Ctrl\+[A-Z]|1-\d|v or|Space|A fix|[a-z/]) \S/.test(line)) + 1;
  return drawn.slice(from).flatMap((line) => line.trim().split(/ {3}/));
}

/** The key that opens help on this screen, as its first line names it. */
export const helpKeyOf = (lines: readonly string[]): string => (lines[0]?.endsWith(' F1 help') ? f1 : '?');
