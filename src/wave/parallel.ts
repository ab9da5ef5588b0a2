/** How many creates may be on their way at once, as answers allow. */
export type Lanes = { count: number; calm: number };

const fewest = 4;
const most = 16;
/** So many answers without a complaint open one more lane. */
const calmAnswers = 4;

export const firstLanes: Lanes = { count: fewest, calm: 0 };

/** A throttled answer halves the lanes; a run of calm ones opens them one by one. */
export function afterCreate({ count, calm }: Lanes, wasThrottled: boolean): Lanes {
  if (wasThrottled) return { count: Math.max(fewest, Math.floor(count / 2)), calm: 0 };
  return calm + 1 < calmAnswers ? { count, calm: calm + 1 } : { count: Math.min(most, count + 1), calm: 0 };
}
