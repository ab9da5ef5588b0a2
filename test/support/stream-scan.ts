import type xterm from '@xterm/headless';

/** Clears the whole screen, or the scrollback: both destroy what people had on their terminal. */
const clearings = ['\u001b[2J', '\u001b[3J'];

/** What must never be in the bytes that a program writes; `text` may overlap with what was scanned before. */
const byteFaults = (text: string): string[] =>
  clearings.some((clearing) => text.includes(clearing)) ? ['The screen or its scrollback was cleared as a whole'] : [];

/** The first line, in either set of characters: the welcome, a frame of the simulator or of a profile, and a window that is too small. */
const titles = [
  /^ crossorg [·-] where to work +(\?|F1) help$/,
  /^ crossorg [·-] Contoso (→|->) Fabrikam +SIMULATOR {2}(\?|F1) help$/,
  /^ crossorg [·-] Contoso (→|->) Fabrikam [·-] SIMULATOR$/,
  /^ crossorg [·-] [a-z0-9]+ [·-] Contoso (→|->) Fabrikam +CUSTOM {2}(\?|F1) help$/,
];

const isEmpty = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** The rule below the first line, or the text in its place, tells the size that a frame was drawn for. */
const isFitting = ([, second = '']: readonly string[], { cols, rows }: xterm.Terminal): boolean =>
  second.startsWith(' Window is ')
    ? second.includes(` ${cols}x${rows}. `)
    : /^(─+|-+)$/.test(second.trimEnd()) && second.trimEnd().length === cols - 1;

/** The rows that are to be seen, spaces included; none while there is no frame, or while it is being drawn. */
function frameLines(term: xterm.Terminal): string[] {
  const { active } = term.buffer;
  if (active.type !== 'alternate' || term.modes.synchronizedOutputMode) return [];
  // The emulator keeps, out of sight, what stood beyond the right edge before a window got narrower.
  const lines = Array.from(
    { length: term.rows },
    (_, row) => active.getLine(row)?.translateToString(false, 0, term.cols) ?? '',
  );
  return lines.every(isEmpty) ? [] : lines;
}

/** What is wrong with the frame that a terminal shows: it keeps clear of the last row and column, and says where we are. */
function frameFaults(term: xterm.Terminal): string[] {
  const lines = frameLines(term);
  if (lines.length === 0) return [];
  const [first = ''] = lines;
  const isSmall = lines.some((line) => line.includes('Window is '));
  return [
    ...(isFitting(lines, term) ? [] : ['The frame was drawn for a window of another size']),
    ...(isEmpty(lines[term.rows - 1]) ? [] : ['Something stands in the last row']),
    ...(lines.every((line) => isEmpty(line[term.cols - 1])) ? [] : ['Something stands in the last column']),
    ...(titles.some((title) => title.test(first.trimEnd()))
      ? []
      : [`The first line does not say where we are:${first}`]),
    ...(isSmall || !isEmpty(lines[term.rows - 2]) ? [] : ['There is no key line']),
  ];
}

/** How a program begins to draw for another size: on an emptied screen. */
const drawnAnew = '\u001b[?2026h\u001b[H\u001b[J';

/** Looks at all bytes of a program, and at every frame that a terminal shows of them. */
export function createScan(term: xterm.Terminal) {
  const faults = new Set<string>();
  let shown = '';
  /** Set while a window that was resized may still show what was drawn for another size. */
  let isOver: (() => boolean) | null = null;
  const isDrawnAnewAfter = (place: number) => () => shown.indexOf(drawnAnew, place) !== -1;
  const isDrawnTwiceAfter = (place: number) => () => {
    const first = shown.indexOf(drawnAnew, place);
    return first !== -1 && shown.indexOf(drawnAnew, first + 1) !== -1;
  };
  return {
    faults,
    /** A piece of output has come to the terminal. */
    look(data: string): void {
      for (const fault of byteFaults(shown.slice(-8) + data)) faults.add(fault);
      shown += data;
      if (isOver && !isOver()) return;
      isOver = null;
      for (const fault of frameFaults(term)) faults.add(fault);
    },
    /**
     * `received` bytes came before the resize: what follows them may be late, and so may one frame that was drawn anew for
     * the size before. The next one is looked at, whatever it was drawn for.
     */
    resized(received: number): void {
      const [isAnew, isTwice] = [isDrawnAnewAfter(received), isDrawnTwiceAfter(received)];
      isOver = () => isAnew() && (isFitting(frameLines(term), term) || isTwice());
    },
    /** After several at once: the first frame of the last size is the first one looked at. */
    dragged(received: number): void {
      const isAnew = isDrawnAnewAfter(received);
      isOver = () => isAnew() && isFitting(frameLines(term), term);
    },
    isWaiting: () => isOver !== null,
  };
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
