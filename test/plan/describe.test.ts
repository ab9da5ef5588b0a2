import { describe, expect, it } from 'vitest';
import { labelled, valuesOf } from '../../src/plan/describe.ts';
import { progress, withDefaults } from '../../src/plan/progress.ts';
import { typedAs } from '../../src/plan/typed.ts';
import { given, group, orgId, site, sourceId, targetId, user } from './support/given.ts';
import { berlin } from './support/reading.ts';

const valuesFrom = (typed: ReturnType<typeof given>) => valuesOf(typed, progress(typed, berlin));
const shownFrom = (typed: ReturnType<typeof given>) =>
  labelled(typed, progress(typed, berlin), berlin.zone).map(({ label, shown }) => `${label}: ${shown}`);

describe('the values of a plan', () => {
  it('are those that were asked and given, in their plain form, with their origin', () => {
    const typed = withDefaults(
      {
        ...typedAs('profile', { targetHost: 'fabrikam-admin.sharepoint.com' }),
        ...typedAs('flag', { type: 'USER', source: ' dana@contoso.com ' }),
        ...typedAs('rule', { target: 'dana@fabrikam.com' }),
      },
      berlin,
    );
    expect(valuesFrom(typed)).toEqual([
      { name: 'type', value: 'user', origin: 'flag' },
      { name: 'source', value: 'dana@contoso.com', origin: 'flag' },
      { name: 'target', value: 'dana@fabrikam.com', origin: 'rule' },
      { name: 'targetHost', value: 'https://fabrikam-my.sharepoint.com', origin: 'profile' },
      { name: 'start', value: 'now', origin: 'default' },
    ]);
  });

  it('leave out hidden answers, empty ones and those that cannot be read', () => {
    const names = valuesFrom(
      given({
        ...user,
        target: 'nobody',
        sourceUpn: 'old@contoso.com',
        targetOrgId: '',
        start: '+3h',
        latestStart: '',
      }),
    ).map(({ name }) => name);
    expect(names).toEqual(['type', 'source', 'targetHost', 'start']);
  });

  it('name how the target is addressed only where somebody chose it', () => {
    const { targetHost: _left, ...who } = user;
    const follows = valuesFrom(given({ ...who, targetOrgId: orgId })).map(({ name }) => name);
    const chosen = valuesFrom(given({ ...user, targetOrgId: orgId, targetBy: 'organization' })).map(({ name }) => name);
    expect(follows).not.toContain('targetBy');
    expect(chosen).toContain('targetBy');
  });

  it('hold times as UTC instants and the default location by its word', () => {
    const { targetHost: _left, ...who } = user;
    const typed = given({
      ...who,
      targetOrgId: orgId,
      targetLocation: 'DEFAULT',
      start: 'sat 22:00',
      latestStart: 'sun 06:00',
    });
    expect(Object.fromEntries(valuesFrom(typed).map(({ name, value }) => [name, value]))).toMatchObject({
      targetLocation: 'default',
      start: '2026-12-05T21:00:00Z',
      latestStart: '2026-12-06T05:00:00Z',
    });
  });
});

describe('the review', () => {
  it('shows labels, words for choices and both times', () => {
    expect(shownFrom(given({ ...user, start: 'sat 22:00', latestStart: 'sun 00:30' }))).toEqual([
      "Type: A person's OneDrive",
      'Source sign-in name: dana@contoso.com',
      'Target sign-in name: dana@fabrikam.com',
      'Target host: https://fabrikam-my.sharepoint.com',
      'Not before: Sat 5 Dec 2026 22:00 Berlin = 21:00 UTC',
      'Must start by: Sun 6 Dec 2026 00:30 Berlin = Sat 5 Dec 23:30 UTC',
    ]);
  });

  it('labels object ids, and says what no start and the default location mean', () => {
    const { targetHost: _left, ...who } = user;
    const typed = given({ ...who, source: sourceId, target: targetId, targetOrgId: orgId, targetLocation: 'default' });
    expect(shownFrom(typed)).toEqual(
      expect.arrayContaining([
        `Source sign-in name: ${sourceId} (object id)`,
        `Target organization id: ${orgId}`,
        'Target data location: The default location',
        'Not before: As soon as the service has room',
      ]),
    );
  });

  it.each([
    { name: 'a site', texts: site, line: 'Source site address: https://contoso.sharepoint.com/sites/IT' },
    { name: 'a group', texts: group, line: 'Source group mail nickname: finance' },
  ])('names the sides of $name', ({ texts, line }) => {
    expect(shownFrom(given(texts))).toContain(line);
  });

  it('says on which step each value is changed', () => {
    const typed = given(user);
    expect(labelled(typed, progress(typed, berlin), 'UTC').map(({ step }) => step)).toEqual([
      'type',
      'who',
      'who',
      'target',
      'when',
    ]);
  });
});
