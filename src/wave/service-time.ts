import type { AnswerMeta } from '../problems/failure.ts';

/** The service's time as far as its answers have told it, in milliseconds since 1970. It never goes back. */
export type ServiceClock = {
  /** Takes in an answer and returns the time now known. */
  hear(meta: Pick<AnswerMeta, 'date'>): number;
  now(): number;
};

/** The computer's clock may be wrong by hours: it only stands in until the service has spoken. */
export function serviceClock(localNow: () => number): ServiceClock {
  let heard: number | null = null;
  const now = () => heard ?? localNow();
  return {
    now,
    hear: ({ date }) => {
      if (date !== null) heard = Math.max(heard ?? date, date);
      return now();
    },
  };
}
