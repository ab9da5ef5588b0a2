import type { Instant, Start } from '../answers.ts';
import { type Finding, finding } from '../finding.ts';
import { bothTimes, duration } from '../schedule.ts';
import { type Check, those } from './check.ts';

const hourMs = 60 * 60_000;
/** Nothing is documented about how far ahead a start may lie: further than this, a slip in the date is likelier. */
const farMs = 30 * 24 * hourMs;

/** When the move may start, against the time now: the same answers are judged again at the confirmation. */
export const times: Check = ({ start, latestStart }, _typed, { now, zone }) =>
  those([
    typeof start === 'number' && start < now && startPassed(start, zone),
    typeof start === 'number' && start - now > farMs && startFarAway(start, now, zone),
    typeof latestStart === 'number' && latestRule(start, latestStart, now, zone),
  ]);

function latestRule(start: Start | undefined, latest: Instant, now: Instant, zone: string): Finding | undefined {
  if (latest <= now) return latestPassed(latest, zone);
  if (typeof start === 'number' && latest <= start) return latestBeforeStart(start, latest, zone);
  if (start === undefined) return undefined;
  const window = latest - Math.max(now, start === 'now' ? now : start);
  return window < hourMs ? windowNarrow(window) : undefined;
}

const startPassed = (start: Instant, zone: string): Finding =>
  finding(
    {
      field: 'start',
      code: 'startInPast',
      what: `The start has passed: ${bothTimes(start, zone)}.`,
      why: 'The service may then start the move at once.',
      next: 'Use now if that is meant, or give a later time.',
    },
    { severity: 'warning', suggestion: 'now' },
  );

const startFarAway = (start: Instant, now: Instant, zone: string): Finding =>
  finding(
    {
      field: 'start',
      code: 'startFarAway',
      what: `The start is ${duration(start - now)} away: ${bothTimes(start, zone)}.`,
      why: 'No limit is documented, but licences, mappings and trust may have changed by then.',
      next: 'Check month and year. If the date is right, repeat the dry run shortly before it.',
    },
    { severity: 'warning' },
  );

const latestPassed = (latest: Instant, zone: string): Finding =>
  finding({
    field: 'latestStart',
    code: 'latestStartInPast',
    what: `The latest start has passed: ${bothTimes(latest, zone)}.`,
    why: 'The service cancels a task that has not started by then, so this one could never run.',
    next: 'Give a later time, or leave the latest start out.',
  });

const latestBeforeStart = (start: Instant, latest: Instant, zone: string): Finding =>
  finding({
    field: 'latestStart',
    code: 'latestStartBeforeStart',
    what: `The latest start, ${bothTimes(latest, zone)}, is not after the start.`,
    why: `The move may not start before ${bothTimes(start, zone)}. Times like +8h count from now.`,
    next: 'Give a latest start after the start, or leave it out.',
  });

const windowNarrow = (windowMs: number): Finding =>
  finding(
    {
      field: 'latestStart',
      code: 'windowNarrow',
      what: `The service has only ${duration(windowMs)} to start this move.`,
      why: 'It starts tasks as it has room, and cancels this one if that takes longer.',
      next: 'Leave at least some hours between start and latest start.',
    },
    { severity: 'warning' },
  );
