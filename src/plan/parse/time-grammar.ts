import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../answers.ts';
import { isoTime } from '../iso.ts';
import type { Context, Unreadable } from '../question.ts';
import { err, ok, type Result } from '../result.ts';
import { zoned } from '../schedule.ts';
import { localInstant } from './local-time.ts';
import { quoted } from './readable.ts';

type Read = Result<Instant, Unreadable>;

/** Null: the text has another form. */
type Form = (text: string, context: Context) => Read | null;

/** Reads ISO 8601, `+3h`, `+2d`, `+90m` and `[today|tonight|tomorrow|weekday] HH:MM`. Anything else is refused, never guessed. */
export function readMoment(text: string, context: Context): Read {
  for (const form of [plainInstant, fromNow, isoDate, dayAndTime]) {
    const read = form(text, context);
    if (read !== null) return read;
  }
  return err(otherForm(text));
}

const plainForm = /^\d{4}-\d{2}-(\d{2})T([01]\d|2[0-3]):\d{2}:\d{2}Z$/;

/** The form that answers are kept in, read thousands of times in a long file: it needs no calendar before the 29th. */
const plainInstant: Form = (text) => {
  const found = plainForm.exec(text);
  if (found === null) return null;
  const at = Date.parse(text);
  const isThere = !Number.isNaN(at) && (Number(found[1]) <= 28 || isoTime(at) === text);
  return isThere ? ok(at) : null;
};

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A day is 24 hours here, also when clocks change. Milliseconds are dropped: requests carry whole seconds. */
const fromNow: Form = (text, { now }) => {
  const [, count, unit] = /^\+(\d{1,4})([mhd])$/i.exec(text) ?? [];
  if (unit === undefined) return null;
  const ms = Number(count) * unitMs[unit.toLowerCase() as keyof typeof unitMs];
  return ok(Math.floor((now + ms) / 1000) * 1000);
};

const isoForm = /^(\d{4})-(\d{2})-(\d{2})[t ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(z|[+-]\d{2}(?::?\d{2})?)?$/i;

const isoDate: Form = (text, { zone }) => {
  const found = isoForm.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const local = plainTime({ year, month, day, hour, minute, second });
  const offset = found[7];
  if (local === null) return err(noSuchTime(text));
  if (offset === undefined) return localInstant(local, zone);
  const offsetMs = readOffset(offset);
  return offsetMs === null ? err(noSuchTime(text)) : ok(local.toZonedDateTime('UTC').epochMilliseconds - offsetMs);
};

/** Null for a day or a time that no calendar has. */
function plainTime(parts: Temporal.PlainDateTimeLike): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(parts, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** No place on earth is further than 14 hours from UTC. */
function readOffset(text: string): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  if (total > 14 * 60 || Number(minutes ?? 0) > 59) return null;
  return (sign === '-' ? -total : total) * 60_000;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The words a day can be named with. */
export const dayWords = [
  'today',
  'tonight',
  'tomorrow',
  ...weekdays.map((name) => name.slice(0, 3)),
  ...weekdays,
] as const;

const dayAndTime: Form = (text, context) => {
  const [, name = '', hour, minute] = /^([a-z]+) +(\d{2}):(\d{2})$/i.exec(text) ?? [];
  const word = name.toLowerCase();
  if (!dayWords.includes(word)) return null;
  const here = zoned(context.now, context.zone);
  const time = { hour: Number(hour), minute: Number(minute) };
  if (time.hour > 23 || time.minute > 59) return err(noSuchTime(text));
  if (word === 'tonight' && time.hour < eveningHour) return err(notTonight(text, time.hour));
  const day = here.toPlainDate().add({ days: daysUntil(word, here, time) });
  return localInstant(day.toPlainDateTime(time), context.zone);
};

const eveningHour = 17;

type Clock = { hour: number; minute: number };

/** A weekday is the next such day on which that time is still ahead. */
function daysUntil(word: string, here: Temporal.ZonedDateTime, time: Clock): number {
  if (word === 'today' || word === 'tonight') return 0;
  if (word === 'tomorrow') return 1;
  const ahead = (weekdays.findIndex((name) => name.startsWith(word)) + 8 - here.dayOfWeek) % 7;
  const passed = here.toPlainTime().until(time).sign <= 0;
  return ahead === 0 && passed ? 7 : ahead;
}

const otherForm = (text: string): Unreadable => ({
  what: `${quoted(text)} is not a time that can be read for certain.`,
  why: 'Only a few forms are read, so that no other day is taken by accident.',
  next: 'Use now, +3h, +2d, today 22:00, tomorrow 18:00, sat 22:00 or 2026-12-05T22:00Z.',
});

const noSuchTime = (text: string): Unreadable => ({
  what: `${quoted(text)} names a day or a time that does not exist.`,
  why: 'Months are 01 to 12, hours 00 to 23, minutes 00 to 59, and the month must have that day.',
  next: 'Use a form such as 2026-12-05T22:00Z or sat 22:00.',
});

const notTonight = (text: string, hour: number): Unreadable => ({
  what: `${quoted(text)} can mean two days.`,
  why: 'Tonight is read from 17:00 to 23:59. Before that it is today, after that it is tomorrow.',
  next: 'Say today or tomorrow with that time.',
  suggestion: text.toLowerCase().replace('tonight', hour < 6 ? 'tomorrow' : 'today'),
});
