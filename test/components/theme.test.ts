import { describe, expect, test } from 'vitest';
import { widthOf } from '../../components/text/width.ts';
import {
  type MarkedSeverity,
  type MarkedState,
  severityMark,
  stateMark,
  symbolsFor,
  toneOf,
} from '../../components/theme.ts';

const STATES: MarkedState[] = [
  'draft',
  'unconfirmed',
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'unknown',
  'attention',
];
const SEVERITIES: MarkedSeverity[] = ['error', 'warning', 'info', 'passed'];

describe('without colour and with ASCII only', () => {
  test('every state still has a word of its own', () => {
    const words = STATES.map((state) => stateMark(state, { ascii: true }).word);
    expect(new Set(words).size).toBe(STATES.length);
  });

  test('every severity still has a symbol and a word of its own', () => {
    const marks = SEVERITIES.map((severity) => severityMark(severity, { ascii: true }));
    expect(new Set(marks.map(({ symbol }) => symbol)).size).toBe(SEVERITIES.length);
    expect(new Set(marks.map(({ word }) => word)).size).toBe(SEVERITIES.length);
  });

  test('all symbols are ASCII', () => {
    expect(Object.values(symbolsFor({ ascii: true })).join('')).toMatch(/^[ -~]+$/);
  });

  test('no tone sets a colour', () => {
    const tones = (['plain', 'good', 'bad', 'attention', 'busy', 'quiet', 'strong'] as const).map((tone) =>
      toneOf(tone, { colour: false }),
    );
    expect(tones.every((tone) => tone.color === undefined)).toBe(true);
  });
});

test('marks and pointers take one cell each', () => {
  for (const ascii of [true, false]) {
    const { arrow, ...others } = symbolsFor({ ascii });
    expect(Object.values(others).map(widthOf)).toEqual(Object.values(others).map(() => 1));
    expect(widthOf(arrow)).toBe(ascii ? 2 : 1);
  }
});
