import type { ReportRow } from '../../wave/report/row.ts';
import type { ReportTime } from '../../wave/report/times.ts';
import type { Report } from '../../wave/report.ts';
import { stateWords } from '../plain-lines.ts';

/** A moment for people: `2026-12-05 15:02:11 Berlin = 14:02:11 UTC`, with the date in UTC where it is another one. */
export function shownTime({ at, local }: ReportTime, zone: string): string {
  const [utcDay, utcClock] = [at.slice(0, 10), at.slice(11, 19)];
  const [day, clock] = [local.slice(0, 10), local.slice(11, 19)];
  if (day === utcDay && clock === utcClock) return `${utcDay} ${utcClock} UTC`;
  return `${day} ${clock} ${placeOf(zone)} = ${day === utcDay ? '' : `${utcDay} `}${utcClock} UTC`;
}

const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

export const timeOr = (time: ReportTime | null, zone: string, none: string): string =>
  time === null ? none : shownTime(time, zone);

export const kindWords = { user: 'OneDrive', site: 'Site', group: 'Group site' } as const;

/** The word for a state, and what it does not say alone: `Draft (refused)`. */
export const stateText = ({ state, detail }: Pick<ReportRow, 'state' | 'detail'>): string =>
  detail === null ? stateWords[state] : `${stateWords[state]} (${detail})`;

export const moves = (count: number): string => `${count} ${count === 1 ? 'move' : 'moves'}`;

/** `2 Completed, 1 Draft (refused)` */
export function countsText({ rows }: Pick<Report, 'rows'>): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(stateText(row), (counts.get(stateText(row)) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}

/** What nobody may overlook; null for a live run. */
export function alarmText({ mode, endpoint }: Pick<Report, 'mode' | 'endpoint'>): string | null {
  if (mode === 'simulator')
    return 'SIMULATOR: this run was made on the built-in simulator. Nothing was moved in any tenant, and its times are those of the simulated clock.';
  return mode === 'custom' ? `CUSTOM: this run was made at ${endpoint}, not at Microsoft Graph itself.` : null;
}

/** Whether this is the last word on the run; null when it is. */
export const openText = ({ unfinished, recorded, zone }: Report): string | null =>
  unfinished === 0
    ? null
    : `${moves(unfinished)} may still change. This report is what was recorded until ${shownTime(recorded, zone)}; the service was not asked again for it.`;
