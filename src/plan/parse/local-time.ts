import type { Temporal } from 'temporal-polyfill';
import type { Instant } from '../answers.ts';
import { isoTime } from '../iso.ts';
import type { Unreadable } from '../question.ts';
import { err, ok, type Result } from '../result.ts';

/** The moment a local time means. When clocks change it may mean none or two: then nothing is guessed. */
export function localInstant(local: Temporal.PlainDateTime, zone: string): Result<Instant, Unreadable> {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return ok(earlier.epochMilliseconds);
  return err(earlier.toPlainDateTime().equals(local) ? twice(local, earlier, later) : never(local, later));
}

function twice(
  local: Temporal.PlainDateTime,
  earlier: Temporal.ZonedDateTime,
  later: Temporal.ZonedDateTime,
): Unreadable {
  const [first, second] = [isoTime(earlier.epochMilliseconds), isoTime(later.epochMilliseconds)];
  return {
    what: `${textOf(local)} comes twice in ${earlier.timeZoneId}.`,
    why: 'Clocks are turned back that day, so this time means two moments.',
    next: `Use ${first} for the first or ${second} for the second.`,
    suggestion: first,
  };
}

const never = (local: Temporal.PlainDateTime, later: Temporal.ZonedDateTime): Unreadable => ({
  what: `${textOf(local)} does not exist in ${later.timeZoneId}.`,
  why: 'Clocks are turned forward that day and skip this time.',
  next: `Use a time that exists, such as ${textOf(later.toPlainDateTime())}.`,
  suggestion: textOf(later.toPlainDateTime()),
});

const textOf = (local: Temporal.PlainDateTime): string => {
  const text = local.toString({ smallestUnit: 'second' });
  return (text.endsWith(':00') ? text.slice(0, -3) : text).replace('T', ' ');
};
