import { describe, expect, test } from 'vitest';
import { isoTime } from '../../src/plan/iso.ts';
import { nextWindow, windowEnd } from '../../src/plan/window.ts';

const night = '22:00-06:00';
const day = '09:00-17:00';
const at = (text: string): number => Date.parse(text);

/** Berlin is an hour ahead of UTC in winter. */
const rows = [
  {
    name: 'in the morning, the coming night',
    window: night,
    now: '2026-12-05T09:00Z',
    from: '2026-12-05T21:00:00Z',
    to: '2026-12-06T05:00:00Z',
  },
  { name: 'inside it, now', window: night, now: '2026-12-05T23:30Z', from: 'now', to: '2026-12-06T05:00:00Z' },
  {
    name: 'past midnight, still the same',
    window: night,
    now: '2026-12-06T02:00Z',
    from: 'now',
    to: '2026-12-06T05:00:00Z',
  },
  {
    name: 'with less than an hour left, the next one',
    window: night,
    now: '2026-12-06T04:30Z',
    from: '2026-12-06T21:00:00Z',
    to: '2026-12-07T05:00:00Z',
  },
  {
    name: 'at its very end, the next one',
    window: night,
    now: '2026-12-06T05:00Z',
    from: '2026-12-06T21:00:00Z',
    to: '2026-12-07T05:00:00Z',
  },
  { name: 'of a day', window: day, now: '2026-12-05T18:00Z', from: '2026-12-06T08:00:00Z', to: '2026-12-06T16:00:00Z' },
  {
    name: 'of half an hour, half of it left',
    window: '09:00-09:30',
    now: '2026-12-05T08:15Z',
    from: 'now',
    to: '2026-12-05T08:30:00Z',
  },
  {
    name: 'of half an hour, less left',
    window: '09:00-09:30',
    now: '2026-12-05T08:16Z',
    from: '2026-12-06T08:00:00Z',
    to: '2026-12-06T08:30:00Z',
  },
  {
    name: 'over the night clocks go forward',
    window: '01:30-02:30',
    now: '2026-03-28T22:00Z',
    from: '2026-03-29T00:30:00Z',
    to: '2026-03-29T01:30:00Z',
  },
  {
    name: 'that clocks skip as a whole, the one of the next day',
    window: '02:00-03:00',
    now: '2026-03-28T22:00Z',
    from: '2026-03-30T00:00:00Z',
    to: '2026-03-30T01:00:00Z',
  },
  {
    name: 'over the night clocks go back',
    window: night,
    now: '2026-10-24T12:00Z',
    from: '2026-10-24T20:00:00Z',
    to: '2026-10-25T05:00:00Z',
  },
];

test.each(rows)('the window that counts $name', ({ window, now, from, to }) => {
  const { start, latestStart } = nextWindow(window, { now: at(now), zone: 'Europe/Berlin' });
  expect({ from: start === 'now' ? 'now' : isoTime(start), to: isoTime(latestStart) }).toEqual({ from, to });
});

test('a window never lies in the past, whenever it is asked for', () => {
  const begin = at('2026-03-27T00:00Z');
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'])
    for (let minutes = 0; minutes < 4 * 24 * 60; minutes += 17) {
      const now = begin + minutes * 60_000;
      const { start, latestStart } = nextWindow(night, { now, zone });
      const from = start === 'now' ? now : start;
      expect(from).toBeGreaterThanOrEqual(now);
      expect(latestStart - from).toBeGreaterThanOrEqual(3_600_000);
      expect(from - now).toBeLessThan(25 * 3_600_000);
    }
});

describe('the end of the window', () => {
  const ends = [
    { name: 'in which a moment lies', moment: '2026-12-05T23:00Z', to: '2026-12-06T05:00:00Z' },
    { name: 'that comes after a moment outside', moment: '2026-12-05T12:00Z', to: '2026-12-06T05:00:00Z' },
    { name: 'after its own end', moment: '2026-12-06T05:00Z', to: '2026-12-07T05:00:00Z' },
  ];
  test('is that of the next day where clocks skip it as a whole', () => {
    expect(isoTime(windowEnd('02:00-03:00', at('2026-03-29T00:00Z'), 'Europe/Berlin'))).toBe('2026-03-30T01:00:00Z');
  });

  test.each(ends)('$name', ({ moment, to }) => {
    expect(isoTime(windowEnd(night, at(moment), 'Europe/Berlin'))).toBe(to);
  });
});
