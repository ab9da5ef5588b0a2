import type { Session } from '../../src/wizard/state.ts';
import type { Title } from '../frame/title.ts';

/** The first line of every frame of a migration. */
export const titleOf = ({ profile, source, target, mode }: Session): Title => ({
  profile,
  source: source.name ?? source.tenantId ?? 'source tenant unknown',
  target: target.name ?? target.tenantId ?? 'target tenant not named',
  mode,
});
