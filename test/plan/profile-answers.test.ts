import { describe, expect, test } from 'vitest';
import { planMove } from '../../src/plan/id.ts';
import type { Profile } from '../../src/plan/profile.ts';
import { withProfile } from '../../src/plan/profile-answers.ts';
import { answerAll, progress, withDefaults } from '../../src/plan/progress.ts';
import type { Context } from '../../src/plan/question.ts';
import { type Typed, textsOf, typedAs } from '../../src/plan/typed.ts';
import { fabrikam, profileWith } from '../support/profiles.ts';

/** Saturday 5 December 2026, 13:00 in Berlin. */
const context: Context = { now: Date.UTC(2026, 11, 5, 12), zone: 'Europe/Berlin' };
const host = 'https://fabrikam-my.sharepoint.com';

const told = (typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).map(([id, { text, origin }]) => [id, `${origin} ${text}`]));

const flags = (texts: Parameters<typeof typedAs>[1]) => typedAs('flag', texts);
const night = profileWith({ window: '22:00-06:00' });
const byOrg = profileWith({ targetHost: '', targetOrgId: fabrikam, targetLocation: 'FRA' });

type Row = { name: string; given: Typed; profile: Profile; answers: Record<string, string> };

const rows: Row[] = [
  {
    name: 'nothing is given: where it lands, and at once',
    given: {},
    profile: profileWith(),
    answers: { targetHost: `profile ${host}`, start: 'default now', latestStart: 'default ' },
  },
  {
    name: 'a profile that does not say where it lands says nothing about times either',
    given: {},
    profile: profileWith({ targetHost: '' }),
    answers: {},
  },
  {
    name: 'a person by name: the rule makes the target',
    given: flags({ type: 'user', source: "d.o'neil+x@contoso.com" }),
    profile: profileWith({ targetHost: '', targetRule: 'x-{name}@fabrikam.com' }),
    answers: {
      type: 'flag user',
      source: "flag d.o'neil+x@contoso.com",
      target: "rule x-d.o'neil+x@fabrikam.com",
    },
  },
  {
    name: 'a target that is given stands above the rule',
    given: flags({ type: 'user', source: 'dana@contoso.com', target: 'eve@fabrikam.com' }),
    profile: profileWith({ targetHost: '' }),
    answers: { type: 'flag user', source: 'flag dana@contoso.com', target: 'flag eve@fabrikam.com' },
  },
  {
    name: 'a group has no rule',
    given: flags({ type: 'group', source: 'finance' }),
    profile: profileWith({ targetHost: '' }),
    answers: { type: 'flag group', source: 'flag finance' },
  },
  {
    name: 'an organization id and a location',
    given: {},
    profile: byOrg,
    answers: {
      targetOrgId: `profile ${fabrikam}`,
      targetLocation: 'profile FRA',
      start: 'default now',
      latestStart: 'default ',
    },
  },
  {
    name: 'a host that is given leaves the organization id out',
    given: flags({ targetHost: host }),
    profile: byOrg,
    answers: { targetHost: `flag ${host}`, start: 'default now', latestStart: 'default ' },
  },
  {
    name: 'an organization id that is given leaves the host out',
    given: flags({ targetOrgId: fabrikam }),
    profile: profileWith(),
    answers: { targetOrgId: `flag ${fabrikam}`, start: 'default now', latestStart: 'default ' },
  },
  {
    name: 'a location that is given is one of the target tenant',
    given: flags({ targetLocation: 'FRA' }),
    profile: profileWith(),
    answers: {
      targetOrgId: `profile ${fabrikam}`,
      targetLocation: 'flag FRA',
      start: 'default now',
      latestStart: 'default ',
    },
  },
  {
    name: 'the window: start and latest start',
    given: {},
    profile: night,
    answers: {
      targetHost: `profile ${host}`,
      start: 'profile 2026-12-05T21:00:00Z',
      latestStart: 'profile 2026-12-06T05:00:00Z',
    },
  },
  {
    name: 'a start that is given: the end of the window it lies in',
    given: flags({ start: 'sun 23:00' }),
    profile: night,
    answers: {
      targetHost: `profile ${host}`,
      start: 'flag 2026-12-06T22:00:00Z',
      latestStart: 'profile 2026-12-07T05:00:00Z',
    },
  },
  {
    name: 'a latest start that is given: the window still says when',
    given: flags({ latestStart: 'sun 10:00' }),
    profile: night,
    answers: {
      targetHost: `profile ${host}`,
      start: 'profile 2026-12-05T21:00:00Z',
      latestStart: 'flag 2026-12-06T09:00:00Z',
    },
  },
  {
    name: 'a latest start before the window: at once',
    given: flags({ latestStart: '+3h' }),
    profile: night,
    answers: { targetHost: `profile ${host}`, start: 'profile now', latestStart: 'flag 2026-12-05T15:00:00Z' },
  },
  {
    name: 'a start that cannot be read has no end',
    given: flags({ start: 'tomorow 18:00' }),
    profile: night,
    answers: { targetHost: `profile ${host}`, start: 'flag tomorow 18:00' },
  },
  {
    name: 'both times are given',
    given: flags({ start: 'now', latestStart: '+8h' }),
    profile: night,
    answers: { targetHost: `profile ${host}`, start: 'flag now', latestStart: 'flag 2026-12-05T20:00:00Z' },
  },
];

test.each(rows)('$name', ({ given, profile, answers }) => {
  expect(told(withProfile(given, profile, context))).toEqual(answers);
  const again = withProfile(withProfile(given, profile, context), profile, context);
  expect(told(again)).toEqual(answers);
});

test('a draft from another day takes the window of today', () => {
  const old = withProfile(flags({ source: 'dana@contoso.com' }), night, {
    ...context,
    now: context.now - 7 * 86_400_000,
  });
  expect(withProfile(old, night, context).start?.text).toBe('2026-12-05T21:00:00Z');
});

describe('a draft', () => {
  const nowhere = profileWith({ targetHost: '' });
  const typed = typedAs('typed', { type: 'user', source: 'dana@contoso.com', targetBy: 'host' });
  const offered = typedAs('profile', { targetHost: host });

  test('whose source was typed leaves the name by the rule to be offered', () => {
    expect(withProfile(typed, profileWith(), context).target).toBeUndefined();
  });

  test('keeps a host that the profile only offered', () => {
    expect(withProfile({ ...typed, ...offered }, nowhere, context).targetHost).toEqual(offered.targetHost);
  });

  test('gives up a host that the profile no longer says', () => {
    const { targetBy: _, ...unchosen } = { ...typed, ...offered };
    expect(withProfile(unchosen, nowhere, context).targetHost).toBeUndefined();
  });
});

test('without a profile nothing is added', () => {
  const given = flags({ type: 'user', start: '+3h' });
  expect(withProfile(given, null, context)).toEqual(answerAll(given, context));
});

describe('a profile and the same values by flags', () => {
  const source = flags({ type: 'user', source: 'dana@contoso.com' });
  const tenants = { sourceTenantId: null, targetTenantId: fabrikam };
  const idOf = (typed: Typed) => {
    const { plan } = progress(withDefaults(typed, context), context);
    return plan && planMove(plan, 'https://graph.microsoft.com/beta', tenants).id;
  };

  test.each([profileWith(), night, byOrg])('make the same plan', (profile) => {
    const saved = withDefaults(withProfile(source, profile, context), context);
    const byFlags = answerAll(flags(textsOf(saved)), context);
    expect(idOf(saved)).toMatch(/^[0-9a-f]{64}$/);
    expect(idOf(byFlags)).toBe(idOf(saved));
    expect(Object.values(byFlags).every(({ origin }) => origin === 'flag')).toBe(true);
  });
});

test('a saved answer that no longer reads, or is no longer allowed, is the question that comes next', () => {
  const given = withProfile(flags({ type: 'user', source: 'dana@contoso.com' }), profileWith(), context);
  const lost = { ...profileWith(), targetHost: 'fabrikam' };
  const moved = profileWith({ targetHost: '', targetHosts: 'https://fabrikam-new.sharepoint.com' });
  const isNext = (profile: Profile) => {
    const walked = progress(withProfile(given, profile, context), { ...context, profile });
    return { next: walked.next, codes: walked.findings.map(({ code }) => code) };
  };
  expect(isNext(lost)).toEqual({ next: 'targetHost', codes: ['targetHostUnreadable'] });
  expect(isNext({ ...moved, targetHost: host })).toEqual({ next: 'targetHost', codes: ['targetHostNotOfProfile'] });
});
