import { duration } from '../plan/schedule.ts';
import type { Console } from './console.ts';
import type { OpenOptions } from './session.ts';

/** What a session tells while it works: pauses that the service asks for. */
export const listeners = ({ output }: Console): Pick<OpenOptions, 'onThrottled'> => ({
  onThrottled: (waitMs, at) => {
    output.event('throttled', at, { waitSeconds: Math.ceil(waitMs / 1000) });
    if (output.format === 'text')
      output.notice(`The service is busy and asks to wait ${duration(waitMs)}. This goes on by itself.`);
  },
});
