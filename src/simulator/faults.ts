import { between, fractionOf } from './random.ts';
import type { CallKind } from './world.ts';

/** Whether the service did what was asked although the answer is not what it should be. */
export type Effect = 'none' | 'done' | 'late';

/** What goes wrong with one request. All durations are simulated milliseconds. */
export type Fault =
  | { name: 'throttle'; status: 429 | 503; retryAfterMs: number; form: 'seconds' | 'date' }
  | { name: 'server-error'; status: 500 | 502 | 503 | 504; effect: 'none' | 'done' }
  | { name: 'lost'; effect: Effect; afterMs: number; lateByMs: number }
  | { name: 'slow'; delayMs: number }
  | { name: 'cut' }
  | { name: 'html'; status: 200 | 407 | 502; effect: 'none' | 'done' }
  | { name: 'wrong-types' }
  | { name: 'escape-sequences' }
  | { name: 'wrong-echo' }
  | { name: 'sign-in-expires' }
  | { name: 'clock-skew'; aheadMs: number };

/** What a plan may decide by. */
export type Moment = {
  seed: number;
  /** 1 for the first request of this world. */
  number: number;
  kind: CallKind;
  /** The source or the task id. */
  key: string;
  /** How often this very call came before. */
  times: number;
};

type Plan = (moment: Moment) => Fault | null;

const second = 1_000;
const minute = 60 * second;

const pick = <T>(choices: readonly [T, ...T[]], { seed, key }: Moment, about: string): T =>
  choices[Math.floor(fractionOf(seed, about, key) * choices.length)] ?? choices[0];

/** A real create, the first time its source is seen: the one call that must never be repeated blindly. */
const isFirstCreate = ({ kind, times }: Moment): boolean => kind === 'create' && times === 0;

const isFirst = ({ times }: Moment): boolean => times === 0;

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
        name: 'server-error',
        status: pick([500, 502, 503, 504], moment, 'status'),
        effect: pick(['none', 'done'], moment, 'effect'),
      }
    : null;

const proxyHtml: Plan = (moment) => {
  if (!isFirst(moment)) return null;
  const status = pick<200 | 407 | 502>([200, 407, 502], moment, 'page');
  return { name: 'html', status, effect: status === 407 ? 'none' : pick(['none', 'done'], moment, 'effect') };
};

export type FaultPlanName = keyof typeof faultPlans;

/** Each plan decides from the seed and the request alone, so that a run can be repeated. */
export const faultPlans = {
  none: () => null,
  throttled,
  'server-errors': serverErrors,
  'lost-before': (moment) => (isFirstCreate(moment) ? lost(moment, 'none') : null),
  'lost-after': (moment) => (isFirstCreate(moment) ? lost(moment, 'done') : null),
  'lost-answer': (moment) => (isFirstCreate(moment) ? lost(moment, pick(['none', 'done'], moment, 'lost')) : null),
  'late-commit': (moment) => (isFirstCreate(moment) ? lost(moment, 'late') : null),
  slow: () => ({ name: 'slow', delayMs: 12 * second }),
  timeouts: (moment) =>
    isFirst(moment) ? { ...lost(moment, pick(['none', 'done'], moment, 'lost')), afterMs: 10 * minute } : null,
  'cut-body': (moment) => (isFirst(moment) ? { name: 'cut' } : null),
  'proxy-html': proxyHtml,
  'wrong-types': (moment) => (isFirst(moment) ? { name: 'wrong-types' } : null),
  'escape-sequences': () => ({ name: 'escape-sequences' }),
  'wrong-echo': ({ kind }) => (kind === 'create' ? { name: 'wrong-echo' } : null),
  'expired-sign-in': ({ number }) => (number === 1 ? { name: 'sign-in-expires' } : null),
  'clock-skew': () => ({ name: 'clock-skew', aheadMs: -11 * minute }),
} as const satisfies Record<string, Plan>;

/** Decides about one request; the same seed and the same requests give the same faults. */
export const faultFor = (plan: FaultPlanName, moment: Moment): Fault | null => faultPlans[plan](moment);

/** What happened in the service, whatever the answer looks like. */
export function effectOf(fault: Fault | null): Effect {
  if (fault === null) return 'done';
  if (fault.name === 'throttle') return 'none';
  return fault.name === 'lost' || fault.name === 'server-error' || fault.name === 'html' ? fault.effect : 'done';
}
