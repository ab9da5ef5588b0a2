import type { WaveEffect, WaveStep } from './wave-event.ts';
import type { WaveBase, WaveState } from './wave-state.ts';

export const only = (state: WaveState): WaveStep => ({ state, effects: [] });

/** The state without what belongs to its status. */
export const baseOf = ({ session, file, lines, chosen, effects }: WaveBase): WaveBase => ({
  session,
  file,
  lines,
  chosen,
  effects,
});

type Nameless<E> = E extends WaveEffect ? Omit<E, 'id'> : never;

/** Begins work, and a state that waits for it. */
export function begin(
  base: WaveBase,
  effect: Nameless<WaveEffect>,
  waiting: (base: WaveBase, waitingFor: number) => WaveState,
): WaveStep {
  const id = base.effects + 1;
  return { state: waiting({ ...baseOf(base), effects: id }, id), effects: [{ ...effect, id }] };
}
