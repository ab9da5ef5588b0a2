import { fractionOf } from './random.ts';
import type { CallKind } from './world.ts';

/** What a plan of faults may decide by. */
export type Moment = {
  seed: number;
  /** 1 for the first request of this world. */
  number: number;
  kind: CallKind;
  /** The source or the task id. */
  key: string;
  /** How often this very call came before. */
  times: number;
};

/** One of several, the same for the same seed and source. */
export const pick = <T>(choices: readonly [T, ...T[]], { seed, key }: Moment, about: string): T =>
  choices[Math.floor(fractionOf(seed, about, key) * choices.length)] ?? choices[0];

export const isFirst = ({ times }: Moment): boolean => times === 0;

/** A real create, the first time its source is seen: the one call that must never be repeated blindly. */
export const isFirstCreate = ({ kind, times }: Moment): boolean => kind === 'create' && times === 0;
