import { describe, expect, it } from 'vitest';
import { type GuardInput, guardSignIn, signInNotes } from '../../src/auth/guard.ts';
import { readToken } from '../../src/auth/token.ts';
import type { Side } from '../../src/plan/profile.ts';
import { contoso, fabrikam, profileWith } from '../support/profiles.ts';
import { both, cases, type Outcome, tokenOf } from '../support/token-matrix.ts';

const profile = profileWith();
const now = Date.UTC(2026, 11, 5, 12);

const actions = [
  { action: 'read', needs: 'read', heldBy: 'nothing' },
  { action: 'dryRun', needs: 'all', heldBy: 'nothing' },
  { action: 'submit', needs: 'all', heldBy: 'name' },
  { action: 'cancel', needs: 'all', heldBy: 'record' },
] as const;

const namings = [
  { naming: 'profile', expectedTenant: contoso, profile },
  { naming: 'flag', expectedTenant: contoso, profile: null },
  { naming: 'nothing', expectedTenant: null, profile: null },
] as const;

const hosts = [
  { host: 'Microsoft', loopback: false },
  { host: 'loopback', loopback: true },
] as const;

const places = actions.flatMap((action) =>
  namings.flatMap((naming) => hosts.map((host) => ({ ...action, ...naming, ...host }))),
);

describe.each(cases)('$name', ({ claims, expected }) => {
  const token = claims === null ? 'opaque' : tokenOf(claims, now);
  it.each(places)('$action, tenant named by $naming, at $host', (place) => {
    const { refused, warnings } = guardSignIn({ ...place, claims: readToken(token), side: 'source', now });
    const outcome: Outcome = refused?.code ?? warnings[0]?.code ?? null;
    expect(outcome).toBe(expected(place));
    if (refused) expect(refused).toMatchObject({ severity: 'error', from: 'signIn' });
    for (const warning of warnings) expect(warning.severity).toBe('warning');
  });
});

const input = (more: Partial<GuardInput> = {}): GuardInput => ({
  claims: readToken(tokenOf({ tid: fabrikam, upn: 'dana@fabrikam.com', scp: both }, now)),
  side: 'source',
  expectedTenant: contoso,
  profile,
  loopback: false,
  heldBy: 'name',
  needs: 'all',
  now,
  ...more,
});

describe('what the guard says', () => {
  it('names both tenants, with their names and ids, and the account', () => {
    const { refused } = guardSignIn(input());
    expect(refused?.why).toBe(
      `The source is Contoso (${contoso}). The sign-in is for Fabrikam (${fabrikam}), as dana@fabrikam.com.`,
    );
  });

  it('names both tenants of an expired token', () => {
    const claims = readToken(tokenOf({ tid: contoso, exp: 1 }, now));
    const { refused } = guardSignIn(input({ claims }));
    expect(refused?.why).toContain(`It was for Contoso (${contoso}); the move wants Contoso (${contoso})`);
  });

  it.each<{ side: Side; tid: string }>([
    { side: 'source', tid: fabrikam },
    { side: 'target', tid: contoso },
  ])('sees swapped sides on the $side side', ({ side, tid }) => {
    const claims = readToken(tokenOf({ tid, scp: both }, now));
    expect(guardSignIn(input({ side, claims, expectedTenant: profile[side].tenantId })).refused?.code).toBe(
      'sidesSwapped',
    );
  });

  it('compares ids whatever their capitals', () => {
    const claims = readToken(tokenOf({ tid: contoso.toUpperCase(), scp: both }, now));
    expect(guardSignIn(input({ claims })).refused).toBeNull();
  });

  it.each([
    { name: 'both', scp: 'User.Read', missing: ['Read.All', 'Manage.All'] },
    { name: 'reading', scp: 'SharePointCrossTenantMigration.Manage.All', missing: ['Read.All'] },
    { name: 'managing', scp: 'sharepointcrosstenantmigration.read.all', missing: ['Manage.All'] },
  ])('names what is missing: $name', ({ scp, missing }) => {
    const claims = readToken(tokenOf({ tid: contoso, scp }, now));
    const { refused } = guardSignIn(input({ claims }));
    const named = missing.map((one) => `SharePointCrossTenantMigration.${one}`).join(' and ');
    expect(refused?.what).toBe(`This sign-in lacks ${named} in Contoso (${contoso}). Nothing was sent.`);
  });

  it('says who grants it, and gives the link to the app that asked for the token', () => {
    const delegated = readToken(tokenOf({ tid: contoso, scp: 'User.Read', appid: 'app-1' }, now));
    const app = readToken(tokenOf({ tid: contoso, idtyp: 'app', appid: 'app-1' }, now));
    const [first, link] = guardSignIn(input({ claims: delegated })).refused?.next ?? [];
    expect(first).toMatchObject({
      who: 'sign-in admin',
      do: expect.stringContaining('Cloud Application Administrator'),
    });
    expect(link?.do).toContain(`https://login.microsoftonline.com/${contoso}/v2.0/adminconsent?client_id=app-1&scope=`);
    const [role, roleLink] = guardSignIn(input({ claims: app })).refused?.next ?? [];
    expect(role?.do).toContain('Privileged Role Administrator');
    expect(roleLink?.do).toContain(`https://login.microsoftonline.com/${contoso}/adminconsent?client_id=app-1`);
  });

  it('wants reading alone from a read-only profile', () => {
    const claims = readToken(tokenOf({ tid: contoso, scp: 'SharePointCrossTenantMigration.Read.All' }, now));
    const readOnly = { ...profile, isReadOnly: true };
    expect(guardSignIn(input({ claims, profile: readOnly, heldBy: 'nothing' })).refused).toBeNull();
    expect(guardSignIn(input({ claims, heldBy: 'nothing' })).refused?.code).toBe('permissionMissing');
  });

  it('leaves a token to the service that says nothing of what it may do', () => {
    expect(guardSignIn(input({ claims: readToken(tokenOf({ tid: contoso }, now)) })).refused).toBeNull();
  });
});

describe('a guest', () => {
  const guests = [
    {
      name: 'by the name that guests get',
      claims: { upn: 'dana_fabrikam.com#EXT#@contoso.onmicrosoft.com' },
      home: 'another tenant',
    },
    {
      name: 'by the provider',
      claims: { upn: 'dana@fabrikam.com', idp: `https://sts.windows.net/${fabrikam}/` },
      home: fabrikam,
    },
    { name: 'by the account type', claims: { upn: 'dana@fabrikam.com', acct: 1 }, home: 'another tenant' },
    {
      name: 'of Microsoft accounts',
      claims: { unique_name: 'live.com#dana@outlook.com', idp: 'live.com' },
      home: 'live.com',
    },
  ];
  it.each(guests)('is told $name, named and warned of', ({ claims, home }) => {
    const read = readToken(tokenOf({ tid: contoso, scp: both, ...claims }, now));
    const { refused, warnings } = guardSignIn(input({ claims: read }));
    expect(refused).toBeNull();
    expect(warnings).toMatchObject([{ code: 'guestAccount', severity: 'warning' }]);
    expect(warnings[0]?.what).toContain('dana');
    expect(warnings[0]?.what).toContain(`is a guest of Contoso (${contoso}).`);
    expect(warnings[0]?.why).toContain(`It is at home in ${home},`);
  });

  const members = [
    { name: 'the own provider', claims: { idp: `https://sts.windows.net/${contoso}/` } },
    { name: 'the account type of members', claims: { acct: 0 } },
  ];
  it.each(members)('is not seen in $name', ({ claims }) => {
    const read = readToken(tokenOf({ tid: contoso, scp: both, upn: 'dana@contoso.com', ...claims }, now));
    expect(guardSignIn(input({ claims: read })).warnings).toEqual([]);
  });
});

describe('notes on a sign-in', () => {
  it('tell what the next command would be stopped by', () => {
    const claims = readToken(tokenOf({ tid: contoso, scp: 'User.Read' }, now));
    expect(signInNotes({ claims, side: 'source', profile, now })).toMatchObject([{ code: 'permissionMissing' }]);
    expect(signInNotes({ claims: null, side: 'source', profile: null, now })).toEqual([]);
  });
});
