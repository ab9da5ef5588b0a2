import type { Random } from '../ports/ports.ts';

/** `r-` + date and time in UTC + four hex digits: sorts by time, and can be read out on the phone. */
export function newRunId(now: number, random: Random): string {
  const [date, time] = new Date(now).toISOString().slice(0, 19).split('T') as [string, string];
  const digits = Math.floor(random.fraction() * 0x10000)
    .toString(16)
    .padStart(4, '0');
  return `r-${date.replaceAll('-', '')}-${time.replaceAll(':', '')}-${digits}`;
}

/** Only such a text becomes part of a file name. */
export const isRunId = (text: string): boolean => /^r-\d{8}-\d{6}-[0-9a-f]{4}$/.test(text);
