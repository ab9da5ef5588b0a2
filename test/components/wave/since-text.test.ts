import { expect, test } from 'vitest';
import { sinceText } from '../../../components/wave/since-text.ts';

const minuteMs = 60_000;
const times: readonly (readonly [minutes: number, text: string])[] = [
  [-5, 'now'],
  [0.9, 'now'],
  [1, '1m'],
  [9.9, '9m'],
  [14, '10m'],
  [59, '55m'],
  [60, '1h'],
  [69, '1h'],
  [225, '3h40m'],
  [23 * 60 + 59, '23h50m'],
  [24 * 60, '1d'],
  [400 * 24 * 60, '400d'],
];

test.each(times)('%s minutes are told as %s, in at most six cells', (minutes, text) => {
  expect(sinceText(minutes * minuteMs)).toBe(text);
  expect(text.length).toBeLessThanOrEqual(6);
});
