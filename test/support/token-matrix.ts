import { contoso, fabrikam } from './profiles.ts';

const stranger = '11111111-1111-4111-8111-111111111111';
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';

const readScope = 'SharePointCrossTenantMigration.Read.All';
const manageScope = 'SharePointCrossTenantMigration.Manage.All';
export const both = `${readScope} ${manageScope}`;

export type Claims = Readonly<Record<string, unknown>>;

/** A token with these claims, good for an hour unless they say otherwise. `now` is in milliseconds since 1970. */
export const tokenOf = (claims: Claims, now: number): string =>
  `e30.${Buffer.from(JSON.stringify({ exp: Math.floor(now / 1000) + 3600, ...claims })).toString('base64url')}.x`;

export type Action = 'read' | 'dryRun' | 'submit' | 'cancel';
export type Naming = 'profile' | 'flag' | 'nothing';
export type Host = 'Microsoft' | 'loopback';
export type At = { action: Action; naming: Naming; host: Host };

/** The code of a finding before the first call: what stops it, or is only warned of. Null where the service is asked. */
export type Outcome = string | null;

export type Case = {
  name: string;
  /** Null for an opaque token. */
  claims: Claims | null;
  expected(at: At): Outcome;
};

/** A live submission to a tenant that nobody named is refused, whatever else there is to say later. */
const namedFirst =
  (then: (at: At) => Outcome) =>
  (at: At): Outcome =>
    at.action === 'submit' && at.naming === 'nothing' && at.host === 'Microsoft' ? 'tenantNotNamed' : then(at);

/** Everything that can be wrong with a token, and what becomes of it in each place. */
export const cases: readonly Case[] = [
  { name: 'the right token', claims: { tid: contoso, scp: both }, expected: namedFirst(() => null) },
  {
    name: 'a stranger’s tenant',
    claims: { tid: stranger, scp: both },
    expected: namedFirst(({ naming }) => (naming === 'nothing' ? null : 'wrongTenant')),
  },
  {
    name: 'the target’s tenant',
    claims: { tid: fabrikam, scp: both },
    expected: namedFirst(({ naming }) => ({ profile: 'sidesSwapped', flag: 'wrongTenant', nothing: null })[naming]),
  },
  { name: 'a personal account', claims: { tid: personal, scp: both }, expected: () => 'personalAccount' },
  {
    name: 'a guest',
    claims: { tid: contoso, scp: both, upn: 'dana_fabrikam.com#EXT#@contoso.onmicrosoft.com' },
    expected: namedFirst(() => 'guestAccount'),
  },
  {
    name: 'an expired token',
    claims: { tid: contoso, scp: both, exp: 1 },
    expected: ({ host }) => (host === 'Microsoft' ? 'tokenExpired' : null),
  },
  {
    name: 'no permission to manage',
    claims: { tid: contoso, scp: readScope },
    expected: namedFirst(({ action }) => (action === 'read' ? null : 'permissionMissing')),
  },
  {
    name: 'no permission to read',
    claims: { tid: contoso, scp: manageScope },
    expected: namedFirst(() => 'permissionMissing'),
  },
  {
    name: 'an app without the role to manage',
    claims: { tid: contoso, roles: [readScope] },
    expected: namedFirst(({ action }) => (action === 'read' ? null : 'roleMissing')),
  },
  {
    name: 'an app without any role',
    claims: { tid: contoso, idtyp: 'app' },
    expected: namedFirst(() => 'roleMissing'),
  },
  {
    name: 'an opaque token',
    claims: null,
    expected: ({ action, host }) =>
      host === 'Microsoft' && (action === 'submit' || action === 'cancel') ? 'tenantUnknown' : null,
  },
];
