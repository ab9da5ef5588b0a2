import { describe, expect, it } from 'vitest';
import { progress, withDefaults } from '../../src/plan/progress.ts';
import { type Typed, typedAs } from '../../src/plan/typed.ts';
import { orgId, user } from './support/given.ts';
import { berlin } from './support/reading.ts';

const { targetHost: _left, ...noHost } = user;
const byOrg = { ...noHost, targetOrgId: orgId };

describe('which of host and organization id counts', () => {
  const cell = 'file:7' as const;
  const rows: readonly [name: string, typed: Typed, by: string, codes: readonly string[]][] = [
    [
      'both from a profile: the host',
      typedAs('profile', { ...user, targetOrgId: orgId, targetLocation: 'FRA' }),
      'host',
      [],
    ],
    [
      "a flag's id over a profile's host",
      { ...typedAs('profile', user), ...typedAs('flag', { targetOrgId: orgId }) },
      'organization',
      [],
    ],
    [
      "a flag's location beside a profile's host and id",
      { ...typedAs('profile', { ...user, targetOrgId: orgId }), ...typedAs('flag', { targetLocation: 'FRA' }) },
      'organization',
      [],
    ],
    ["a flag's host over a profile's id", { ...typedAs('profile', byOrg), ...typedAs('flag', user) }, 'host', []],
    ["a cell's host over a flag's id", { ...typedAs('flag', byOrg), ...typedAs(cell, user) }, 'host', []],
    [
      "a cell's id over a flag's host",
      { ...typedAs('flag', user), ...typedAs(cell, { targetOrgId: orgId }) },
      'organization',
      [],
    ],
    [
      "a flag's location beside a profile's host",
      { ...typedAs('profile', user), ...typedAs('flag', { targetLocation: 'FRA' }) },
      'host',
      ['locationWithoutOrganization'],
    ],
    [
      'a choice over everything',
      typedAs('typed', { ...user, targetOrgId: orgId, targetLocation: 'FRA', targetBy: 'organization' }),
      'organization',
      [],
    ],
    [
      'the other choice, with leftovers',
      typedAs('typed', { ...user, targetOrgId: orgId, targetLocation: 'FRA', targetBy: 'host' }),
      'host',
      [],
    ],
  ];
  it.each(rows)('%s', (_name, typed, by, codes) => {
    const walked = progress(withDefaults(typed, berlin), berlin);
    expect(walked.known.targetBy).toBe(by);
    expect(walked.findings.map((f) => f.code)).toEqual(codes);
  });
});
