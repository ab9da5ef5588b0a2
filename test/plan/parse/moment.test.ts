import { describe, expect, it } from 'vitest';
import { canonicalInstant, parseLatestStart, parseStart } from '../../../src/plan/parse/moment.ts';
import { berlin, now, read, refusal } from '../support/reading.ts';
import { faultsIn } from '../support/wording.ts';

const startOf = (text: string, zone = 'Europe/Berlin', at = now): string | undefined => {
  const start = read(parseStart, text, {}, { now: at, zone });
  return typeof start === 'number' ? canonicalInstant(start) : start;
};

describe('times that can be read, on Thursday 3 December 2026 at 14:02 in Berlin', () => {
  const rows: readonly [text: string, start: string][] = [
    ['now', 'now'],
    [' NOW ', 'now'],
    ['+3h', '2026-12-03T16:02:11Z'],
    ['+90m', '2026-12-03T14:32:11Z'],
    ['+2d', '2026-12-05T13:02:11Z'],
    ['+2D', '2026-12-05T13:02:11Z'],
    ['2026-12-05T22:00Z', '2026-12-05T22:00:00Z'],
    ['2026-12-05t22:00z', '2026-12-05T22:00:00Z'],
    ['2026-12-05T22:00:30Z', '2026-12-05T22:00:30Z'],
    ['2026-12-05T22:00:30.999Z', '2026-12-05T22:00:30Z'],
    ['2026-12-05T22:00', '2026-12-05T21:00:00Z'],
    ['2026-12-05 22:00', '2026-12-05T21:00:00Z'],
    ['2026-12-05 22:00:15', '2026-12-05T21:00:15Z'],
    ['2026-12-05T22:00+05:30', '2026-12-05T16:30:00Z'],
    ['2026-12-05T22:00-0800', '2026-12-06T06:00:00Z'],
    ['2026-12-05T22:00+02', '2026-12-05T20:00:00Z'],
    ['2028-02-29 12:00', '2028-02-29T11:00:00Z'],
    ['today 22:00', '2026-12-03T21:00:00Z'],
    ['today 08:00', '2026-12-03T07:00:00Z'],
    ['tonight 22:00', '2026-12-03T21:00:00Z'],
    ['tomorrow 18:00', '2026-12-04T17:00:00Z'],
    ['Tomorrow  18:00', '2026-12-04T17:00:00Z'],
    ['sat 22:00', '2026-12-05T21:00:00Z'],
    ['Saturday 22:00', '2026-12-05T21:00:00Z'],
    ['sun 06:00', '2026-12-06T05:00:00Z'],
    ['wed 14:00', '2026-12-09T13:00:00Z'],
    ['thu 14:03', '2026-12-03T13:03:00Z'],
    ['thu 14:02', '2026-12-10T13:02:00Z'],
    ['thursday 09:00', '2026-12-10T08:00:00Z'],
  ];
  it.each(rows)('%s', (text, start) => {
    expect(startOf(text)).toBe(start);
  });

  it('reads no latest start from an empty text, and the same moments otherwise', () => {
    expect(read(parseLatestStart, '')).toBeNull();
    expect(read(parseLatestStart, '+3h')).toBe(Date.UTC(2026, 11, 3, 16, 2, 11));
  });

  it('does not take now for a latest start', () => {
    expect(faultsIn(refusal(parseLatestStart, 'now'))).toEqual([]);
  });

  it('means the same moment when its own text is read again at another time and place', () => {
    const text = startOf('sat 22:00') ?? '';
    expect(startOf(text, 'Asia/Tokyo', now + 86_400_000)).toBe(text);
  });
});

describe('times that are refused, never guessed', () => {
  const rows: readonly [text: string, suggestion?: string][] = [
    ['tomorow 18:00', 'tomorrow 18:00'],
    ['tommorow at 18:00', 'tomorrow 18:00'],
    ['saturdy 22:00', 'saturday 22:00'],
    ['tonigth 22:00', 'tonight 22:00'],
    ['noww', 'now'],
    ['22:00', 'today 22:00'],
    ['9:00', 'tomorrow 09:00'],
    ['08:00', 'tomorrow 08:00'],
    ['sat 9:00', 'sat 09:00'],
    ['sat, 22:00', 'sat 22:00'],
    ['22:00 tomorrow', 'tomorrow 22:00'],
    ['tomorrow 10pm', 'tomorrow 22:00'],
    ['sat 12:30 am', 'sat 00:30'],
    ['3h', '+3h'],
    ['+3 hours', '+3h'],
    ['+ 90 m', '+90m'],
    ['2026/12/05 22:00', '2026-12-05 22:00'],
    ['2026-12-05 22:00 UTC', '2026-12-05 22:00Z'],
    ['２０２６-12-05 22:00', '2026-12-05 22:00'],
    ['+３h', '+3h'],
    ['tonight 01:00', 'tomorrow 01:00'],
    ['tonight 08:00', 'today 08:00'],
    ['2026-13-05'],
    ['2026-12-05'],
    ['2026-13-05T22:00Z'],
    ['2026-02-29 12:00'],
    ['2026-12-05T24:00Z'],
    ['2026-12-05T22:60Z'],
    ['2026-12-05T22:00:60Z'],
    ['2026-12-05T22:00+15:00'],
    ['2026-12-05T22:00+02:60'],
    ['sat 25:00'],
    ['sat 12:60'],
    ['mun 10:00'],
    ['05.06.2026'],
    ['5/6/2026'],
    ['05.06.2026 22:00'],
    ['5/6/2026 22:00'],
    ['asap'],
    ['next week'],
    ['sat'],
    ['tomorrow'],
    ['+3'],
    ['-3h'],
    ['+3w'],
    ['+99999h'],
    ['1796508000000'],
    ['2026-W49-6T22:00Z'],
    ['🕙'],
    ['   '],
    ['a'.repeat(10_000)],
    [`${'+'.repeat(5000)}3h`],
  ];
  it.each(rows)('%s', (text, suggestion) => {
    const refused = refusal(parseStart, text);
    expect(refused.suggestion).toBe(suggestion);
    expect(faultsIn(refused)).toEqual([]);
    if (suggestion !== undefined) expect(read(parseStart, suggestion)).toBeDefined();
  });
});

describe('the hour that clocks skip and the hour they repeat', () => {
  const skipped: readonly [zone: string, text: string, suggestion: string][] = [
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29 03:30'],
    ['Europe/London', '2026-03-29 01:15', '2026-03-29 02:15'],
    ['America/New_York', '2026-03-08T02:00', '2026-03-08 03:00'],
    ['Australia/Sydney', '2026-10-04 02:59:59', '2026-10-04 03:59:59'],
    ['Australia/Lord_Howe', '2026-10-04 02:10', '2026-10-04 02:40'],
  ];
  it.each(skipped)('%s skips %s', (zone, text, suggestion) => {
    const refused = refusal(parseStart, text, {}, { now, zone });
    expect(refused.suggestion).toBe(suggestion);
    expect(faultsIn(refused)).toEqual([]);
    expect(startOf(suggestion, zone)).toBeDefined();
  });

  const repeated: readonly [zone: string, text: string, first: string, second: string][] = [
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['Europe/London', '2026-10-25 01:00', '2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'],
    ['America/New_York', '2026-11-01 01:59', '2026-11-01T05:59:00Z', '2026-11-01T06:59:00Z'],
    ['Australia/Sydney', '2026-04-05 02:00', '2026-04-04T15:00:00Z', '2026-04-04T16:00:00Z'],
  ];
  it.each(repeated)('%s repeats %s', (zone, text, first, second) => {
    const refused = refusal(parseStart, text, {}, { now, zone });
    expect(refused.suggestion).toBe(first);
    expect(refused.next).toContain(second);
    expect(faultsIn(refused)).toEqual([]);
  });

  it('is called out for a weekday too', () => {
    const friday = Date.UTC(2026, 2, 27, 12);
    expect(refusal(parseStart, 'sun 02:30', {}, { now: friday, zone: berlin.zone }).suggestion).toBe(
      '2026-03-29 03:30',
    );
  });

  it.each([
    ['the minute before a skipped hour', '2026-03-29 01:59', '2026-03-29T00:59:00Z'],
    ['the minute after a skipped hour', '2026-03-29 03:00', '2026-03-29T01:00:00Z'],
    ['the minute before a repeated hour', '2026-10-25 01:59', '2026-10-24T23:59:00Z'],
    ['the minute after a repeated hour', '2026-10-25 03:00', '2026-10-25T02:00:00Z'],
    ['a skipped hour with an offset', '2026-03-29T02:30+01:00', '2026-03-29T01:30:00Z'],
  ])('%s can be read', (_name, text, start) => {
    expect(startOf(text)).toBe(start);
  });
});
