import { describe, expect, test } from 'vitest';
import { nextForFlags } from '../../src/frontends/flags.ts';
import { withProfile } from '../../src/plan/profile-answers.ts';
import { typedAs } from '../../src/plan/typed.ts';
import { begin } from '../../src/wizard/machine.ts';
import { profileHints } from '../../src/wizard/profile-hints.ts';
import type { Session, State } from '../../src/wizard/state.ts';
import { purposeOfWord, wordToSubmit } from '../../src/wizard/submit-word.ts';
import { completionFor, suggestionFor } from '../../src/wizard/suggest.ts';
import { profileWith } from '../support/profiles.ts';
import { context, noon, session } from '../support/session.ts';
import { lost, plainAnswer, told } from '../support/states.ts';

const saved = profileWith();
const live: Session = { ...session, mode: 'live', profile: 'c2f', saved, hints: profileHints(saved) };
const first: Session = { ...live, targetWord: 'Fabrikam' };
const readOnly: Session = { ...live, saved: profileWith({ readOnly: 'yes' }) };

const typed = withProfile(typedAs('flag', { type: 'user', source: 'dana@contoso.com' }), saved, context);
const answered = (waiting: Parameters<typeof plainAnswer>[0]) => plainAnswer(waiting, noon);
const checked = (place: Session): State => told(begin(place, typed, noon), { type: 'dryRunAsked' }, answered);
const confirming = (place: Session): State =>
  told(begin(place, typed, noon), { type: 'dryRunAsked' }, answered, { type: 'confirmationOpened' }, answered);

describe('on the first live use', () => {
  test('the word is the name of the target tenant', () => {
    expect([wordToSubmit(first), purposeOfWord(first)]).toEqual(['Fabrikam', 'to submit (first live use)']);
    expect([wordToSubmit(live), purposeOfWord(live)]).toEqual(['yes', 'to submit']);
  });

  const words = [
    { place: first, word: 'Fabrikam', status: 'submitting' },
    { place: first, word: 'yes', status: 'confirming' },
    { place: first, word: 'fabrikam', status: 'confirming' },
    { place: first, word: 'Contoso', status: 'confirming' },
    { place: live, word: 'yes', status: 'submitting' },
    { place: live, word: 'Fabrikam', status: 'confirming' },
  ];

  test.each(words)('$word leads to $status', ({ place, word, status }) => {
    const after = told(
      begin(place, typed, noon),
      { type: 'dryRunAsked' },
      answered,
      { type: 'confirmationOpened' },
      answered,
      { type: 'confirmed', word },
    );
    expect(after.status).toBe(status);
  });

  test('flags confirm with the name, and not with the word alone', () => {
    const wishes = { dryRun: false, word: 'yes', watch: false };
    expect(nextForFlags(confirming(first), wishes)).toBe('stop');
    expect(nextForFlags(confirming(first), { ...wishes, targetName: 'Fabrikam' })).toEqual({
      type: 'confirmed',
      word: 'Fabrikam',
    });
    expect(nextForFlags(confirming(live), wishes)).toEqual({ type: 'confirmed', word: 'yes' });
  });
});

describe('with a read-only profile', () => {
  test('the confirmation says why there is none, asks nobody, and takes no word', () => {
    const opened = told(checked(readOnly), { type: 'confirmationOpened' });
    expect(opened).toMatchObject({ status: 'confirming', waitingFor: null, findings: [{ code: 'profileReadOnly' }] });
    expect(told(opened, { type: 'confirmed', word: 'yes' }).status).toBe('confirming');
    expect(told(opened, { type: 'wentBack' }).status).toBe('reviewing');
  });

  test('a create that nobody answered is not sent once more', () => {
    const before = told(
      begin(live, typed, noon),
      { type: 'dryRunAsked' },
      answered,
      { type: 'confirmationOpened' },
      answered,
      {
        type: 'confirmed',
        word: 'yes',
      },
    );
    const place = { ...before, session: readOnly } as State;
    const waiting = 'waitingFor' in place ? (place.waitingFor ?? 0) : 0;
    const open = told(place, { type: 'submitted', effect: waiting, outcome: lost(noon, true) });
    expect(open).toMatchObject({ status: 'unconfirmed', mayResend: false });
  });
});

test('a profile offers what it knows, and completes names with its domains', () => {
  const hints = profileHints(saved);
  const known = { type: 'user', source: { kind: 'person', by: 'upn', upn: 'dana@contoso.com' } } as const;
  expect(suggestionFor(hints, { type: 'user' }, 'source')).toBeNull();
  expect(suggestionFor(hints, known, 'target')).toEqual({ text: 'dana@fabrikam.com', origin: 'rule' });
  expect(completionFor(hints, { type: 'user' }, 'source', 'dana', null)).toBe('dana@contoso.com');
  expect(completionFor(hints, known, 'target', 'eve', null)).toBe('eve@fabrikam.com');
  const site = { type: 'site', source: { kind: 'site', url: 'https://contoso.sharepoint.com/sites/IT' } } as const;
  expect(suggestionFor(hints, site, 'target')?.text).toBe('https://fabrikam.sharepoint.com/sites/IT');
});
