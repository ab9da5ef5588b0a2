import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Migration } from '../../src/plan/json-file.ts';
import { fileOf, readProfiles } from '../../src/plan/profile-file.ts';
import { readSettingsFile } from '../../src/plan/settings-file.ts';
import { contoso, fabrikam, profileWith } from '../support/profiles.ts';
import { faultsIn } from './support/wording.ts';

const path = '/config/profiles.json';
const source = { tenantId: contoso, name: 'Contoso' };
const target = { tenantId: fabrikam, name: 'Fabrikam' };
const good = { source, target };

/** A file with one good profile beside the one that a test is about. */
const fileWith = (profile: unknown, name = 'c2f') =>
  JSON.stringify({ version: 1, profiles: { good, [name]: profile } });

const whole = [
  { name: 'not JSON', text: '{"profiles": {\n  "c2f": {,', what: `${path} is not JSON at line 2, column 11.` },
  { name: 'a list', text: '[]', what: `${path} is no JSON object.` },
  {
    name: 'a profile twice',
    text: '{"profiles": {"a": {}, "a": {}}}',
    what: `${path} is not JSON at line 1, column 24.`,
  },
  { name: 'a version in words', text: '{"version": "one"}', what: 'version: it is no version.' },
  { name: 'a newer version', text: '{"version": 9}', what: `${path} was written by a newer crossorg.` },
  { name: 'a list of profiles', text: '{"profiles": []}', what: 'profiles: it is no object.' },
  { name: 'an unknown name', text: '{"profils": {}}', what: 'profils: nothing has this name here.' },
];

test.each(whole)('a file that is $name is told of with its place, and nothing of it is used', ({ text, what }) => {
  const { profiles, broken, findings } = readProfiles(text, path);
  expect(findings.map((one) => one.what)).toEqual([what]);
  expect([profiles.size, broken.size]).toEqual([0, 0]);
  expect(findings[0]?.next[0].do).toContain(path);
  expect(findings[0]?.from).toBe('input');
});

const values = [
  { name: 'no object', profile: 7, whats: ['profiles.c2f: it is no object.'] },
  {
    name: 'no tenants',
    profile: {},
    whats: [
      'profiles.c2f.source.tenantId: it is missing.',
      'profiles.c2f.source.name: it is missing.',
      'profiles.c2f.target.tenantId: it is missing.',
      'profiles.c2f.target.name: it is missing.',
    ],
  },
  {
    name: 'a tenant id that is none',
    profile: { source, target: { ...target, tenantId: 'fabrikam' } },
    whats: ['profiles.c2f.target.tenantId: "fabrikam" is not a tenant id.'],
  },
  {
    name: 'a number as a name',
    profile: { source: { ...source, name: 7 }, target },
    whats: ['profiles.c2f.source.name: it is not a text in double quotes.'],
  },
  {
    name: 'a domain in place of a list',
    profile: { source: { ...source, domains: 'contoso.com' }, target },
    whats: ['profiles.c2f.source.domains: it is not a list of texts in square brackets.'],
  },
  {
    name: 'a limit in quotes',
    profile: { ...good, limits: { budget: '600' } },
    whats: ['profiles.c2f.limits.budget: it is not a number.'],
  },
  { name: 'limits in a list', profile: { ...good, limits: [] }, whats: ['profiles.c2f.limits: it is no object.'] },
  {
    name: 'a switch in words',
    profile: { ...good, isReadOnly: 'yes' },
    whats: ['profiles.c2f.isReadOnly: it is not true or false.'],
  },
  {
    name: 'a window that is none, and a zone that nobody knows',
    profile: { ...good, window: '22-6', zone: 'Mars' },
    whats: [
      'profiles.c2f.window: "22-6" is not a start window.',
      'profiles.c2f.zone: "Mars" is not a time zone this computer knows.',
    ],
  },
  {
    name: 'names that nothing has',
    profile: { ...good, source: { ...source, tenantid: contoso }, clientSecret: 'x' },
    whats: [
      'profiles.c2f.clientSecret: nothing has this name here.',
      'profiles.c2f.source.tenantid: nothing has this name here.',
    ],
  },
  {
    name: 'one tenant on both sides',
    profile: { source, target: { ...target, tenantId: contoso } },
    whats: ['profiles.c2f: Source and target are the same tenant.'],
  },
];

describe('one profile that cannot be used does not hide the others', () => {
  test.each(values)('$name', ({ profile, whats }) => {
    const { profiles, broken, findings } = readProfiles(fileWith(profile), path);
    expect([...profiles.keys()]).toEqual(['good']);
    expect(findings).toEqual([]);
    expect(broken.get('c2f')?.map((one) => one.what)).toEqual(whats);
    for (const { what, why } of broken.get('c2f') ?? []) expect(faultsIn({ what, why, next: 'x' })).toEqual([]);
  });

  test.each(['__proto__', '', 'a b', '-x', 'x'.repeat(41), '../c2f'])('a profile called %j', (name) => {
    const text = `{"profiles": {"good": ${JSON.stringify(good)}, ${JSON.stringify(name)}: ${JSON.stringify(good)}}}`;
    const { profiles, broken } = readProfiles(text, path);
    expect([...profiles.keys()]).toEqual(['good']);
    expect([...broken.keys()]).toEqual([name]);
  });
});

test('what a file may leave out is what a profile does not say', () => {
  const { profiles } = readProfiles(`\uFEFF${fileWith({ ...good, window: null, targetRule: '' })}`, path);
  expect(profiles.get('c2f')).toEqual({ ...profiles.get('good'), name: 'c2f' });
  expect(profiles.get('c2f')).toMatchObject({ auth: 'browser', window: null, targetRule: null, zone: null });
});

test('a saved answer that no longer reads stays, for its question to judge it', () => {
  const { profiles } = readProfiles(fileWith({ ...good, targetHost: 'fabrikam' }), path);
  expect(profiles.get('c2f')?.targetHost).toBe('fabrikam');
});

test('no file is one without profiles', () => {
  expect(readProfiles(null, path)).toEqual({ profiles: new Map(), broken: new Map(), findings: [] });
});

test('a profile that is written is the one that is read', () => {
  const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
  const texts = fc.record({
    window: optional(fc.constantFrom('22:00-06:00', '09:00-17:00')),
    timeZone: optional(fc.constantFrom('Europe/Berlin', 'UTC')),
    readOnly: optional(fc.constantFrom('yes', 'no')),
    budget: optional(fc.integer({ min: 1, max: 1_000_000 }).map(String)),
    auth: optional(fc.constantFrom('device', 'secret')),
    targetName: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }).filter((text) => text.trim() !== ''),
  });
  fc.assert(
    fc.property(texts, (some) => {
      const said = Object.fromEntries(Object.entries(some).filter(([, text]) => text !== undefined));
      const profile = profileWith(said);
      const { profiles, broken } = readProfiles(JSON.stringify(fileOf([profile])), path);
      expect(broken.size).toBe(0);
      expect(profiles.get('c2f')).toEqual(profile);
    }),
  );
});

describe('a file of an older version', () => {
  const steps: Migration[] = [
    ({ tenants, ...file }) => ({ ...file, profiles: tenants }),
    (file) => ({ ...file, profiles: { ...(file.profiles as object), added: good } }),
  ];

  test('is brought to this one, step by step from its own', () => {
    const first = readProfiles(JSON.stringify({ version: 1, tenants: { c2f: good } }), path, steps);
    expect([...first.profiles.keys()]).toEqual(['c2f', 'added']);
    const second = readProfiles(JSON.stringify({ version: 2, profiles: { c2f: good } }), path, steps);
    expect([...second.profiles.keys()]).toEqual(['c2f', 'added']);
    const third = readProfiles(JSON.stringify({ version: 3, profiles: { c2f: good } }), path, steps);
    expect([...third.profiles.keys()]).toEqual(['c2f']);
  });

  test('is written in the version of this program', () => {
    expect(fileOf([], steps).version).toBe(3);
  });
});

describe('settings', () => {
  const place = '/config/settings.json';
  const rows = [
    { text: '{"line": "yes"}', whats: ['line: it is not true or false.'] },
    { text: '{"notices": "loud"}', whats: ['notices: it is not auto, bell, off.'] },
    { text: '{"timeZone": "Mars"}', whats: ['timeZone: it is not a time zone this computer knows.'] },
    { text: '{"color": true}', whats: ['color: nothing has this name here.'] },
    { text: '{"line": true', whats: [`${place} is not JSON at line 1, column 14.`] },
  ];

  test.each(rows)('$text is told of with its place', ({ text, whats }) => {
    const read = readSettingsFile(text, place);
    expect(read.ok ? [] : read.error.map(({ what }) => what)).toEqual(whats);
  });

  test('are read, and say nothing where they are silent', () => {
    const read = readSettingsFile('{"version": 1, "line": true, "notices": "bell", "ascii": null}', place);
    expect(read.ok && read.value).toEqual({
      line: true,
      ascii: null,
      colour: null,
      motion: null,
      notices: 'bell',
      timeZone: null,
    });
    expect(readSettingsFile(null, place).ok).toBe(true);
  });
});
