import type xterm from '@xterm/headless';

/** Clears the whole screen, or the scrollback: both destroy what people had on their terminal. */
const clearings = ['\u001b[2J', '\u001b[3J'];

/** What must never be in the bytes that a program writes; `text` may overlap with what was scanned before. */
export const byteFaults = (text: string): string[] =>
  clearings.some((clearing) => text.includes(clearing)) ? ['The screen or its scrollback was cleared as a whole'] : [];

/** The first line, in either set of characters: the welcome, a frame of the simulator, and a window that is too small. */
const titles = [
  /^ crossorg [·-] where to work +(\?|F1) help$/,
  /^ crossorg [·-] Contoso (→|->) Fabrikam +SIMULATOR {2}(\?|F1) help$/,
  /^ crossorg [·-] Contoso (→|->) Fabrikam [·-] SIMULATOR$/,
];

const isEmpty = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** What is wrong with the frame that a terminal shows: it keeps clear of the last row and column, and says where we are. */
export function frameFaults(term: xterm.Terminal): string[] {
  const { active } = term.buffer;
  if (active.type !== 'alternate' || term.modes.synchronizedOutputMode) return [];
  const lines = Array.from({ length: term.rows }, (_, row) => active.getLine(row)?.translateToString() ?? '');
  if (lines.every(isEmpty)) return [];
  const [first = ''] = lines;
  const isSmall = lines.some((line) => line.includes('Window is '));
  return [
    ...(isEmpty(lines[term.rows - 1]) ? [] : ['Something stands in the last row']),
    ...(lines.every((line) => isEmpty(line[term.cols - 1])) ? [] : ['Something stands in the last column']),
    ...(titles.some((title) => title.test(first.trimEnd()))
      ? []
      : [`The first line does not say where we are:${first}`]),
    ...(isSmall || !isEmpty(lines[term.rows - 2]) ? [] : ['There is no key line']),
  ];
}

const last = (bytes: string, on: string, off: string): 'on' | 'off' | 'never' => {
  const [from, to] = [bytes.lastIndexOf(on), bytes.lastIndexOf(off)];
  if (from === -1 && to === -1) return 'never';
  return from > to ? 'on' : 'off';
};

/** What a program left switched on in its terminal; empty when it gave it back as it was. */
export const leftBehind = (bytes: string): string[] => [
  ...(last(bytes, '\u001b[?25h', '\u001b[?25l') === 'off' ? ['the cursor is hidden'] : []),
  ...(last(bytes, '\u001b[?1049h', '\u001b[?1049l') === 'on' ? ['the alternate screen is shown'] : []),
  ...(last(bytes, '\u001b[?2004h', '\u001b[?2004l') === 'on' ? ['pastes are marked'] : []),
  ...(last(bytes, '\u001b[?2026h', '\u001b[?2026l') === 'on' ? ['output is held back'] : []),
  ...(bytes.includes('\u001b[?100') ? ['the mouse was asked for'] : []),
];
