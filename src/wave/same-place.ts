import type { Finding } from '../plan/finding.ts';
import { localFinding } from '../problems/explain.ts';
import type { RunHeader } from './entry.ts';

type Place = Pick<RunHeader, 'endpoint' | 'source'>;

/**
 * Whether a recorded run may be asked about, or go on, in this session: the same Graph and the same source tenant. The same
 * name can exist in two tenants, and a stranger's "not found" proves nothing. Null when nothing stands against it.
 */
export function otherPlace(run: Place, session: Place): Finding | null {
  if (run.endpoint !== session.endpoint)
    return localFinding('runElsewhere', { expected: run.endpoint, actual: session.endpoint });
  const [expected, actual] = [run.source.tenantId, session.source.tenantId];
  if (expected?.toLowerCase() === actual?.toLowerCase()) return null;
  return localFinding('wrongTenant', {
    side: 'source',
    expected: expected ?? 'a tenant that was not named',
    actual: actual ?? 'a tenant that it does not name',
  });
}
