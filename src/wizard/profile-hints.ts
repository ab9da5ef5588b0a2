import { hostIn, hostOf } from '../plan/parse/sharepoint-host.ts';
import type { Profile } from '../plan/profile.ts';
import type { Hints } from './suggest.ts';

/** What a profile knows that saves typing. */
export function profileHints({ source, target, ...profile }: Profile): Hints {
  const [first] = target.hosts.flatMap((address) => hostIn(address) ?? []);
  return {
    sources: {},
    targetRule: profile.targetRule,
    targetRoot: first ? `https://${hostOf({ ...first, role: 'root' })}` : null,
    targetHost: profile.targetHost ?? (first ? `https://${hostOf({ ...first, role: 'my' })}` : null),
    targetOrgId: profile.targetOrgId ?? target.tenantId,
    domains: {
      source: source.domains[0] ?? null,
      target: target.domains[0] ?? profile.targetRule?.split('@')[1] ?? null,
    },
    origin: 'profile',
  };
}
