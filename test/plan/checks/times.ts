import { user } from '../support/given.ts';
import type { Row } from './row.ts';

export const timesRows: readonly Row[] = [
  ['a start and a latest start', { ...user, start: 'sat 22:00', latestStart: 'sun 06:00' }, []],
  ['a start that has passed', { ...user, start: '2026-12-01 22:00' }, ['warning start startInPast'], 'now'],
  ['a start far away', { ...user, start: '2027-12-05 22:00' }, ['warning start startFarAway']],
  ['a latest start that has passed', { ...user, latestStart: 'today 08:00' }, ['error latestStart latestStartInPast']],
  [
    'a latest start before the start',
    { ...user, start: 'sat 22:00', latestStart: '+8h' },
    ['error latestStart latestStartBeforeStart'],
  ],
  [
    'a latest start at the start',
    { ...user, start: 'sat 22:00', latestStart: 'sat 22:00' },
    ['error latestStart latestStartBeforeStart'],
  ],
  [
    'a window of 59 minutes',
    { ...user, start: 'sat 22:00', latestStart: 'sat 22:59' },
    ['warning latestStart windowNarrow'],
  ],
  ['a window of an hour', { ...user, start: 'sat 22:00', latestStart: 'sat 23:00' }, []],
  ['little time from now on', { ...user, latestStart: '+30m' }, ['warning latestStart windowNarrow']],
  [
    'a start that has passed, and little time',
    { ...user, start: 'today 08:00', latestStart: '+30m' },
    ['warning start startInPast', 'warning latestStart windowNarrow'],
    'now',
  ],
];
