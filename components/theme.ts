import type { TextProps } from 'ink';
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react';
import type { Severity } from '../src/plan/finding.ts';
import type { TaskState } from '../src/tasks/task.ts';
import type { Mode } from '../src/wave/entry.ts';

/** How this terminal is drawn on: characters, colours, and whether anything may move. */
export type Theme = { ascii: boolean; colour: boolean; motion: boolean };

/** `attention` is ours: the service has not touched the task for a long time. */
export type MarkedState = TaskState | 'attention';

const UNICODE = {
  draft: '·',
  unconfirmed: '?',
  queued: '–',
  running: '▸',
  completed: '✓',
  failed: '✗',
  cancelled: '■',
  attention: '!',
  unknown: '?',
  note: '·',
  pointer: '▸',
  arrow: '→',
  dot: '·',
  rule: '─',
  underline: '=',
  ellipsis: '…',
} as const;

export type Symbols = { readonly [K in keyof typeof UNICODE]: string };

const ASCII: Symbols = {
  draft: '.',
  unconfirmed: '?',
  queued: '-',
  running: '>',
  completed: '+',
  failed: 'x',
  cancelled: '#',
  attention: '!',
  unknown: '?',
  note: '.',
  pointer: '>',
  arrow: '->',
  dot: '-',
  rule: '-',
  underline: '=',
  ellipsis: '~',
};

export const symbolsFor = ({ ascii }: Pick<Theme, 'ascii'>): Symbols => (ascii ? ASCII : UNICODE);

/** What a colour is for. Only the terminal's own 16 colours are used, and never alone: a symbol or a word says the same. */
export type Tone = 'plain' | 'good' | 'bad' | 'attention' | 'busy' | 'quiet' | 'strong';

const COLOURS: { readonly [K in Tone]?: string } = { good: 'green', bad: 'red', attention: 'yellow', busy: 'cyan' };

/** Properties for Ink's Text. Grey is left out: on some palettes it is the background; dim follows the foreground. */
export function toneOf(tone: Tone, { colour }: Pick<Theme, 'colour'>): TextProps {
  if (tone === 'quiet') return { dimColor: true };
  if (tone === 'strong') return { bold: true };
  const name = COLOURS[tone];
  return colour && name !== undefined ? { color: name } : {};
}

export type Mark = { symbol: string; word: string; tone: Tone };

const STATES: { readonly [K in MarkedState]: Omit<Mark, 'symbol'> } = {
  draft: { word: 'Draft', tone: 'quiet' },
  unconfirmed: { word: 'Unconfirmed', tone: 'attention' },
  queued: { word: 'Queued', tone: 'plain' },
  running: { word: 'Running', tone: 'busy' },
  completed: { word: 'Completed', tone: 'good' },
  failed: { word: 'Failed', tone: 'bad' },
  cancelled: { word: 'Cancelled', tone: 'quiet' },
  attention: { word: 'Check', tone: 'attention' },
  unknown: { word: 'Unknown', tone: 'plain' },
};

/** Cells the longest state word takes: the fixed column that status words stand in. */
export const STATE_WORD_WIDTH = Math.max(...Object.values(STATES).map((state) => state.word.length));

/** Symbol, word and tone of a task's state. */
export const stateMark = (state: MarkedState, theme: Pick<Theme, 'ascii'>): Mark => ({
  symbol: symbolsFor(theme)[state],
  ...STATES[state],
});

/** `passed` is what a check says that found nothing. */
export type MarkedSeverity = Severity | 'passed';

const SEVERITIES = {
  error: { mark: 'failed', word: 'Error', tone: 'bad' },
  warning: { mark: 'attention', word: 'Warning', tone: 'attention' },
  info: { mark: 'note', word: 'Note', tone: 'plain' },
  passed: { mark: 'completed', word: 'Passed', tone: 'good' },
} as const satisfies Record<MarkedSeverity, { mark: keyof Symbols; word: string; tone: Tone }>;

/** Symbol, word and tone of a finding's severity. */
export function severityMark(severity: MarkedSeverity, theme: Pick<Theme, 'ascii'>): Mark {
  const { mark, word, tone } = SEVERITIES[severity];
  return { symbol: symbolsFor(theme)[mark], word, tone };
}

/** The word that stands, reversed, on every frame that belongs to a profile. */
export const MODE_WORDS: { readonly [K in Mode]: string } = { live: 'LIVE', simulator: 'SIMULATOR', custom: 'CUSTOM' };

type Look = Theme & { symbols: Symbols };
const DEFAULT: Theme = { ascii: false, colour: true, motion: true };
const ThemeContext = createContext<Look>({ ...DEFAULT, symbols: UNICODE });

/** Gives every component below the terminal's theme; what is not given is Unicode, colour, motion. */
export function ThemeProvider({ theme, children }: { theme: Partial<Theme>; children?: ReactNode }) {
  const { ascii = DEFAULT.ascii, colour = DEFAULT.colour, motion = DEFAULT.motion } = theme;
  const value = useMemo(() => ({ ascii, colour, motion, symbols: symbolsFor({ ascii }) }), [ascii, colour, motion]);
  return createElement(ThemeContext, { value }, children);
}

export const useTheme = (): Look => useContext(ThemeContext);
