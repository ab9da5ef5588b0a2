import { problem } from './answer.ts';
import type { Effect, Fault } from './fault.ts';
import { isFirst, isFirstCreate, type Moment, pick } from './moment.ts';
import { oddStatus } from './odd-statuses.ts';
import { outageNames } from './outages.ts';
import { between } from './random.ts';

type Plan = (moment: Moment) => Fault | null;

const second = 1_000;
const minute = 60 * second;

const lost = (moment: Moment, effect: Effect): Fault => ({
  name: 'lost',
  effect,
  afterMs: between(second, 3 * second, moment.seed, 'lost', moment.key),
  lateByMs: between(3 * second, 90 * second, moment.seed, 'late', moment.key),
});

/** Every third request; the forms of `Retry-After` take turns. Until it has passed, all else is throttled too. */
const throttled: Plan = ({ seed, number }) => {
  if (number % 3 !== 1) return null;
  const turn = Math.floor(number / 3) % 3;
  return {
    name: 'throttle',
    status: turn === 2 ? 503 : 429,
    retryAfterMs: between(2, 12, seed, 'throttle', number) * second,
    form: turn === 1 ? 'date' : 'seconds',
  };
};

const serverErrors: Plan = (moment) =>
  isFirst(moment)
    ? {
        name: 'error',
        problem: problem(
          pick([500, 502, 503, 504], moment, 'status'),
          'generalException',
          'An internal error occurred.',
        ),
        effect: pick(['none', 'done'], moment, 'effect'),
      }
    : null;

const proxyHtml: Plan = (moment) => {
  if (!isFirst(moment)) return null;
  const status = pick<200 | 407 | 502>([200, 407, 502], moment, 'page');
  return { name: 'html', status, effect: status === 407 ? 'none' : pick(['none', 'done'], moment, 'effect') };
};

const plainText: Plan = (moment) =>
  isFirst(moment)
    ? {
        name: 'text',
        status: pick<200 | 502>([200, 502], moment, 'text'),
        effect: pick(['none', 'done'], moment, 'effect'),
      }
    : null;

/** Everything a big wave meets in a bad night, by request: three in ten are told to wait, some creates lose their answer. */
const storm: Plan = (moment) => {
  const { seed, number, kind } = moment;
  const roll = between(0, 999, seed, 'storm', number);
  if (roll < 300) {
    const retryAfterMs = between(1, 4, seed, 'storm wait', number) * second;
    return { name: 'throttle', status: 429, retryAfterMs, form: 'seconds', isAlone: true };
  }
  if (kind === 'create' && roll < 340) return lost(moment, 'none');
  if (kind === 'create' && roll < 380) return lost(moment, 'done');
  if (kind === 'create' && roll < 400) return lost(moment, 'late');
  const status = pick([500, 502, 503, 504], moment, `storm ${number}`);
  const broken = problem(status, 'generalException', 'An internal error occurred.');
  return roll >= 400 && roll < 410
    ? { name: 'error', problem: broken, effect: pick(['none', 'done'], moment, `storm effect ${number}`) }
    : null;
};

/** A client that tries four times by itself gets through at its second call. */
const outageRequests = 5;

const networkDown: Plan = (moment) =>
  moment.number <= outageRequests ? { name: 'outage', why: pick(outageNames, moment, 'outage') } : null;

export type FaultPlanName = keyof typeof faultPlans;

/** Each plan decides from the seed and the request alone, so that a run can be repeated. */
export const faultPlans = {
  none: () => null,
  throttled,
  storm,
  'server-errors': serverErrors,
  'odd-statuses': oddStatus,
  'lost-before': (moment) => (isFirstCreate(moment) ? lost(moment, 'none') : null),
  'lost-after': (moment) => (isFirstCreate(moment) ? lost(moment, 'done') : null),
  'lost-answer': (moment) => (isFirstCreate(moment) ? lost(moment, pick(['none', 'done'], moment, 'lost')) : null),
  'late-commit': (moment) => (isFirstCreate(moment) ? lost(moment, 'late') : null),
  'network-down': networkDown,
  redirect: (moment) => (isFirst(moment) ? { name: 'redirect' } : null),
  slow: () => ({ name: 'slow', delayMs: 12 * second }),
  timeouts: (moment) =>
    isFirst(moment) ? { ...lost(moment, pick(['none', 'done'], moment, 'lost')), afterMs: 10 * minute } : null,
  'cut-body': (moment) => (isFirst(moment) ? { name: 'cut' } : null),
  'empty-body': (moment) => (isFirst(moment) ? { name: 'empty' } : null),
  'plain-text': plainText,
  'proxy-html': proxyHtml,
  'wrong-types': (moment) => (isFirst(moment) ? { name: 'wrong-types' } : null),
  'escape-sequences': () => ({ name: 'escape-sequences' }),
  'wrong-echo': ({ kind }) => (kind === 'create' ? { name: 'wrong-echo' } : null),
  'expired-sign-in': ({ number }) => (number === 1 ? { name: 'sign-in-expires' } : null),
} as const satisfies Record<string, Plan>;

/** Decides about one request; the same seed and the same requests give the same faults. */
export const faultFor = (plan: FaultPlanName, moment: Moment): Fault | null => faultPlans[plan](moment);
