import { afterCreate, firstLanes } from '../../wave/parallel.ts';

/** Lets so many rows work at once as answers allow. */
export type Lane = {
  /** What it did may go on, but another row may begin. Only the first call counts. */
  leave(): void;
  /** Its create was answered; lanes open or close by that. */
  answered(wasThrottled: boolean): void;
};

export type LaneGate = { enter(): Promise<Lane> };

export function createLanes(): LaneGate {
  let lanes = firstLanes;
  let busy = 0;
  const waiting: (() => void)[] = [];
  const admit = (): void => {
    while (busy < lanes.count && waiting.length > 0) {
      busy += 1;
      waiting.shift()?.();
    }
  };
  const laneOf = (): Lane => {
    let isIn = true;
    return {
      leave: () => {
        if (!isIn) return;
        isIn = false;
        busy -= 1;
        admit();
      },
      answered: (wasThrottled) => {
        lanes = afterCreate(lanes, wasThrottled);
        admit();
      },
    };
  };
  return {
    enter: () =>
      new Promise((resolve) => {
        waiting.push(() => resolve(laneOf()));
        admit();
      }),
  };
}
