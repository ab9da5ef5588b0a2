import type { Clock } from '../../ports/ports.ts';

/** Many small news become one in a while: screens and lines are told together. */
export type Gathering<T> = {
  add(row: number, one: T): void;
  /** Tells what is left. */
  end(): void;
};

/** How long news are gathered, in milliseconds. */
const gatherMs = 100;

export function gather<T>(clock: Clock, tell: (news: ReadonlyMap<number, T>) => void): Gathering<T> {
  let news = new Map<number, T>();
  const flush = (): void => {
    if (news.size === 0) return;
    const told = news;
    news = new Map();
    tell(told);
  };
  return {
    add: (row, one) => {
      if (news.size === 0) void clock.sleep(gatherMs).then(flush);
      news.set(row, one);
    },
    end: flush,
  };
}
