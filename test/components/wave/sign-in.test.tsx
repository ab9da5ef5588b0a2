import { expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { newsOf } from '../../../src/frontends/lines/wave/news.ts';
import type { WaveState } from '../../../src/wizard/wave/wave-state.ts';
import { baseOf } from '../../../src/wizard/wave/wave-steps.ts';
import { modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { noon } from '../../support/session.ts';
import { fakeSigning } from '../../support/signing.ts';
import { aFinding } from '../../support/states.ts';
import { fakeWave } from '../../support/wave-engine.ts';
import { waveStates } from '../../support/wave-states.ts';

const ended = aFinding({ field: 'signIn', code: 'AADSTS50173' });
const theme = { ascii: false, colour: false, motion: false };

function open(state: WaveState, maySignIn = true) {
  const faked = fakeWave(state);
  const sign = fakeSigning();
  const wave = maySignIn ? { ...faked.engine, signIn: async () => sign.signing } : faked.engine;
  const shown = renderScreen(<WizardApp model={modelWith({ wave })} theme={theme} />, { cols: 100, rows: 30 });
  return { ...shown, ...sign, happened: faked.happened };
}

const paused = (): WaveState => {
  const state = waveStates['paused by a breaker'];
  if (state.status !== 'paused') throw new Error('This wave is paused');
  return { ...state, reason: 'breaker', finding: ended };
};

test('a wave that paused for its sign-in offers one, and sends nothing by itself afterwards', async () => {
  const { press, waitFor, go, happened } = open(paused());
  await waitFor('i sign in');
  press('i');
  await waitFor('Waiting for the browser');
  go({ method: 'browser', status: 'over', isSignedIn: true });
  await waitFor('i sign in');
  expect(happened).toEqual([]);
});

test('a wave that is watched looks at once after the sign-in', async () => {
  const state = waveStates.watching;
  const [first, ...others] = state.lines;
  if (!first) throw new Error('This wave has rows');
  const { press, waitFor, go, happened } = open({ ...state, lines: [{ ...first, trouble: ended }, ...others] });
  await waitFor('i sign in');
  press('i');
  await waitFor('Waiting for the browser');
  go({ method: 'browser', status: 'over', isSignedIn: true });
  await waitFor('i sign in');
  expect(happened).toEqual([{ type: 'lookAsked' }]);
});

test('a wave in which no look got through any more is not called done, and goes on after the sign-in', async () => {
  const base = baseOf(waveStates.watching);
  const lines = base.lines.map((line) => (line.task && !line.task.final ? { ...line, trouble: ended } : line));
  const { press, waitFor, go, happened } = open({ ...base, lines, status: 'over', runId: 'r-20261205-120000-ab12' });
  const shown = await waitFor('i sign in');
  expect(shown).toMatch(/Nothing more is looked at\. \d+ tasks go on in the service\./);
  expect(shown).not.toContain('Nothing is under way');
  expect(shown).toContain('Nothing is looked at');
  press('i');
  await waitFor('Waiting for the browser');
  go({ method: 'browser', status: 'over', isSignedIn: true });
  await waitFor('i sign in');
  expect(happened).toEqual([{ type: 'lookAsked' }]);
});

test('with a token that was brought nothing is offered that cannot be done', async () => {
  const { waitFor } = open(paused(), false);
  expect(await waitFor('wave-2.csv')).not.toContain('i sign in');
});

test('line mode says why nothing more is looked at', () => {
  const base = baseOf(waveStates.watching);
  const lines = base.lines.map((line) => (line.task && !line.task.final ? { ...line, trouble: ended } : line));
  const over: WaveState = { ...base, lines, status: 'over', runId: 'r-20261205-120000-ab12' };
  const news = { before: waveStates.watching, now: noon, problems: [], fresh: [], troubles: () => [] };
  const said = newsOf(over, news).join(' ');
  expect(said).toContain('Nothing more is looked at.');
  expect(said).toContain(ended.what);
});
