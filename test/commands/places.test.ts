import { describe, expect, test } from 'vitest';
import { placesFor } from '../../src/commands/places.ts';
import { wordsForUse } from '../../src/commands/profile/places.ts';
import { profileStatus } from '../../src/commands/profile/status.ts';
import { readSettings } from '../../src/commands/settings.ts';
import { fileOf } from '../../src/plan/profile-file.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { fakePorts, noonUtc } from '../support/ports.ts';
import { contoso, profileWith } from '../support/profiles.ts';

const tokenWith = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

const placesIn = async (kept: Record<string, string>, more: Partial<Ports> = {}, flags = {}) => {
  const fake = fakePorts(more);
  for (const [path, text] of Object.entries(kept)) fake.kept.set(path, text);
  const settings = await readSettings({ args: [], flags, set: new Set(Object.keys(flags)) }, fake.ports);
  if (!settings.ok) throw new Error(settings.error[0]?.what);
  return placesFor(settings.value, fake.ports, false);
};

const profiles = JSON.stringify(fileOf(['a1', 'b2', 'c3'].map((name) => profileWith({}, name))));
const file = { '/config/profiles.json': profiles };
const used = { '/state/profiles-used.json': JSON.stringify({ b2: noonUtc - 86_400_000, c3: noonUtc - 3_600_000 }) };
const names = async (...given: Parameters<typeof placesIn>) =>
  (await placesIn(...given)).places.map(({ name }) => name);

describe('the places of the welcome screen', () => {
  test('are the profiles, the last used first, and the simulator at the end', async () => {
    const { places } = await placesIn({ ...file, ...used });
    expect(places.map(({ name, used: when }) => [name, when])).toEqual([
      ['c3', 'used today'],
      ['b2', 'used yesterday'],
      ['a1', 'never used'],
      ['Simulator', undefined],
    ]);
    expect(places[0]).toMatchObject({ mode: 'live', profile: 'c3', about: 'from Contoso to Fabrikam' });
    expect(places[0]?.facts).toContainEqual({ term: 'Source', value: 'Contoso, contoso.com, 8d3a..9e10' });
  });

  test('begin with the profile that is named', async () => {
    expect(await names({ ...file, ...used }, {}, { profile: 'a1' })).toEqual(['a1', 'c3', 'b2', 'Simulator']);
    const env = { CROSSORG_PROFILE: 'b2' };
    expect(await names(file, { env })).toEqual(['b2', 'a1', 'c3', 'Simulator']);
  });

  test('have a brought token among them', async () => {
    const env = { CROSSORG_ACCESS_TOKEN: tokenWith({ tid: contoso }) };
    expect(await names(file, { env })).toEqual(['a1', 'b2', 'c3', 'Brought token', 'Simulator']);
  });

  test('are there when the file of profiles is broken, which is told of', async () => {
    const { places, findings } = await placesIn({ '/config/profiles.json': '{' });
    expect(places.map(({ name }) => name)).toEqual(['Simulator']);
    expect(findings).toMatchObject([{ code: 'fileNotJson' }]);
  });

  test('are found without a call and without loading more than JSON', async () => {
    let calls = 0;
    const count = () => {
      calls += 1;
      return Promise.reject(new Error('this reads files only'));
    };
    const { places } = await placesIn(file, { fetch: count });
    expect([places.length, calls]).toEqual([4, 0]);
  });
});

describe('the sign-in of a profile, by what its token says', () => {
  const hour = 3_600_000;
  const at = (ms: number) => (noonUtc + ms) / 1000;
  const rows = [
    { name: 'no token, and no app to sign in with', token: '', texts: {}, status: 'Needs a brought token' },
    {
      name: 'no token',
      token: '',
      texts: { clientId: '0f6b7c1e-6a0b-4f0e-9d55-0a4a7c6b1d20' },
      status: 'Not signed in',
    },
    { name: 'an app', token: '', texts: { auth: 'certificate' }, status: 'Signs in as an app' },
    {
      name: 'a token of hours',
      token: tokenWith({ tid: contoso, exp: at(5 * hour) }),
      texts: {},
      status: 'Token brought, 5 h left',
    },
    {
      name: 'a token of minutes',
      token: tokenWith({ tid: contoso, exp: at(hour / 2) }),
      texts: {},
      status: 'Token brought, 30 min left',
    },
    {
      name: 'a token that ended',
      token: tokenWith({ tid: contoso, exp: at(-1) }),
      texts: {},
      status: 'Check: token expired',
    },
    { name: 'an opaque token', token: 'opaque', texts: {}, status: 'Token brought' },
    {
      name: 'a token of another tenant',
      token: tokenWith({ tid: 'x' }),
      texts: {},
      status: 'Check: token of another tenant',
    },
  ];

  test.each(rows)('$name', async ({ token, texts, status }) => {
    const { ports } = fakePorts({ env: { CROSSORG_ACCESS_TOKEN: token } });
    expect(await profileStatus(profileWith(texts), ports)).toBe(status);
  });
});

test('when a profile was used is told by the day, in the zone', () => {
  const words = wordsForUse(Date.UTC(2026, 11, 5, 23, 30), 'Europe/Berlin');
  expect(words(undefined)).toBe('never used');
  expect(words(Date.UTC(2026, 11, 5, 23, 5))).toBe('used today');
  expect(words(Date.UTC(2026, 11, 5, 22, 30))).toBe('used yesterday');
  expect(words(Date.UTC(2026, 10, 3, 12))).toBe('used 3 Nov');
  expect(words(Date.UTC(2025, 10, 3, 12))).toBe('used 3 Nov 2025');
});
