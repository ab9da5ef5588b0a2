import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../src/plan/profile.ts';
import type { Session } from '../../../src/wizard/state.ts';
import { updateWave } from '../../../src/wizard/wave/update.ts';
import type { WaveEvent, WaveHappening } from '../../../src/wizard/wave/wave-event.ts';
import type { WaveState } from '../../../src/wizard/wave/wave-state.ts';
import { noon } from '../../support/session.ts';
import { waveStates } from '../../support/wave-states.ts';

const placed = (state: WaveState, more: Partial<Session>): WaveState => ({
  ...state,
  session: { ...state.session, profile: 'c2f', ...more },
});

const tell = (state: WaveState, ...happenings: readonly WaveHappening[]) =>
  happenings.reduce((step, one) => updateWave(step.state, { ...one, at: noon } as WaveEvent), {
    state,
    effects: [] as ReturnType<typeof updateWave>['effects'],
  });

const codesOf = (state: WaveState): string[] =>
  'findings' in state ? state.findings.map(({ code }: { code: string }) => code) : [];

const opened = { type: 'confirmationOpened' } as const;
const confirmed = (word: string): WaveHappening => ({ type: 'confirmed', word });
const named = (name: string): WaveHappening => ({ type: 'targetNamed', name });

describe('the first live use of a profile', () => {
  const first = placed(waveStates['checked, all ready'], { targetWord: 'Fabrikam' });

  const stories: { name: string; said: WaveHappening[]; codes: string[]; submits: boolean }[] = [
    { name: 'the number alone', said: [confirmed('48')], codes: ['confirmTargetMissing'], submits: false },
    { name: 'another name', said: [named('Contoso')], codes: ['confirmTargetWord'], submits: false },
    {
      name: 'another name, then the number',
      said: [named('x'), confirmed('48')],
      codes: ['confirmTargetMissing'],
      submits: false,
    },
    { name: 'the name with other capitals', said: [named('fabrikam')], codes: ['confirmTargetWord'], submits: false },
    { name: 'the name alone', said: [named('Fabrikam')], codes: [], submits: false },
    {
      name: 'the name, then another number',
      said: [named('Fabrikam'), confirmed('47')],
      codes: ['confirmWord'],
      submits: false,
    },
    { name: 'the name, then the number', said: [named(' Fabrikam '), confirmed(' 48 ')], codes: [], submits: true },
  ];

  test.each(stories)('$name', ({ said, codes, submits }) => {
    const { state, effects } = tell(first, opened, ...said);
    expect(codesOf(state)).toEqual(codes);
    expect(effects.map(({ type }) => type)).toEqual(submits ? ['submit'] : []);
    expect(state.status).toBe(submits ? 'submitting' : 'confirming');
  });

  test('asks for the name again when the confirmation is opened again', () => {
    const { state } = tell(first, opened, named('Fabrikam'), { type: 'wentBack' }, opened, confirmed('48'));
    expect(codesOf(state)).toEqual(['confirmTargetMissing']);
  });
});

describe('a profile that is read-only', () => {
  const saved = { name: 'c2f', isReadOnly: true } as Profile;

  test('stops after the dry runs, and says what to do', () => {
    const { state, effects } = tell(placed(waveStates['checked, all ready'], { saved }), opened, confirmed('48'));
    expect(codesOf(state)).toEqual(['profileReadOnly']);
    expect(effects).toEqual([]);
  });

  test('does not go on with rows that are left', () => {
    const { state, effects } = tell(placed(waveStates['paused as asked'], { saved }), { type: 'goOnAsked' });
    expect(state.status).toBe('paused');
    expect(effects).toEqual([]);
  });
});

test.each(['', 'yes', '4', '048'])('another word than the number submits nothing: "%s"', (word) => {
  const { state, effects } = tell(waveStates['checked, all ready'], opened, confirmed(word));
  expect(codesOf(state)).toEqual(['confirmWord']);
  expect(effects).toEqual([]);
});
