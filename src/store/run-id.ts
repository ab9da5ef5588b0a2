import type { Random } from '../ports/ports.ts';

/** `r-` + date and time in UTC + milliseconds and chance in hex: sorts by time, and can be read out on the phone. */
export function newRunId(now: number, random: Random): string {
  const [date, time] = new Date(now).toISOString().slice(0, 19).split('T') as [string, string];
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  const digits = hex(Math.floor(now) % 1000, 3) + hex(Math.floor(random.fraction() * 16), 1);
  return `r-${date.replaceAll('-', '')}-${time.replaceAll(':', '')}-${digits}`;
}

/** Only such a text becomes part of a file name. */
export const isRunId = (text: string): boolean => /^r-\d{8}-\d{6}-[0-9a-f]{4}$/.test(text);
