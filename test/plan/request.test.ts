import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfirmedMove } from '../../src/plan/confirmed.ts';
import { dryRunRequest, livePreview, liveRequest } from '../../src/plan/request.ts';
import { textsOf } from '../../src/plan/typed.ts';
import { moveOf } from './support/arbitrary.ts';
import { given, orgId, site, sourceId, targetId, type user } from './support/given.ts';

type Example = {
  title: string;
  request: { method: string; url: string; body: { parameters: Record<string, unknown> } };
};

const folder = new URL('../fixtures/graph/', import.meta.url);
const example = (name: string): Example => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const upns = {
  type: 'user',
  source: 'source-user@contoso.onmicrosoft.com',
  target: 'target-user@fabrico.onmicrosoft.com',
  targetHost: 'https://fabrico-my.sharepoint.com',
};
const ids = { ...upns, source: sourceId, target: targetId };
const { targetHost: _left, ...byOrganization } = { ...ids, targetOrgId: orgId, targetLocation: 'default' };

const examples: readonly [file: string, texts: typeof user][] = [
  ['create-1-user-by-upn.json', upns],
  ['create-2-user-by-object-id.json', ids],
  ['create-3-user-by-object-id-with-data-location.json', byOrganization],
  [
    'create-4-site-by-url.json',
    { ...upns, type: 'site', source: site.source, target: 'https://fabrico.sharepoint.com/sites/IT' },
  ],
  ['create-5-group-by-mail-nickname.json', { ...upns, type: 'group', source: 'source-group', target: 'target-group' }],
  ['create-6-user-with-preferred-start.json', { ...upns, start: '2024-08-31T18:00+02:00' }],
  ['create-7-user-validate-only.json', upns],
];

describe('the published examples, field for field', () => {
  it.each(examples)('%s', (file, texts) => {
    const { method, url, body } = example(file).request;
    const move = moveOf(given(texts));
    const { validateOnly, ...parameters } = body.parameters;
    expect(livePreview(move)).toEqual({ method, url, body: { parameters: { ...parameters, validateOnly: false } } });
    expect(dryRunRequest(move)).toEqual({ method, url, body: { parameters: { ...parameters, validateOnly: true } } });
    if (validateOnly !== undefined) expect(dryRunRequest(move).body).toEqual(body);
  });

  it('are all here', () => {
    const files = readdirSync(folder).filter((name) => name.startsWith('create-'));
    expect(examples.map(([file]) => file)).toEqual(files.toSorted());
  });
});

describe('fields that were not asked for', () => {
  it('stay out: no location, no times, no id, no status', () => {
    const { targetHost: _host, ...rest } = upns;
    const { parameters } = dryRunRequest(moveOf(given({ ...rest, targetOrgId: orgId }))).body;
    expect(Object.keys(parameters).toSorted()).toEqual([
      '@odata.type',
      'sourceUserIdentity',
      'targetOrganizationId',
      'targetUserIdentity',
      'validateOnly',
    ]);
  });

  it('stay out: the sign-in name that only finds the task again', () => {
    const move = moveOf(given({ ...ids, sourceUpn: 'dana@contoso.com' }));
    expect(JSON.stringify(dryRunRequest(move))).not.toContain('dana');
  });

  it('come in when they are: both times, in UTC', () => {
    const { parameters } = dryRunRequest(
      moveOf(given({ ...upns, start: 'sat 22:00', latestStart: '2026-12-06 07:00' })),
    ).body;
    expect(parameters.preferredStartDateTime).toBe('2026-12-05T21:00:00Z');
    expect(parameters.preferredLatestStartDateTime).toBe('2026-12-06T06:00:00Z');
  });
});

it('a live request is refused for anything but a confirmed move', () => {
  const move = moveOf(given(upns));
  const forged = { move, confirmation: { word: 'yes', at: 0, covers: '' } } as unknown as ConfirmedMove;
  expect(() => liveRequest(forged)).toThrow(/nobody confirmed/);
  expect(ConfirmedMove.is(forged)).toBe(false);
});

it('the texts of a plan do not change on their way to the request', () => {
  const typed = given(upns);
  expect(textsOf(typed)).toMatchObject(upns);
});
