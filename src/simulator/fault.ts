import type { Outage } from './outages.ts';
import type { Problem } from './world.ts';

/** Whether the service did what was asked although the answer is not what it should be. */
export type Effect = 'none' | 'done' | 'late';

/** What goes wrong with one request. All durations are simulated milliseconds. */
export type Fault =
  /** `isAlone`: nobody else is told to wait. */
  | { name: 'throttle'; status: 429 | 503; retryAfterMs: number; form: 'seconds' | 'date'; isAlone?: true }
  /** An error in place of the answer, in Graph's form. */
  | { name: 'error'; problem: Problem; effect: 'none' | 'done' }
  | { name: 'lost'; effect: Effect; afterMs: number; lateByMs: number }
  /** The request never reaches the service. */
  | { name: 'outage'; why: Outage }
  | { name: 'slow'; delayMs: number }
  | { name: 'cut' }
  | { name: 'empty' }
  /** Something in between answers in its own words. */
  | { name: 'html' | 'text'; status: 200 | 407 | 502; effect: 'none' | 'done' }
  | { name: 'redirect' }
  | { name: 'wrong-types' }
  | { name: 'escape-sequences' }
  | { name: 'wrong-echo' }
  | { name: 'sign-in-expires' };

/** What happened in the service, whatever the answer looks like. */
export function effectOf(fault: Fault | null): Effect {
  switch (fault?.name) {
    case 'throttle':
    case 'outage':
    case 'redirect':
      return 'none';
    case 'lost':
    case 'error':
    case 'html':
    case 'text':
      return fault.effect;
    default:
      return 'done';
  }
}

/** No answer of any kind comes back. */
export const isSilent = (fault: Fault | null): boolean => fault?.name === 'lost' || fault?.name === 'outage';
