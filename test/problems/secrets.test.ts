import { describe, expect, it } from 'vitest';
import { foreignText, hideKnown, hideSecrets, secretsIn } from '../../src/problems/secrets.ts';

describe('what is a secret by its shape', () => {
  it.each([
    { name: 'a token', text: 'for eyJhbGciOi.eyJ0aWQiOi.c2ln now', left: 'for [token] now' },
    { name: 'the beginning of a token', text: 'eyJhbGciOiJSUzI1NiI…', left: '[token]…' },
    { name: 'an opaque bearer', text: 'Authorization: Bearer abc-123-def', left: 'Authorization: Bearer [secret]' },
    { name: 'a name and password', text: 'Basic ZGFuYTpodW50ZXIy', left: 'Basic [secret]' },
    {
      name: 'a proxy',
      text: 'via http://dana:hunter2@proxy:8080/ failed',
      left: 'via http://[secret]@proxy:8080/ failed',
    },
    { name: 'a cookie', text: 'Set-Cookie: FedAuth=77u; path=/; secure', left: 'Set-Cookie: [secret]' },
    { name: 'a form', text: 'client_id=1&client_secret=s3cr~t&x=1', left: 'client_id=1&client_secret=[secret]&x=1' },
    { name: 'JSON', text: '{"clientSecret":"s3cr~t","a":1}', left: '{"clientSecret":"[secret]","a":1}' },
    {
      name: 'a signed address',
      text: 'https://a.net/c?sv=1&sig=a%2Fb%3D&se=2',
      left: 'https://a.net/c?sv=1&sig=[secret]&se=2',
    },
    { name: 'a flag', text: 'crossorg login --client-secret s3cr~t', left: 'crossorg login --client-secret [secret]' },
    { name: 'a key', text: 'a -----BEGIN PRIVATE KEY----- MIIE -----END PRIVATE KEY----- b', left: 'a [key] b' },
    { name: 'a key that is cut', text: 'a -----BEGIN RSA PRIVATE KEY----- MIIE', left: 'a [key]' },
  ])('is hidden: $name', ({ text, left }) => {
    expect(hideSecrets(text)).toBe(left);
  });

  it.each([
    'Bring the token alone, on one line, without the word Bearer.',
    'The token: it is missing. Password: ask the admin.',
    'There is no flag --token: no flag takes a secret.',
    'Basic authentication and bearer tokens are different things.',
    'https://contoso.sharepoint.com/sites/IT@home',
    'crossorg migrate user dana@contoso.com --target dana@fabrikam.com',
    '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0',
  ])('is not in: %s', (text) => {
    expect(hideSecrets(text)).toBe(text);
    expect(foreignText(text, 200)).toBe(text);
  });
});

describe('what only looks like a secret', () => {
  it.each([
    '0.AXoAx7Yh3kQ9zL2mN8pR4sT6vW1y',
    'abc8Q~Xy7Zw1Vu2Ts3Rq4Po5Nm6Lk7Ji8Hg9Fe',
    'M.R3_BAY.-CZk9xW2vQ8tR5nL1pK7jH4',
  ])('is hidden in the words of others: %s', (secret) => {
    expect(foreignText(`it was (${secret}).`, 200)).not.toContain(secret.slice(4, 20));
  });

  it.each([
    'MnATargetUserPrincipalNameDoesNotExistInTheDirectory',
    'a2f0c1d4e5b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
    'ProjectAlphaBetaGammaDelta2026Archive',
    'Dana.Very-Long.Family-Name2@contoso.onmicrosoft.com',
    '2026-12-05T12:00:00.0000000Z',
  ])('is not in: %s', (text) => {
    expect(foreignText(text, 200)).toBe(text);
  });
});

it('secrets that are known are hidden in each of their forms, the longer one first', () => {
  expect(hideKnown('a=p%26ssword b=p&ssword c=p&ssword-more', ['p&ssword', 'p&ssword-more', 'a'])).toBe(
    'a=[secret] b=[secret] c=[secret]',
  );
});

it('an environment tells its secrets by their names', () => {
  const env = {
    CROSSORG_ACCESS_TOKEN: ' tok-1 ',
    CROSSORG_CLIENT_CERTIFICATE_PASSWORD: 'pw-2',
    AWS_SECRET_ACCESS_KEY: 'key-3',
    HTTPS_PROXY: 'http://dana:p%40ss@proxy:8080',
    http_proxy: 'http://proxy:8080',
    LANG: 'C',
    EMPTY_TOKEN: undefined,
  };
  expect(secretsIn(env)).toEqual(['tok-1', 'pw-2', 'key-3', 'p%40ss', 'p@ss']);
});

it.each(['a1B', 'cookie=a;', '://', 'eyJ', '-----BEGIN A', 'token=', 'Bearer ', 'a.'])(
  'a text of many times "%s" takes a time that grows with its length, not with its square',
  (part) => {
    const tookMs = (times: number): number => {
      const before = performance.now();
      foreignText(part.repeat(times), 1_000_000);
      return performance.now() - before;
    };
    const quickest = (times: number): number => Math.min(...Array.from({ length: 5 }, () => tookMs(times)));
    // Eight times the length: 8 when it grows with the length, 64 with the square.
    expect(quickest(80_000) / quickest(10_000)).toBeLessThan(32);
  },
);
