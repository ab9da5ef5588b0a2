import { describe, expect, it } from 'vitest';
import { readTaskAnswer } from '../../src/tasks/read-answer.ts';
import type { SourceKey } from '../../src/tasks/task.ts';

const dana: SourceKey = { type: 'user', upn: 'dana@contoso.com' };
const site: SourceKey = { type: 'site', url: 'https://contoso.sharepoint.com/sites/IT' };
const group: SourceKey = { type: 'group', mailNickname: 'finance' };

const task = (id: string, parameters: object = {}, more: object = {}) => ({
  id,
  status: 'notStarted',
  parameters,
  ...more,
});
const ofUser = (upn: string) => ({ sourceUserIdentity: { userPrincipalName: upn } });
const ofSite = (sourceSiteUrl: string) => ({ sourceSiteUrl });
const personal = (name: string) => ofSite(`https://contoso-my.sharepoint.com/personal/${name}/`);
const done = (updated: string) => ({ status: 'completed', lastUpdatedDateTime: updated });

describe('the answer about one source', () => {
  it.each([
    { name: 'one task', json: task('1', ofUser('dana@contoso.com')), key: dana, id: '1' },
    { name: 'another case', json: task('1', ofUser('Dana@Contoso.com')), key: dana, id: '1' },
    { name: 'the site form of a user', json: task('1', personal('dana_contoso_com')), key: dana, id: '1' },
    { name: 'the address of a renamed user', json: task('1', personal('dana_old_com')), key: dana, id: '1' },
    { name: 'no parameters at all', json: task('1'), key: dana, id: '1' },
    { name: 'only an object id', json: task('1', { sourceUserIdentity: { id: 'a' } }), key: dana, id: '1' },
    { name: 'an array', json: [task('1', ofUser('dana@contoso.com'))], key: dana, id: '1' },
    { name: 'a collection', json: { value: [task('1', ofUser('dana@contoso.com'))] }, key: dana, id: '1' },
    { name: 'a wrapped task', json: { value: task('1', ofUser('dana@contoso.com')) }, key: dana, id: '1' },
    {
      name: 'strangers beside it',
      json: [task('1', ofUser('erin@contoso.com')), task('2', personal('dana_contoso_com')), task('3'), 'noise'],
      key: dana,
      id: '2',
    },
    {
      name: 'an older finished one beside it',
      json: [
        task('1', ofUser('dana@contoso.com'), done('2026-12-04T10:00:00Z')),
        task('2', ofUser('dana@contoso.com'), done('2026-12-05T10:00:00Z')),
      ],
      key: dana,
      id: '2',
    },
    {
      name: 'one that goes on beside a finished one',
      json: [
        task('1', ofUser('dana@contoso.com')),
        task('2', ofUser('dana@contoso.com'), done('2026-12-05T10:00:00Z')),
      ],
      key: dana,
      id: '1',
    },
    { name: 'a site with another spelling', json: task('1', ofSite(`${site.url.toUpperCase()}/`)), key: site, id: '1' },
    { name: 'a group', json: task('1', { sourceGroupIdentity: { mailNickname: 'Finance' } }), key: group, id: '1' },
  ])('is found in $name', ({ json, key, id }) => {
    expect(readTaskAnswer(json, key)).toMatchObject({ ok: true, value: { id } });
  });

  it.each([
    { name: 'an empty collection', json: { '@odata.context': 'x', value: [] } },
    { name: 'an empty array', json: [] },
    { name: 'null', json: null },
    { name: 'a null collection', json: { value: null } },
    { name: 'a dry run that was recorded', json: task('1', { ...ofUser('dana@contoso.com'), validateOnly: true }) },
  ])('is no task in $name', ({ json }) => {
    expect(readTaskAnswer(json, dana)).toEqual({ ok: true, value: null });
  });

  it.each([
    { name: 'another user', json: task('1', ofUser('erin@contoso.com')), key: dana },
    { name: 'another site', json: task('1', ofSite('https://contoso.sharepoint.com/sites/HR')), key: site },
    { name: 'a site for a user', json: task('1', ofSite('https://contoso.sharepoint.com/sites/HR')), key: dana },
    { name: 'another group', json: task('1', { sourceGroupIdentity: { mailNickname: 'hr' } }), key: group },
    { name: 'only strangers', json: [task('1', ofUser('erin@contoso.com'))], key: dana },
    { name: 'no task', json: { hello: 'world' }, key: dana },
    { name: 'a list of noise', json: ['a', 1], key: dana },
  ])('is refused with a reason for $name', ({ json, key }) => {
    expect(readTaskAnswer(json, key)).toMatchObject({ ok: false, error: expect.stringMatching(/\.$/) });
  });
});
