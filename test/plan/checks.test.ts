import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/plan/finding.ts';
import type { Profile } from '../../src/plan/profile.ts';
import { progress } from '../../src/plan/progress.ts';
import type { Context } from '../../src/plan/question.ts';
import { profileWith } from '../support/profiles.ts';
import { groupsRows } from './checks/groups.ts';
import { peopleRows } from './checks/people.ts';
import { bareProfile, bareProfileRows, hostlessProfile, hostlessProfileRows, profilesRows } from './checks/profiles.ts';
import type { Row } from './checks/row.ts';
import { sitesRows } from './checks/sites.ts';
import { targetsRows } from './checks/targets.ts';
import { timesRows } from './checks/times.ts';
import { brief, given, group, user, walk } from './support/given.ts';
import { berlin } from './support/reading.ts';
import { faultsIn } from './support/wording.ts';

const withProfile = (profile: Profile): Context => ({ ...berlin, profile });

const tables: readonly { name: string; rows: readonly Row[]; context?: Context }[] = [
  { name: 'people', rows: peopleRows },
  { name: 'sites', rows: sitesRows },
  { name: 'groups', rows: groupsRows },
  { name: 'the target', rows: targetsRows },
  { name: 'times', rows: timesRows },
  { name: 'a profile', rows: profilesRows, context: withProfile(profileWith()) },
  { name: 'a profile without lists', rows: bareProfileRows, context: withProfile(bareProfile) },
  {
    name: 'a profile without hosts, for reading only',
    rows: hostlessProfileRows,
    context: withProfile(hostlessProfile),
  },
];

describe.each(tables)('checks of $name', ({ rows: tuples, context = berlin }) => {
  const rows = tuples.map(([name, texts, findings, suggestion]) => ({ name, texts, findings, suggestion }));

  it.each(rows)('$name', ({ texts, findings, suggestion }) => {
    const walked = walk(texts, context);
    expect(walked.findings.map(brief)).toEqual(findings);
    expect(walked.findings.map((f) => f.suggestion).find((text) => text !== undefined)).toBe(suggestion);
    expect(walked.plan === null).toBe(hasErrors(walked.findings));
  });

  it.each(rows)('in words that help: $name', ({ texts }) => {
    const faults = walk(texts, context).findings.flatMap((f) =>
      faultsIn({ ...f, next: f.next.map((step) => step.do).join(' ') }),
    );
    expect(faults).toEqual([]);
  });

  it.each(rows.filter((row) => row.suggestion))('the suggestion removes the finding: $name', ({ texts }) => {
    const found = walk(texts, context).findings.find((f) => f.suggestion !== undefined);
    const after = walk({ ...texts, [found?.field ?? '']: found?.suggestion }, context);
    expect(after.findings.map((f) => f.code)).not.toContain(found?.code);
  });
});

it('every code of the checks is in one of the tables', () => {
  const folder = new URL('../../src/plan/checks/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const codes = sources.flatMap((text) => [...text.matchAll(/code: '(\w+)'/g)].map((found) => found[1]));
  const shown = tables.flatMap(({ rows }) => rows.flatMap((row) => row[2].map((found) => found.split(' ')[2])));
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !shown.includes(code))).toEqual([]);
});

it('judges times again at a later moment', () => {
  const typed = given({ ...user, start: '+3h', latestStart: '+8h' });
  const later = { ...berlin, now: berlin.now + 4 * 3_600_000 };
  expect(progress(typed, berlin).findings).toEqual([]);
  expect(progress(typed, later).findings.map(brief)).toEqual(['warning start startInPast']);
});

it('says who renames what', () => {
  const [found] = walk({ ...group, target: 'a.b' }).findings;
  expect(found?.next[0].who).toBe('target admin');
});
