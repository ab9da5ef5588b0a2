import { expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { err, ok } from '../../../src/plan/result.ts';
import { explain } from '../../../src/problems/explain.ts';
import type { Engine, OnSignIn, Opening } from '../../../src/wizard/screens.ts';
import type { State } from '../../../src/wizard/state.ts';
import { http } from '../../problems/samples.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { fakeSigning } from '../../support/signing.ts';
import { states } from '../../support/states.ts';

const theme = { ascii: false, colour: false, motion: false };
const esc = '\u001b';

const ended = explain(http(401, 'AADSTS50173', 'The grant was revoked.', { call: 'read' }));

/** A watch whose last look was turned away because of the sign-in. */
const signedOut = (): State => {
  const state = states['watching, running'];
  if (state.status !== 'watching') throw new Error('This state is watched');
  return { ...state, followed: { ...state.followed, trouble: ended, nextLookAt: null }, waitingFor: null };
};

function watching(isPossible = true) {
  const faked = fakeEngine(signedOut());
  const sign = fakeSigning();
  const engine: Engine = isPossible ? { ...faked.engine, signIn: async () => sign.signing } : faked.engine;
  const shown = renderScreen(<WizardApp model={modelWith({ engine })} theme={theme} />, {});
  return { ...shown, ...sign, happened: faked.happened };
}

test('a watch whose sign-in has ended says so, and offers to sign in', async () => {
  const shown = await watching().waitFor('i sign in');
  expect(shown).toContain('Running');
  expect(shown).toContain('The sign-in was withdrawn.');
});

test('it goes on after the sign-in, with a look at once', async () => {
  const { press, waitFor, go, happened } = watching();
  await waitFor('i sign in');
  press('i');
  await waitFor('Waiting for the browser');
  go({ method: 'browser', status: 'over', isSignedIn: true });
  await waitFor('Running');
  expect(happened).toEqual([{ type: 'lookAsked' }]);
});

test.each([esc, '\u0003'])('%j gives the sign-in up, and the watch is as it was', async (key) => {
  const { press, waitFor, done, happened } = watching();
  await waitFor('i sign in');
  press('i');
  await waitFor('Waiting for the browser');
  press(key);
  await waitFor('i sign in');
  expect({ done, happened }).toEqual({ done: ['stop'], happened: [] });
});

test('with a token that was brought nothing is offered that cannot be done', async () => {
  const { press, waitFor, screen } = watching(false);
  await waitFor('Running');
  press('i');
  expect(await screen()).not.toContain('sign in  ');
});

/** The first screen, on which a place takes a sign-in before it opens. */
function opening() {
  const sign = fakeSigning();
  const { promise, resolve } = Promise.withResolvers<Awaited<Opening>>();
  const open = (_: unknown, onSignIn: OnSignIn) => {
    onSignIn(sign.signing);
    return promise;
  };
  sign.signing.subscribe(() => {
    const state = sign.signing.state();
    if (state.status === 'over') resolve(state.isSignedIn ? ok(fakeEngine(states.reviewing).engine) : err([]));
  });
  return { ...renderScreen(<WizardApp model={modelWith({ open })} theme={theme} />, {}), ...sign };
}

test('a place that takes a sign-in opens after it', async () => {
  const { press, waitFor, go } = opening();
  await waitFor('Where do you want to work?');
  press('\r');
  await waitFor('Sign in to the SOURCE tenant, Contoso');
  go({ method: 'browser', status: 'over', isSignedIn: true });
  await waitFor('This is what the dry run sends');
});

test('Esc leads back to the places, where nothing is held against anybody', async () => {
  const { press, waitFor } = opening();
  await waitFor('Where do you want to work?');
  press('\r');
  await waitFor('Sign in to the SOURCE tenant, Contoso');
  press(esc);
  const shown = await waitFor('Where do you want to work?');
  expect(shown).not.toMatch(/sign-in|signIn/);
});
