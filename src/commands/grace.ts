import type { Clock } from '../ports/ports.ts';
import type { Stopper } from './stopper.ts';

/** So long is waited for what has left when somebody presses Ctrl+C, in milliseconds; the record has the rest. */
const graceMs = 5_000;

/** Waits for the end of some work, or for a moment after somebody asked to stop; null when it was not over by then. */
export async function withinGrace<T>(working: Promise<T>, end: Stopper, clock: Clock): Promise<T | null> {
  const given = new AbortController();
  const late = end.ended
    .then(() => clock.sleep(graceMs, given.signal))
    .then(
      () => null,
      () => null,
    );
  try {
    return await Promise.race([working, late]);
  } finally {
    given.abort();
    // The process is about to end: nobody is left to hear of a fault.
    working.catch(() => undefined);
  }
}
