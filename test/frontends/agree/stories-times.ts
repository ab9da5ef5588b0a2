import { atHost, user } from './common.ts';
import { accept, answer, fix, reopen, type Story, type Turn } from './story.ts';

const before: readonly Turn[] = [...user, ...atHost];
const never = accept('latestStart', '', 'default');

/** When it may start. It is Saturday, 5 December 2026, 12:00 UTC unless said otherwise. */
export const timeStories: readonly Story[] = [
  {
    name: 'words for days in Berlin',
    turns: [
      ...before,
      answer('start', 'sat 22:00', { means: '2026-12-05T21:00:00Z' }),
      answer('latestStart', 'sunday 06:00', { means: '2026-12-06T05:00:00Z' }),
    ],
  },
  {
    name: 'from now on',
    turns: [
      ...before,
      answer('start', '+90m', { means: '2026-12-05T13:30:00Z' }),
      answer('latestStart', '+2d', { means: '2026-12-07T12:00:00Z' }),
    ],
  },
  {
    name: 'words for days in New York, where it is morning',
    zone: 'America/New_York',
    turns: [
      ...before,
      answer('start', 'tonight 20:30', { means: '2026-12-06T01:30:00Z' }),
      answer('latestStart', 'tomorrow 18:00', { means: '2026-12-06T23:00:00Z' }),
    ],
  },
  {
    name: 'a date without an offset in Kolkata, and one with another offset',
    zone: 'Asia/Kolkata',
    turns: [
      ...before,
      answer('start', '2026-12-07 22:15', { means: '2026-12-07T16:45:00Z' }),
      answer('latestStart', '2026-12-08T06:00+13:00', { means: '2026-12-07T17:00:00Z' }),
    ],
    notes: ['warning latestStart windowNarrow'],
  },
  {
    name: 'ISO 8601 as it is written elsewhere',
    zone: 'UTC',
    turns: [
      ...before,
      answer('start', '2026-12-06t22:00:30.250z', { means: '2026-12-06T22:00:30Z' }),
      answer('latestStart', '2026-12-07T06:00+0100', { means: '2026-12-07T05:00:00Z' }),
    ],
  },
  {
    name: 'a time that is misspelt, and its fix',
    turns: [
      ...before,
      answer('start', 'tomorow 18:00', { says: ['start startUnreadable'] }),
      fix('start', 'tomorrow 18:00', { means: '2026-12-06T17:00:00Z' }),
      answer('latestStart', 'Monday at 9pm', { says: ['latestStart latestStartUnreadable'] }),
      fix('latestStart', 'monday 21:00', { means: '2026-12-07T20:00:00Z' }),
    ],
  },
  {
    name: 'tonight before the evening',
    turns: [
      ...before,
      answer('start', 'tonight 03:00', { says: ['start startUnreadable'] }),
      fix('start', 'tomorrow 03:00', { means: '2026-12-06T02:00:00Z' }),
      answer('latestStart', 'now', { says: ['latestStart latestStartUnreadable'] }),
      answer('latestStart', ''),
    ],
  },
  {
    name: 'a night in which clocks skip an hour',
    now: Date.UTC(2027, 2, 27, 12),
    turns: [
      ...before,
      answer('start', 'sun 02:30', { says: ['start startUnreadable'] }),
      fix('start', '2027-03-28 03:30', { means: '2027-03-28T01:30:00Z' }),
      answer('latestStart', 'sun 06:00', { means: '2027-03-28T04:00:00Z' }),
    ],
  },
  {
    name: 'a night in which an hour comes twice',
    now: Date.UTC(2026, 9, 24, 12),
    turns: [
      ...before,
      answer('start', 'tomorrow 02:30', { says: ['start startUnreadable'] }),
      fix('start', '2026-10-25T00:30:00Z'),
      answer('latestStart', 'tomorrow 04:00', { means: '2026-10-25T03:00:00Z' }),
    ],
  },
  {
    name: 'an island where clocks are turned by half an hour',
    now: Date.UTC(2026, 9, 3, 12),
    zone: 'Australia/Lord_Howe',
    turns: [
      ...before,
      answer('start', 'sun 02:15', { says: ['start startUnreadable'] }),
      fix('start', '2026-10-04 02:45', { means: '2026-10-03T15:45:00Z' }),
      never,
    ],
  },
  {
    name: 'an end before the start, an end in the past, and then a good one',
    turns: [
      ...before,
      answer('start', '+1d', { means: '2026-12-06T12:00:00Z' }),
      answer('latestStart', '+8h', { says: ['latestStart latestStartBeforeStart'] }),
      answer('latestStart', '2026-12-01T00:00Z', { says: ['latestStart latestStartInPast'] }),
      answer('latestStart', '+32h', { means: '2026-12-06T20:00:00Z' }),
    ],
  },
  {
    name: 'a start that has passed, which is only said',
    turns: [...before, answer('start', '2026-12-05T11:59:59Z'), never],
    notes: ['warning start startInPast'],
  },
  {
    name: 'a start that has passed, and what is offered in its place',
    turns: [
      ...before,
      answer('start', 'today 12:00', { means: '2026-12-05T11:00:00Z' }),
      never,
      reopen('start'),
      fix('start', 'now', { as: 'default' }),
    ],
  },
  {
    name: 'a start far away, and an end that is taken back',
    turns: [
      ...before,
      answer('start', '2027-12-05T22:00Z', { means: '2027-12-05T22:00:00Z' }),
      answer('latestStart', '2027-12-06T06:00Z', { means: '2027-12-06T06:00:00Z' }),
      reopen('latestStart'),
      answer('latestStart', '', { lines: 'clear' }),
    ],
    notes: ['warning start startFarAway'],
  },
];
