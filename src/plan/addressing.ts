import type { TargetBy } from './answers.ts';
import type { Entry, Origin, Typed } from './typed.ts';

/** A cell of a file stands above flags, which stand above variables, profiles, rules and defaults. */
const ranks = { file: 0, flag: 1, typed: 1, env: 2, profile: 3, rule: 4, default: 5, absent: 6 } as const;

const kindOf = (origin: Origin): keyof typeof ranks =>
  origin.startsWith('file:') ? 'file' : (origin as Exclude<Origin, `file:${number}`>);

const rank = (entry: Entry | undefined): number => ranks[entry?.text ? kindOf(entry.origin) : 'absent'];

const strongestOf = ({ targetOrgId, targetLocation }: Typed): number =>
  targetOrgId?.text ? Math.min(rank(targetOrgId), rank(targetLocation)) : ranks.absent;

/** The organization id counts where it, or a location beside it, was given more directly than the host. */
export function inferTargetBy(typed: Typed): TargetBy | undefined {
  if (strongestOf(typed) < rank(typed.targetHost)) return 'organization';
  return typed.targetHost?.text ? 'host' : undefined;
}

/** Whether somebody chose how the target is addressed, as opposed to it following from other answers. */
export const isChosen = ({ targetBy }: Typed): boolean => Boolean(targetBy?.text) && targetBy?.origin !== 'default';

/** Given for this very move, not by a profile or a default. */
export const isDirect = (entry: Entry | undefined): boolean => rank(entry) < ranks.profile;

/** Host and organization id were both given for this very move, and neither more directly than the other. */
export const givenTwice = (typed: Typed): boolean =>
  isDirect(typed.targetHost) && isDirect(typed.targetOrgId) && rank(typed.targetHost) === rank(typed.targetOrgId);
