import { describe, expect, it } from 'vitest';
import { isoTime } from '../../src/plan/iso.ts';
import { parseStart } from '../../src/plan/parse/moment.ts';
import { bothTimes, duration, utcTime, zoned } from '../../src/plan/schedule.ts';
import { isKnownZone } from '../../src/plan/zone.ts';
import { now, read } from './support/reading.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Kyiv',
  'Africa/Johannesburg',
  'Africa/Casablanca',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Dubai',
  'Asia/Shanghai',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

describe('both times', () => {
  const rows: readonly [at: string, zone: string, text: string][] = [
    ['2026-12-05T22:00:00Z', 'Europe/Berlin', 'Sat 5 Dec 2026 23:00 Berlin = 22:00 UTC'],
    ['2026-12-05T23:30:00Z', 'Europe/Berlin', 'Sun 6 Dec 2026 00:30 Berlin = Sat 5 Dec 23:30 UTC'],
    ['2026-12-31T23:30:00Z', 'Asia/Tokyo', 'Fri 1 Jan 2027 08:30 Tokyo = Thu 31 Dec 23:30 UTC'],
    ['2026-12-05T22:00:00Z', 'America/New_York', 'Sat 5 Dec 2026 17:00 New York = 22:00 UTC'],
    ['2026-12-05T22:00:00Z', 'America/Argentina/Buenos_Aires', 'Sat 5 Dec 2026 19:00 Buenos Aires = 22:00 UTC'],
    ['2026-12-05T22:00:00Z', 'Asia/Kathmandu', 'Sun 6 Dec 2026 03:45 Kathmandu = Sat 5 Dec 22:00 UTC'],
    ['2026-12-05T22:00:00Z', 'UTC', 'Sat 5 Dec 2026 22:00 UTC'],
    ['2026-12-05T22:00:00Z', 'Etc/UTC', 'Sat 5 Dec 2026 22:00 UTC'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', 'Sun 25 Oct 2026 02:30 Berlin = 00:30 UTC'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', 'Sun 25 Oct 2026 02:30 Berlin = 01:30 UTC'],
  ];
  it.each(rows)('%s in %s', (at, zone, text) => {
    expect(bothTimes(Date.parse(at), zone)).toBe(text);
  });

  it.each(zones)('agree in %s, hour by hour over a year with its clock changes', (zone) => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000 * 7) {
      const local = zoned(at, zone).toPlainDateTime().toString().slice(0, 16);
      const again = read(parseStart, local, {}, { now, zone });
      if (again !== undefined) expect(again).toBe(at);
      expect(bothTimes(at, zone)).toContain(`${isoTime(at).slice(11, 16)} UTC`);
      expect(bothTimes(at, zone)).toContain(local.slice(11));
    }
  });
});

it.each([
  [-5, '0 s'],
  [999, '0 s'],
  [40_000, '40 s'],
  [60_000, '1 min'],
  [12 * 60_000 + 59_000, '12 min'],
  [8 * 3_600_000, '8 h'],
  [8 * 3_600_000 - 120_000, '7 h 58 min'],
  [47 * 3_600_000 + 60_000, '47 h 1 min'],
  [74 * 3_600_000, '3 d 2 h'],
  [30 * 86_400_000, '30 d'],
])('a duration of %i ms is shown as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

it('shows a time of day in UTC to the second', () => {
  expect(utcTime(Date.UTC(2026, 11, 5, 22, 3, 12, 999))).toBe('22:03:12 UTC');
});

describe('a zone', () => {
  it.each(zones)('%s is known', (zone) => expect(isKnownZone(zone)).toBe(true));
  it.each(['', 'Berlin', 'Europe/Atlantis', '+02:00', '2026-12-05T22:00[Europe/Berlin]', 'Europe/Berlin ', '../etc'])(
    '"%s" is not known',
    (zone) => expect(isKnownZone(zone)).toBe(false),
  );
});
