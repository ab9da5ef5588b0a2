import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcePath, taskPath } from '../../src/graph/paths.ts';
import { redactCode, redactId, redactUrl } from '../../src/graph/redact.ts';
import { endpoint } from '../tasks/moves.ts';

const tasks = '/solutions/sharePoint/migrations/crossOrganizationMigrationTasks';
const id = '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0';

describe('what a log may have', () => {
  it.each([
    { name: 'the collection', path: tasks, shown: tasks },
    { name: 'a task id', path: `${tasks}/${id}/cancel`, shown: `${tasks}/${id}/cancel` },
    { name: 'something else as id', path: `${tasks}/dana`, shown: `${tasks}/REDACTED` },
    {
      name: 'an id that may be a person',
      path: `/solutions/sharePoint/migrations/crossOrganizationUserMappings/${id}`,
      shown: '/solutions/sharePoint/migrations/crossOrganizationUserMappings/REDACTED',
    },
    {
      name: 'a source',
      path: `${tasks}/getBySourceUserPrincipalName(sourcePrincipalName='dana')`,
      shown: `${tasks}/getBySourceUserPrincipalName(REDACTED)`,
    },
    { name: 'a query', path: `${tasks}?token=abc`, shown: `${tasks}?REDACTED` },
  ])('of a URL with $name', ({ path, shown }) => {
    expect(redactUrl(`${endpoint}${path}`, endpoint)).toBe(shown);
  });

  it('never shows any part of a source', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const secret = `Zq${text}qZ`;
        for (const path of [sourcePath({ type: 'user', upn: secret }), taskPath(secret)])
          expect(redactUrl(`${endpoint}${path}`, endpoint)).not.toMatch(/Zq|qZ/);
      }),
    );
  });

  it.each([
    { text: id, shown: id },
    { text: 'dana@contoso.com', shown: 'REDACTED' },
    { text: 'FinanceTeam', shown: 'REDACTED' },
    { text: 'eyJhbGciOi.payload.sig', shown: 'REDACTED' },
    { text: '', shown: '-' },
    { text: null, shown: '-' },
  ])('of the id $text', ({ text, shown }) => {
    expect(redactId(text)).toBe(shown);
  });

  it.each([
    { code: 'MnATargetUserDoesNotExist', shown: /^MnATargetUserDoesNotExist$/ },
    { code: 'MnASomethingOfTomorrow', shown: /^MnASomethingOfTomorrow$/ },
    { code: 'accessDenied', shown: /^accessDenied$/ },
    { code: 'dana@contoso.com', shown: /^other-[0-9a-f]{8}$/ },
    { code: 'FinanceTeam', shown: /^other-[0-9a-f]{8}$/ },
    { code: 'eyJhbGciOi.payload.sig', shown: /^other-[0-9a-f]{8}$/ },
    { code: '', shown: /^-$/ },
  ])('of the code $code', ({ code, shown }) => {
    expect(redactCode(code)).toMatch(shown);
    expect(redactCode(code)).toBe(redactCode(code));
  });
});

describe('a source in a URL', () => {
  it.each([
    {
      name: 'a user',
      key: { type: 'user', upn: 'dana@contoso.com' },
      ends: "getBySourceUserPrincipalName(sourcePrincipalName='dana%40contoso.com')",
    },
    {
      name: 'an apostrophe',
      key: { type: 'user', upn: "o'brien@contoso.com" },
      ends: "(sourcePrincipalName='o%27%27brien%40contoso.com')",
    },
    {
      name: 'a guest',
      key: { type: 'user', upn: 'a_b.com#EXT#@contoso.com' },
      ends: "(sourcePrincipalName='a_b.com%23EXT%23%40contoso.com')",
    },
    {
      name: 'a site',
      key: { type: 'site', url: 'https://contoso.sharepoint.com/sites/IT' },
      ends: "getBySourceSiteUrl(sourceSiteUrl='https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2FIT')",
    },
    {
      name: 'a group',
      key: { type: 'group', mailNickname: 'fin & co' },
      ends: "getBySourceGroupMailNickname(sourceGroupMailNickname='fin%20%26%20co')",
    },
    { name: 'half a character', key: { type: 'group', mailNickname: '\ud800' }, ends: "'%EF%BF%BD')" },
  ] as const)('is quoted and encoded: $name', ({ key, ends }) => {
    expect(sourcePath(key).endsWith(ends)).toBe(true);
  });
});
