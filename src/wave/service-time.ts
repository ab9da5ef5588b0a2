import type { AnswerMeta } from '../problems/failure.ts';

/** The service's time as far as its answers have told it, in milliseconds since 1970. It never goes back. */
export type ServiceClock = {
  /** Takes in an answer and returns the time now known. An answer without a `request-id` may be a proxy's, with its clock. */
  hear(meta: Pick<AnswerMeta, 'date' | 'requestId'>): number;
  now(): number;
};

/** The computer's clock may be wrong by hours: it only stands in until the service has spoken. */
export function serviceClock(localNow: () => number): ServiceClock {
  let heard: number | null = null;
  const now = () => heard ?? localNow();
  return {
    now,
    hear: ({ date, requestId }) => {
      if (date !== null && requestId !== null) heard = Math.max(heard ?? date, date);
      return now();
    },
  };
}
