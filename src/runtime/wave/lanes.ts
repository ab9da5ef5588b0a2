import { afterCreate, firstLanes } from '../../wave/parallel.ts';

/** Lets so many rows create at once as answers allow; others look meanwhile what is there. */
export type Lane = {
  /** Resolves when its create may leave. */
  turn(): Promise<void>;
  /** Its create was answered, or none left; lanes open or close by that. One that has to wait lets others create. */
  answered(wasThrottled: boolean): void;
  /** What it did may go on, but another row may begin: what it came to is known. Only the first call counts. */
  leave(): void;
};

export type LaneGate = { enter(): Promise<Lane> };

/** A look takes as long as a create, and two writes to the disk lie between: so many rows at work keep a lane busy. */
const rowsPerLane = 3;

export function createLanes(): LaneGate {
  let lanes = firstLanes;
  const rows = queueFor(() => lanes.count * rowsPerLane);
  const creates = queueFor(() => lanes.count);
  const laneOf = (leaveRow: () => void): Lane => {
    let endTurn: (() => void) | null = null;
    const over = (): void => {
      endTurn?.();
      endTurn = null;
    };
    return {
      turn: async () => {
        endTurn = await creates.enter();
      },
      answered: (wasThrottled) => {
        lanes = afterCreate(lanes, wasThrottled);
        if (wasThrottled) over();
        creates.admit();
        rows.admit();
      },
      leave: () => {
        over();
        leaveRow();
      },
    };
  };
  return { enter: async () => laneOf(await rows.enter()) };
}

/** Those who ask enter in their order, so many at a time; each gets how to leave, which counts once. */
function queueFor(most: () => number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const admit = (): void => {
    while (inside < most() && waiting.length > 0) {
      inside += 1;
      waiting.shift()?.();
    }
  };
  const leaver = () => {
    let isIn = true;
    return (): void => {
      if (!isIn) return;
      isIn = false;
      inside -= 1;
      admit();
    };
  };
  const enter = (): Promise<() => void> =>
    new Promise((resolve) => {
      waiting.push(() => resolve(leaver()));
      admit();
    });
  return { admit, enter };
}
