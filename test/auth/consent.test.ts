import { describe, expect, it } from 'vitest';
import { type ConsentAsk, consentItems, consentLink, consentMessage, consentRole } from '../../src/auth/consent.ts';
import { explainSignIn } from '../../src/auth/explain-sign-in.ts';
import { askOf } from '../../src/auth/sign-in-ask.ts';
import { contoso, fabrikam, profileWith } from '../support/profiles.ts';

const app = '3f2a9c1e-0000-4000-8000-000000000001';
const ask = (more: Partial<ConsentAsk> = {}): ConsentAsk => ({
  tenantId: contoso,
  clientId: app,
  authority: null,
  isReadOnly: false,
  kind: 'person',
  ...more,
});

const graph = 'https://graph.microsoft.com/SharePointCrossTenantMigration';

describe('the link to consent', () => {
  it('asks in one tenant, for one app, for all that signing in asks for', () => {
    const link = new URL(consentLink(ask()));
    expect(`${link.origin}${link.pathname}`).toBe(`https://login.microsoftonline.com/${contoso}/v2.0/adminconsent`);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: app,
      scope: `openid profile offline_access ${graph}.Read.All ${graph}.Manage.All`,
      redirect_uri: 'http://localhost',
    });
  });

  it('asks for reading alone where no more is used', () => {
    const scope = new URL(consentLink(ask({ isReadOnly: true }))).searchParams.get('scope');
    expect(scope).toContain('Read.All');
    expect(scope).not.toContain('Manage.All');
  });

  it('goes to the sign-in service of the profile', () => {
    const authority = 'https://login.example.org/';
    expect(consentLink(ask({ authority }))).toMatch(/^https:\/\/login\.example\.org\/8d3a/);
  });

  it('asks for what the registration lists where an app signs in as itself', () => {
    const link = consentLink(ask({ kind: 'app' }));
    expect(link).toBe(`https://login.microsoftonline.com/${contoso}/adminconsent?client_id=${app}`);
  });

  it('cannot be led elsewhere by what stands in a client id', () => {
    const link = new URL(consentLink(ask({ clientId: 'x&redirect_uri=https://evil.example' })));
    expect(link.searchParams.getAll('redirect_uri')).toEqual(['http://localhost']);
  });
});

describe('what is sent to another admin', () => {
  const message = consentMessage(ask(), { tenant: 'Contoso', otherTenant: 'Fabrikam' });

  it('names tenant, app, role, link and every permission, and how to take it back', () => {
    for (const part of [contoso, app, consentRole(ask()), consentLink(ask()), ...consentItems(ask())])
      expect(message).toContain(part);
    expect(message).toContain('taken back');
    expect(message).toContain('admin_consent=True');
  });

  it('asks for a higher role where an app is to act as itself', () => {
    const ofApp = consentMessage(ask({ kind: 'app' }), { tenant: 'Contoso', otherTenant: null });
    expect(ofApp).toContain('Privileged Role Administrator');
    expect(ofApp).not.toContain('offline_access');
  });

  it('lists only what is asked for', () => {
    expect(consentItems(ask({ isReadOnly: true })).join()).not.toContain('Manage.All');
  });
});

describe('a sign-in that lacks consent', () => {
  const profile = profileWith({ clientId: app });
  const refusal = { message: '', correlationId: null, traceId: null };

  it.each([
    { name: 'nobody has consented', code: 'AADSTS65001', error: 'invalid_grant' },
    { name: 'only an admin can', code: 'AADSTS90094', error: 'invalid_grant' },
    { name: 'it was declined', code: 'AADSTS65004', error: 'access_denied' },
    { name: 'no number says which', code: 'consent_required', error: 'consent_required' },
  ])('gets the link as a step: $name', ({ code, error }) => {
    const found = explainSignIn({ kind: 'refused', code, error, ...refusal }, askOf(profile, 'source'));
    expect(found.next[1]).toEqual({ do: `The link for that: ${consentLink(ask())}`, who: 'sign-in admin' });
  });

  it('gets none where something else is wrong', () => {
    const found = explainSignIn(
      { kind: 'refused', code: 'AADSTS53003', error: 'access_denied', ...refusal },
      askOf(profile, 'source'),
    );
    expect(JSON.stringify(found)).not.toContain('adminconsent');
  });

  it('names the tenant by its name and id', () => {
    const found = explainSignIn(
      { kind: 'refused', code: 'AADSTS90094', error: 'x', ...refusal },
      askOf(profile, 'source'),
    );
    expect(found.what).toContain(`Contoso (${contoso})`);
  });

  it('names both tenants where the sides are swapped at the sign-in page', () => {
    const account = 'dana@fabrikam.com';
    const wrong = { kind: 'wrongTenant', side: 'source', expected: contoso, actual: fabrikam, account } as const;
    const found = explainSignIn(wrong, askOf(profile, 'source'));
    expect(found).toMatchObject({ code: 'sidesSwapped' });
    expect(found.why).toContain(`Contoso (${contoso})`);
    expect(found.why).toContain(`Fabrikam (${fabrikam}), as ${account}`);
  });
});
