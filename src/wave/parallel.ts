/** How many creates may be on their way at once, as answers allow. `isWary`: some answer was throttled before. */
export type Lanes = { count: number; calm: number; isWary: boolean };

const fewest = 4;
const most = 16;
/** So many answers without a complaint open one more lane, once there was one. */
const calmAnswers = 4;

export const firstLanes: Lanes = { count: fewest, calm: 0, isWary: false };

/** A throttled answer halves the lanes; before the first of them each calm one opens another lane, later only a run of them. */
export function afterCreate({ count, calm, isWary }: Lanes, wasThrottled: boolean): Lanes {
  if (wasThrottled) return { count: Math.max(fewest, Math.floor(count / 2)), calm: 0, isWary: true };
  const isLong = !isWary || calm + 1 >= calmAnswers;
  return isLong ? { count: Math.min(most, count + 1), calm: 0, isWary } : { count, calm: calm + 1, isWary };
}
