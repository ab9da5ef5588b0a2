import { shortId } from '../../src/plan/plan.ts';
import { cleanText } from '../../src/problems/clean.ts';
import type { Session } from '../../src/wizard/state.ts';
import type { Title } from '../frame/title.ts';

/** The first line of every frame of a migration. */
export const titleOf = ({ profile, source, target, mode }: Session): Title => ({
  profile,
  source: source.name ?? source.tenantId ?? 'source tenant unknown',
  target: target.name ?? target.tenantId ?? 'target tenant not named',
  mode,
});

/** A tenant as sentences call it. */
export const sourceName = ({ source }: Session): string =>
  cleanText(source.name ?? source.tenantId ?? 'the source tenant');
export const targetName = ({ target }: Session): string =>
  cleanText(target.name ?? target.tenantId ?? 'the target tenant');

export const planText = (id: string): string => `plan ${shortId(id)}`;

export const kindName = { user: 'OneDrive', site: 'site', group: 'group site' } as const;
