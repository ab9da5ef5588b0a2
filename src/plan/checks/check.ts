import type { Known } from '../answers.ts';
import type { Finding, Who } from '../finding.ts';
import type { Context } from '../question.ts';
import type { Typed } from '../typed.ts';

/** One group of rules. It looks at what has been read and keeps quiet about what has not. */
export type Check = (known: Known, typed: Typed, context: Context) => readonly Finding[];

/** The findings whose rule holds, for lists of `condition && finding(…)`. */
export const those = (findings: readonly (Finding | false | undefined)[]): Finding[] =>
  findings.filter((found): found is Finding => Boolean(found));

export type Side = 'source' | 'target';

export const sides: readonly Side[] = ['source', 'target'];

/** Who can rename or unlock things on that side. */
export const adminOf = (side: Side): Who => `${side} admin`;
