import type { PlannedMove } from '../../plan/plan.ts';

/** So many tasks are cancelled at once. */
export const cancelsAtOnce = 4;

/** Those that start soonest are cancelled first: they have the least time left. */
const startOf = ({ plan: { start } }: PlannedMove): number => (start === 'now' ? 0 : start);

export const soonestFirst = <T>(things: readonly T[], moveOf: (thing: T) => PlannedMove): T[] =>
  [...things].sort((one, other) => startOf(moveOf(one)) - startOf(moveOf(other)));
