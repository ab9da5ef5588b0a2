import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/plan/finding.ts';
import { answer, answerAll, defaultOf, progress, withDefaults } from '../../src/plan/progress.ts';
import { questionIds } from '../../src/plan/questions.ts';
import { type Typed, textsOf, typedAs } from '../../src/plan/typed.ts';
import { brief, given, orgId, site, sourceId, targetId, user, walk } from './support/given.ts';
import { berlin, now } from './support/reading.ts';

const typed = (texts: typeof user): Typed => typedAs('typed', texts);
const nextOf = (texts: typeof user) => progress(typed(texts), berlin).next;

describe('the next question', () => {
  const { targetHost: _left, ...who } = user;
  const rows: readonly [name: string, texts: typeof user, next: string | null][] = [
    ['is the type at first', {}, 'type'],
    ['is the source after the type', { type: 'user' }, 'source'],
    ['skips the sign-in name beside a sign-in name', { type: 'user', source: 'a@b.com' }, 'target'],
    ['is the sign-in name beside an object id', { type: 'user', source: sourceId }, 'sourceUpn'],
    ['asks how the target is addressed', who, 'targetBy'],
    ['asks for the host by default', { ...who, targetBy: 'host' }, 'targetHost'],
    ['asks for the organization id where that was chosen', { ...who, targetBy: 'organization' }, 'targetOrgId'],
    ['needs no choice where only the id is given', { ...who, targetOrgId: orgId }, 'targetLocation'],
    ['asks for the times at last', { ...user, targetBy: 'host' }, 'start'],
    ['asks for the latest start', { ...user, targetBy: 'host', start: 'now' }, 'latestStart'],
    ['is none when all is answered', { ...user, targetBy: 'host', start: 'now', latestStart: '' }, null],
    ['goes back to an answer that cannot be read', { ...user, targetBy: 'host', source: 'dana' }, 'source'],
    [
      'goes back to an answer that is not allowed',
      { ...user, targetBy: 'host', source: "o'neil@contoso.com" },
      'source',
    ],
    ['goes back to a source of another type', { ...user, type: 'site' }, 'source'],
    ['does not stop at a warning', { ...user, targetBy: 'host', source: 'é@contoso.com', start: 'now' }, 'latestStart'],
  ];
  it.each(rows)('%s', (_name, texts, next) => {
    expect(nextOf(texts)).toBe(next);
  });
});

describe('findings', () => {
  it('come all at once, those of reading and those of checks', () => {
    const walked = walk({
      type: 'usr',
      source: "o'neil@contoso.com",
      target: 'dana lind@fabrikam.com',
      targetHost: 'fabrikam',
      start: 'tomorow 18:00',
      latestStart: 'today 08:00',
    });
    expect(walked.findings.map(brief).toSorted()).toEqual([
      'error latestStart latestStartInPast',
      'error source upnApostrophe',
      'error start startUnreadable',
      'error target upnForbiddenCharacter',
      'error targetHost targetHostUnreadable',
      'error type typeUnreadable',
    ]);
    expect(walked.next).toBe('type');
  });

  it('say where they come from, so that the exit code follows', () => {
    const walked = walk({ ...user, source: 'dana', target: "o'neil@fabrikam.com" });
    expect(walked.findings.map((f) => [f.from, f.field])).toEqual([
      ['input', 'source'],
      ['check', 'target'],
    ]);
  });

  it('carry the suggestion of an unreadable text', () => {
    expect(walk({ ...user, targetHost: 'fabrikam' }).findings[0]?.suggestion).toBe(
      'https://fabrikam-my.sharepoint.com',
    );
  });

  it('do not call an empty answer unreadable: it is still to be given', () => {
    const walked = progress(typed({ ...user, source: '' }), berlin);
    expect(walked.findings).toEqual([]);
    expect(walked.next).toBe('source');
  });
});

describe('hidden and stale answers', () => {
  it('never reach a plan: the host after the organization id was chosen', () => {
    const walked = progress(given({ ...user, targetBy: 'organization', targetOrgId: orgId }), berlin);
    expect(walked.plan?.destination).toEqual({ by: 'organization', organizationId: orgId, location: 'unset' });
    expect(walked.unused).toEqual(['targetHost']);
  });

  it('never reach a plan: the sign-in name beside an object id that is gone', () => {
    const walked = progress(given({ ...user, sourceUpn: 'old@contoso.com' }), berlin);
    expect(walked.plan).toMatchObject({ sourceUpn: null });
    expect(walked.unused).toEqual(['sourceUpn']);
  });

  it('come back when their question does', () => {
    const hidden = given({ ...user, source: sourceId, target: targetId, sourceUpn: 'old@contoso.com' });
    expect(progress(hidden, berlin).plan).toMatchObject({ sourceUpn: 'old@contoso.com' });
  });

  it('are not even read: a stale host that no longer parses is no finding', () => {
    const walked = progress(
      given({ ...user, targetBy: 'organization', targetOrgId: orgId, targetHost: '???' }),
      berlin,
    );
    expect(walked.findings).toEqual([]);
  });
});

describe('an answer', () => {
  it('resolves a time once, when it is given', () => {
    const answered = answer(typed(user), 'start', { text: '+3h', origin: 'typed' }, berlin);
    const later = progress(answered, { now: now + 3_600_000, zone: 'Asia/Tokyo' });
    expect(answered.start?.text).toBe('2026-12-03T16:02:11Z');
    expect(later.known.start).toBe(Date.UTC(2026, 11, 3, 16, 2, 11));
  });

  it('keeps now as now', () => {
    expect(answer({}, 'start', { text: 'NOW', origin: 'flag' }, berlin).start).toEqual({ text: 'now', origin: 'flag' });
  });

  it('keeps a text that cannot be read as it was typed', () => {
    expect(answer({}, 'start', { text: 'tomorow 18:00', origin: 'typed' }, berlin).start?.text).toBe('tomorow 18:00');
  });

  it('keeps other texts as they were typed', () => {
    expect(answer({}, 'targetHost', { text: 'Fabrikam', origin: 'typed' }, berlin).targetHost?.text).toBe('Fabrikam');
  });

  it('given with others keeps its origin', () => {
    const all = answerAll({ ...typedAs('profile', user), ...typedAs('flag', { start: '+3h' }) }, berlin);
    expect(all.start).toEqual({ text: '2026-12-03T16:02:11Z', origin: 'flag' });
    expect(all.source?.origin).toBe('profile');
  });
});

describe('defaults', () => {
  it('fill what was left open, and say that they did', () => {
    const filled = withDefaults(typed(user), berlin);
    expect(textsOf(filled)).toEqual({ ...user, targetBy: 'host', start: 'now', latestStart: '' });
    expect(filled.start?.origin).toBe('default');
    expect(progress(filled, berlin).plan).not.toBeNull();
  });

  it('follow from other answers where they can', () => {
    const { targetHost: _left, ...who } = user;
    expect(withDefaults(typed({ ...who, targetOrgId: orgId }), berlin).targetBy?.text).toBe('organization');
    expect(defaultOf(typed({ ...who, targetOrgId: orgId }), 'targetBy')).toBe('organization');
    expect(defaultOf({}, 'targetBy')).toBe('host');
  });

  it('change nothing that was given', () => {
    const all = typed({ ...user, targetBy: 'host', start: '+3h', latestStart: '' });
    expect(withDefaults(all, berlin)).toEqual(all);
  });

  it('do not invent a source', () => {
    expect(progress(withDefaults({}, berlin), berlin).next).toBe('type');
  });
});

it('gives a plan exactly when no error stands and nothing is open, whatever the texts', () => {
  const text = fc.oneof(
    fc.constantFrom(
      ...Object.values({ ...user, ...site }),
      orgId,
      'user',
      'group',
      'host',
      'organization',
      '',
      'now',
      '+3h',
      'sat 22:00',
      'FRA',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const texts = fc.record(Object.fromEntries(questionIds.map((id) => [id, text])), { requiredKeys: [] });
  fc.assert(
    fc.property(texts, (some) => {
      const walked = walk(some as typeof user);
      expect(walked.plan === null).toBe(walked.next !== null);
      if (hasErrors(walked.findings)) expect(walked.plan).toBeNull();
    }),
    { numRuns: 2000 },
  );
});
