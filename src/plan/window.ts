import type { Temporal } from 'temporal-polyfill';
import type { Instant, Start } from './answers.ts';
import { zoned } from './schedule.ts';

type Clock = { hour: number; minute: number };
type Span = { from: Instant; to: Instant };
type Around = { now: Instant; zone: string };

const hourMs = 3_600_000;

/**
 * The window that is open, else the next one, each as start and latest start. One with less than an hour left, or less
 * than half of a short one, is over: the service would hardly get to it.
 */
export function nextWindow(window: string, around: Around): { start: Start; latestStart: Instant } {
  const { now } = around;
  const span = spansOf(window, around).find(
    ({ from, to }) => to - Math.max(now, from) >= Math.min(hourMs, (to - from) / 2) && to > now,
  );
  if (!span) throw new Error('Every day has a window');
  return { start: span.from <= now ? 'now' : span.from, latestStart: span.to };
}

/** When the first window ends that is open at this moment or opens after it. */
export function windowEnd(window: string, at: Instant, zone: string): Instant {
  const span = spansOf(window, { now: at, zone }).find(({ to }) => to > at);
  if (!span) throw new Error('Every day has a window');
  return span.to;
}

/** From yesterday on: that one may still be open. */
function spansOf(window: string, { now, zone }: Around): Span[] {
  const [from, to] = window.split('-').map(clockOf);
  if (!from || !to) throw new Error('The window was not read');
  const today = zoned(now, zone).toPlainDate();
  const isOvernight = minutesOf(to) < minutesOf(from);
  const spans = [-1, 0, 1, 2].map((days) => {
    const day = today.add({ days });
    return { from: at(day, from, zone), to: at(isOvernight ? day.add({ days: 1 }) : day, to, zone) };
  });
  // Clocks that are put forward can skip a short window as a whole: that day has none.
  return spans.filter(({ from: opens, to: closes }) => closes > opens);
}

const minutesOf = ({ hour, minute }: Clock): number => hour * 60 + minute;

const clockOf = (text: string): Clock => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { hour, minute };
};

/** A time that clocks skip is the same stretch later, one that comes twice is the first. */
const at = (day: Temporal.PlainDate, clock: Clock, zone: string): Instant =>
  day.toPlainDateTime(clock).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
