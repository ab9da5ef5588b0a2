import { isoTime } from '../../plan/iso.ts';
import { zoned } from '../../plan/schedule.ts';

/** One moment twice: in UTC, and by the clocks of the report's zone with their offset. Both are ISO 8601 to the second. */
export type ReportTime = { at: string; local: string };

export type Times = (at: number) => ReportTime;

/** Tells moments in a zone. Many of a run are the same, so each is worked out once. */
export function timesIn(zone: string): Times {
  const told = new Map<number, ReportTime>();
  return (at) => {
    const known = told.get(at);
    if (known !== undefined) return known;
    // Clocks may tell parts of a millisecond.
    const local = zoned(Math.trunc(at), zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
    const time = { at: isoTime(at), local };
    told.set(at, time);
    return time;
  };
}

export const timeOrNull = (times: Times, at: number | null | undefined): ReportTime | null =>
  typeof at === 'number' ? times(at) : null;
