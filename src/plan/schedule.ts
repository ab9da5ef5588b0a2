import { Temporal } from 'temporal-polyfill';
import type { Instant } from './answers.ts';
import { isoTime } from './iso.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as the clocks of a zone show it. */
export const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** `Sat 5 Dec 2026 23:00 Berlin = 22:00 UTC`; the date at UTC too where it is another one. */
export function bothTimes(at: Instant, zone: string): string {
  const here = zoned(at, zone);
  const utc = zoned(at, 'UTC');
  const local = `${dayOf(here)} ${here.year} ${clockOf(here)} ${placeOf(here.timeZoneId)}`;
  if (placeOf(here.timeZoneId) === 'UTC') return local;
  const sameDay = here.toPlainDate().equals(utc.toPlainDate());
  return `${local} = ${sameDay ? '' : `${dayOf(utc)} `}${clockOf(utc)} UTC`;
}

/** `14:12 Berlin` */
export const clockTime = (at: Instant, zone: string): string => {
  const here = zoned(at, zone);
  return `${clockOf(here)} ${placeOf(here.timeZoneId)}`;
};

/** `22:03:12 UTC` */
export const utcTime = (at: Instant): string => `${isoTime(at).slice(11, 19)} UTC`;

/** `7 h 58 min`, `12 min`, `40 s`, from two days on `3 d 2 h`; what is left over is dropped. */
export function duration(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? inTwo(hours, 'h', minutes % 60, 'min') : inTwo(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

const inTwo = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;

const dayOf = (date: Temporal.ZonedDateTime): string =>
  `${days[date.dayOfWeek - 1]} ${date.day} ${months[date.month - 1]}`;

const clockOf = (date: Temporal.ZonedDateTime): string => `${two(date.hour)}:${two(date.minute)}`;

const two = (part: number): string => String(part).padStart(2, '0');

const utcNames = new Set(['UTC', 'Etc/UTC', 'Etc/UCT', 'Etc/Zulu', 'Etc/Universal', 'UCT', 'Zulu', 'Universal']);

/** The part of a zone's name that people know: `America/New_York` is New York. */
const placeOf = (zone: string): string =>
  utcNames.has(zone) ? 'UTC' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
