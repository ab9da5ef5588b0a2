import { isGuid } from '../plan/parse/guid.ts';
import type { Profile } from '../plan/profile.ts';
import type { Env } from '../ports/ports.ts';
import { askOf, type SignInAsk } from './sign-in-ask.ts';

const names = {
  tenant: 'CROSSORG_TENANT_ID',
  client: 'CROSSORG_CLIENT_ID',
  secret: 'CROSSORG_CLIENT_SECRET',
  certificate: 'CROSSORG_CLIENT_CERTIFICATE',
} as const;

/** `missing`: what is not set while other variables are. `unreadable`: a tenant that is no id. */
export type AppOfEnv =
  | { app: 'none' }
  | { app: 'ask'; ask: SignInAsk }
  | { app: 'incomplete'; missing: readonly string[] }
  | { app: 'unreadable'; tenant: string };

/**
 * The app that the environment signs in with, on the source side. A variable that is set and would be ignored is refused;
 * only a profile that signs in as an app anyway fills in what its variables leave out. A certificate goes before a secret.
 */
export function appOfEnv(env: Env, profile: Profile | null): AppOfEnv {
  const given = (name: keyof typeof names) => env[names[name]]?.trim() || null;
  const [tenant, client, secret, certificate] = [
    ...(['tenant', 'client', 'secret', 'certificate'] as const).map(given),
  ] as [string | null, string | null, string | null, string | null];
  const own = profile && ['secret', 'certificate'].includes(profile.auth) ? profile : null;
  if (!tenant && !client && (own || (!secret && !certificate))) return { app: 'none' };
  const tenantId = tenant ?? own?.source.tenantId ?? null;
  const clientId = client ?? own?.source.clientId ?? null;
  const missing = [
    ...(tenantId ? [] : [names.tenant]),
    ...(clientId ? [] : [names.client]),
    ...(secret || certificate ? [] : [`${names.secret} or ${names.certificate}`]),
  ];
  if (tenantId === null || missing.length > 0) return { app: 'incomplete', missing };
  if (!isGuid(tenantId)) return { app: 'unreadable', tenant: tenantId };
  const method = own && given(own.auth === 'secret' ? 'secret' : 'certificate') ? own.auth : methodOf(certificate);
  const base = profile ? askOf(profile, 'source', method) : alone;
  return { app: 'ask', ask: { ...base, profile: null, tenantId: tenantId.toLowerCase(), clientId, method } };
}

const methodOf = (certificate: string | null) => (certificate ? 'certificate' : 'secret');

const alone: SignInAsk = {
  profile: null,
  side: 'source',
  tenantId: '',
  clientId: null,
  method: 'secret',
  authority: null,
  isReadOnly: false,
};
