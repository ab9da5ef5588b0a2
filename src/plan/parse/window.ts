import type { Unreadable } from '../question.ts';
import { err, ok, type Result } from '../result.ts';
import { quoted, suggesting } from './readable.ts';

type Clock = { hour: number; minute: number };

const form = /^(\d{1,2}):(\d{2})\s*(?:-|–|to)\s*(\d{1,2}):(\d{2})$/i;

/** A start window in its plain form, such as `22:00-06:00`; one that ends before it begins goes past midnight. */
export function parseWindow(text: string): Result<string, Unreadable> {
  const [, ...parts] = form.exec(text.trim()) ?? [];
  const [fromHour = 99, fromMinute = 99, toHour = 99, toMinute = 99] = parts.map(Number);
  const from = { hour: fromHour, minute: fromMinute };
  const to = { hour: toHour, minute: toMinute };
  const isWhole = isClock(from) && isClock(to) && (fromHour !== toHour || fromMinute !== toMinute);
  return isWhole ? ok(`${clockText(from)}-${clockText(to)}`) : err(unreadable(text));
}

const isClock = ({ hour, minute }: Clock): boolean => hour < 24 && minute < 60;
const two = (part: number): string => String(part).padStart(2, '0');
const clockText = ({ hour, minute }: Clock): string => `${two(hour)}:${two(minute)}`;

const unreadable = (text: string): Unreadable => ({
  what: `${quoted(text)} is not a start window.`,
  why: 'It has two different times of day: from when, and until when, a move may start.',
  next: 'Use the form 22:00-06:00.',
  ...suggesting(fromHours(text)),
});

/** `22-6` is what people write in mails. */
function fromHours(text: string): string | undefined {
  const [, from, to] = /^(\d{1,2})\s*-\s*(\d{1,2})$/.exec(text.trim()) ?? [];
  const hours = [Number(from ?? 99), Number(to ?? 99)];
  if (hours.some((hour) => hour > 23) || hours[0] === hours[1]) return undefined;
  return hours.map((hour) => `${two(hour)}:00`).join('-');
}
