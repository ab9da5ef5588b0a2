import { padEndTo, widthOf } from '../text/width.ts';

/** Below this a frame does not fit, and a short text says so. */
export const SMALLEST = { columns: 60, rows: 16 } as const;

export type Size = { columns: number; rows: number };

export const isTooSmall = ({ columns, rows }: Size): boolean => columns < SMALLEST.columns || rows < SMALLEST.rows;

/** Below this many rows the steps take one line, not two. */
const SHORT = 20;

export const isShort = ({ rows }: Size): boolean => rows < SHORT;

/** What is drawn on: the last row and column stay empty, because writing them makes Windows consoles scroll. */
export const drawnSize = ({ columns, rows }: Size): { width: number; height: number } => ({
  width: Math.max(1, columns - 1),
  height: Math.max(1, rows - 1),
});

/** A key that works right now, and what it does. */
export type KeyHint = readonly [key: string, does: string];

const GAP = '   ';
const KEY_LINES = 2;

/** Packs hints into lines. */
function pack(hints: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const hint of hints) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line) + GAP.length + widthOf(hint) <= width)
      lines[lines.length - 1] = line + GAP + hint;
    else lines.push(hint);
  }
  return lines;
}

/**
 * The key line, two lines at most: where more is needed the hints before the last are left out first, because the first
 * says how to go on and the last how to get out.
 */
export function keyLines(hints: readonly KeyHint[], width: number): string[] {
  const texts = hints.map(([key, does]) => `${key} ${does}`);
  let lines = pack(texts, width);
  while (lines.length > KEY_LINES && texts.length > 2) {
    texts.splice(-2, 1);
    lines = pack(texts, width);
  }
  return lines.slice(0, KEY_LINES);
}

/** One of the steps above the content; numbered from 1. */
export type StepLabel = { number: number; label: string; isDone: boolean };

type StepLines = { names: string; underline: string };

/** The steps and what underlines the current one. Where they do not fit, only the current one keeps its name. */
export function stepLines(steps: readonly StepLabel[], current: number, width: number, done: string): StepLines {
  const full = place(steps, current, done, () => true);
  return widthOf(full.names) <= width ? full : place(steps, current, done, (step) => step.number === current);
}

function place(
  steps: readonly StepLabel[],
  current: number,
  done: string,
  isNamed: (step: StepLabel) => boolean,
): StepLines {
  let names = '';
  let underline = '';
  for (const step of steps) {
    const name = isNamed(step) ? `${step.number} ${step.label}` : `${step.number}`;
    if (step.number === current) underline = padEndTo('', widthOf(names)) + '='.repeat(widthOf(name));
    names += `${name} ${padEndTo(step.isDone && step.number !== current ? done : '', 1)} `;
  }
  return { names: names.trimEnd(), underline };
}
