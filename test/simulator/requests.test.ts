import { describe, expect, it } from 'vitest';
import { manageScope, readScope, tokenFor } from '../../src/simulator/tokens.ts';
import { Driver, group, migrations, minute, site, startedAt, tasksUrl, user } from './driver.ts';

const { sourceUserIdentity: _, ...sourceless } = user('dana');
const { targetOrganizationHost: __, ...hostless } = user('dana');
const { '@odata.type': ___, ...typeless } = user('dana');

const badBodies = [
  { name: 'no JSON', body: '{"parameters":', says: 'Unable to read JSON' },
  { name: 'a list', body: [], says: 'Unable to read JSON' },
  { name: 'no parameters', body: {}, says: 'required parameter parameters is missing' },
  { name: 'no type', body: { parameters: typeless }, says: 'required parameter @odata.type is missing' },
  {
    name: 'an unknown type',
    body: { parameters: { ...user('dana'), '@odata.type': '#microsoft.graph.sharePointUserMigrationParameters' } },
    says: 'could not be resolved',
  },
  { name: 'no source', body: { parameters: sourceless }, says: 'required parameter sourceUserIdentity is missing' },
  {
    name: 'no target',
    body: { parameters: { ...site('/sites/IT'), targetSiteUrl: '' } },
    says: 'required parameter targetSiteUrl is missing',
  },
  { name: 'no partner', body: { parameters: hostless }, says: 'required parameter targetOrganizationHost is missing' },
  {
    name: 'an unknown property',
    body: { parameters: { ...user('dana'), validateonly: true } },
    says: "'validateonly' does not exist",
  },
  {
    name: 'validateOnly as text',
    body: { parameters: { ...user('dana'), validateOnly: 'true' } },
    says: "'validateOnly' has the wrong type",
  },
  {
    name: 'two names for one person',
    body: { parameters: user('dana', { sourceUserIdentity: { userPrincipalName: 'a', id: 'b' } }) },
    says: "'sourceUserIdentity' has the wrong type",
  },
  {
    name: 'a time without zone',
    body: { parameters: user('dana', { preferredStartDateTime: '2026-12-05T22:00:00' }) },
    says: "'preferredStartDateTime' has the wrong type",
  },
  {
    name: 'a latest start before the start',
    body: {
      parameters: user('dana', {
        preferredStartDateTime: '2026-12-06T22:00:00Z',
        preferredLatestStartDateTime: '2026-12-06T21:00:00Z',
      }),
    },
    says: 'must be later',
  },
];

describe('requests', () => {
  it.each(badBodies)('$name is a 400 that changes nothing', async ({ body, says }) => {
    const driver = new Driver();
    const told = await driver.call('POST', tasksUrl, { body });
    expect(told).toMatchObject({ status: 400, message: expect.stringContaining(says) });
    expect(driver.world).toMatchObject({ tasks: [], log: [{ kind: 'refused', status: 400 }] });
  });

  it.each([
    { name: 'a list of tasks', method: 'GET', url: tasksUrl, status: 501 },
    { name: 'a batch of nothing', method: 'POST', url: 'https://graph.microsoft.com/beta/$batch', status: 400 },
    { name: 'a batch that is read', method: 'GET', url: 'https://graph.microsoft.com/beta/$batch', status: 501 },
    {
      name: 'another part of Graph',
      method: 'GET',
      url: 'https://graph.microsoft.com/beta/users/dana/drive',
      status: 400,
    },
    { name: 'the other version', method: 'GET', url: tasksUrl.replace('beta', 'v1.0'), status: 400 },
    { name: 'an unknown function', method: 'GET', url: `${tasksUrl}/getBySourceObjectId(id='1')`, status: 400 },
    { name: 'an open quote', method: 'GET', url: `${tasksUrl}/getBySourceSiteUrl(sourceSiteUrl='a'b')`, status: 400 },
    {
      name: 'a percent sign alone',
      method: 'GET',
      url: `${tasksUrl}/getBySourceSiteUrl(sourceSiteUrl='%E0%A4')`,
      status: 400,
    },
    { name: 'a deletion', method: 'DELETE', url: `${tasksUrl}/1`, status: 501 },
  ])('$name is refused', async ({ method, url, status }) => {
    expect((await new Driver().call(method, url)).status).toBe(status);
  });

  it('wants JSON to be called JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await new Driver().call('POST', tasksUrl, { body: { parameters: user('dana') }, headers })).status).toBe(
      415,
    );
  });

  it('answers with the ids that support asks for', async () => {
    const headers = { 'client-request-id': 'c1' };
    const { headers: got, body } = await new Driver().call('GET', `${tasksUrl}/nothing`, { headers });
    expect(got.get('date')).toBe(new Date(startedAt).toUTCString());
    expect(got.get('client-request-id')).toBe('c1');
    const ids = { 'request-id': got.get('request-id'), 'client-request-id': 'c1', date: '2026-12-05T14:00:00' };
    expect(body.error).toMatchObject({ innerError: ids });
  });

  it('logs each request without token and body', async () => {
    const driver = new Driver();
    await driver.call('POST', tasksUrl, { body: { parameters: user('Dana') }, headers: { 'client-request-id': 'c2' } });
    expect(driver.world.log).toEqual([
      {
        number: 1,
        at: startedAt,
        method: 'POST',
        path: '/beta/solutions/sharePoint/migrations/crossOrganizationMigrationTasks',
        kind: 'create',
        key: 'user:dana@contoso.com',
        clientRequestId: 'c2',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        status: 200,
        fault: null,
      },
    ]);
  });
});

describe('reads', () => {
  it.each([
    {
      name: 'a guest',
      move: user('ada_partner.com#EXT#@contoso.onmicrosoft.com', {}, 'ada@fabrikam.com'),
      read: (d: Driver) => d.readUser('ada_partner.com#EXT#@contoso.onmicrosoft.com'),
    },
    { name: 'a person in capitals', move: user('dana'), read: (d: Driver) => d.readUser('Dana@Contoso.com') },
    {
      name: 'a person created by object id',
      move: user('x', {
        sourceUserIdentity: { id: 'da157a29-f793-4dd6-9c73-41d2c73c2546' },
        targetUserIdentity: { id: 'cb53ea98-6151-44cc-9c21-098a3c3e3988' },
      }),
      read: (d: Driver) => d.readUser('source-user@contoso.onmicrosoft.com'),
    },
    {
      name: 'a site',
      move: site('/sites/IT'),
      read: (d: Driver) => d.readSite('https://contoso.sharepoint.com/sites/it/'),
    },
    {
      name: 'a site, its address as it is',
      move: site('/sites/IT'),
      read: (d: Driver) =>
        d.call('GET', `${tasksUrl}/getBySourceSiteUrl(sourceSiteUrl='https://contoso.sharepoint.com/sites/IT')`),
    },
    { name: 'a group', move: group('finance-eu'), read: (d: Driver) => d.readGroup('finance-eu') },
  ])('find $name by its source', async ({ move, read }) => {
    const driver = new Driver();
    const { body } = await driver.create(move);
    expect(body.id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await read(driver)).body.id).toBe(body.id);
  });

  it('decode doubled quotes', async () => {
    const { message } = await new Driver().readUser("o'neil@contoso.com");
    expect(message).toBe("The migration task o'neil@contoso.com could not be found.");
  });

  it('show a user task as the move of a personal site when asked by user, and as it was when asked by id', async () => {
    const driver = new Driver();
    const { body } = await driver.create(user('dana'));
    expect((await driver.readUser('dana@contoso.com')).body.parameters).toMatchObject({
      '@odata.type': '#microsoft.graph.sharePointSiteMigrationTaskParameters',
      sourceSiteUrl: 'https://contoso-my.sharepoint.com/personal/dana_contoso_com',
      targetSiteUrl: 'https://fabrikam-my.sharepoint.com/personal/dana_fabrikam_com',
    });
    expect((await driver.read(body.id)).body.parameters).toEqual(user('dana'));
  });

  it('honour $select', async () => {
    const driver = new Driver();
    const { body } = await driver.create(user('dana'));
    expect((await driver.readUser('dana@contoso.com', '?$select=id,status')).body).toEqual({
      id: body.id,
      status: 'notStarted',
    });
  });

  it.each([
    { readForm: 'array' as const, some: [{ status: 'notStarted' }] },
    { readForm: 'value' as const, some: { value: [{ status: 'notStarted' }] } },
  ])('can come in the earlier form $readForm', async ({ readForm, some }) => {
    const driver = new Driver('clean', { readForm });
    await driver.create(user('dana'));
    expect((await driver.readUser('dana@contoso.com')).body).toMatchObject(some);
  });

  it('of nothing are an empty list in the earlier form', async () => {
    const { status, body } = await new Driver('clean', { readForm: 'value' }).readUser('dana@contoso.com');
    expect({ status, body }).toEqual({ status: 200, body: { value: [] } });
  });

  it('show the mapping of a person to the target only', async () => {
    const driver = new Driver();
    const url = `${migrations}/crossOrganizationUserMappings(sourceUserPrincipalName='dana%40contoso.com')`;
    const headers = { authorization: `Bearer ${tokenFor(driver.world, { tid: driver.world.target.id })}` };
    expect((await driver.call('GET', url)).status).toBe(403);
    expect((await driver.call('GET', url, { headers })).body).toMatchObject({
      userType: 'regularUser',
      targetUserIdentity: { userPrincipalName: 'dana@fabrikam.com' },
    });
    expect((await driver.call('GET', url.replace('dana', 'nora'), { headers })).status).toBe(404);
  });

  it('show the mapping of a group', async () => {
    const driver = new Driver();
    const id = driver.world.groups['finance-eu']?.id;
    const headers = { authorization: `Bearer ${tokenFor(driver.world, { tid: driver.world.target.id })}` };
    const url = `${migrations}/crossOrganizationGroupMappings(sourceGroupObjectId='${id}')`;
    expect((await driver.call('GET', url, { headers })).body).toMatchObject({
      groupType: 'm365Group',
      targetGroupMigrationData: { mailNickname: 'finance-eu' },
    });
  });
});

describe('tokens', () => {
  const world = new Driver().world;
  const signIns = [
    { name: 'none', authorization: '', create: 401, read: 401 },
    { name: 'a stranger', authorization: 'Bearer abc.def.ghi', create: 401, read: 401 },
    { name: 'expired', authorization: `Bearer ${tokenFor(world, { expired: true })}`, create: 401, read: 401 },
    {
      name: 'of the target',
      authorization: `Bearer ${tokenFor(world, { tid: world.target.id })}`,
      create: 403,
      read: 403,
    },
    { name: 'of a third tenant', authorization: `Bearer ${tokenFor(world, { tid: 'third' })}`, create: 403, read: 403 },
    {
      name: 'for reading only',
      authorization: `Bearer ${tokenFor(world, { scopes: [readScope] })}`,
      create: 403,
      read: 404,
    },
    {
      name: 'for changing only',
      authorization: `Bearer ${tokenFor(world, { scopes: [manageScope] })}`,
      create: 200,
      read: 403,
    },
  ];

  it.each(signIns)('$name: create $create, read $read', async ({ authorization, create, read }) => {
    const headers = { authorization };
    expect((await new Driver().call('POST', tasksUrl, { body: { parameters: user('dana') }, headers })).status).toBe(
      create,
    );
    expect((await new Driver().call('GET', `${tasksUrl}/1`, { headers })).status).toBe(read);
  });

  it('of the target can get the answers of the wrong side', async () => {
    const driver = new Driver('wrong-side');
    const headers = { authorization: `Bearer ${tokenFor(driver.world, { tid: driver.world.target.id })}` };
    const created = await driver.call('POST', tasksUrl, { body: { parameters: user('dana') }, headers });
    expect(created).toMatchObject({ status: 422, code: 'MnATrustWrongCmdletUsage' });
    expect((await driver.call('GET', `${tasksUrl}/1`, { headers })).status).toBe(404);
  });

  it('run out on the simulated clock', async () => {
    const driver = new Driver();
    driver.now += 366 * 24 * 60 * minute;
    expect(await driver.read('1')).toMatchObject({ status: 401, message: expect.stringContaining('expired') });
  });
});
