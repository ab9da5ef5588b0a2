import { expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { err, ok } from '../../../src/plan/result.ts';
import type { Model } from '../../../src/wizard/screens.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { aFinding, states } from '../../support/states.ts';

const theme = { ascii: false, colour: true, motion: false };

function open(model: Partial<Model>) {
  return renderScreen(<WizardApp model={modelWith(model)} theme={theme} />, { incrementalRendering: true });
}

const work = { runId: 'r-1', label: 'dana@contoso.com', state: 'running', when: 'last seen after 2 min' } as const;

test('a place that cannot be opened says why, and can be tried again', async () => {
  let tries = 0;
  const { press, waitFor } = open({
    open: async () => {
      tries += 1;
      return tries === 1
        ? err([aFinding({ field: 'signIn', code: 'signInMissing' })])
        : ok(fakeEngine(states.reviewing).engine);
    },
  });
  await waitFor('Where do you want to work?');
  press('\r');
  await waitFor('✗ Sign-in  signInMissing');
  press('\r');
  await waitFor('This is what the dry run sends');
});

test('known work is named once it is read, and w follows it', async () => {
  const followed: string[] = [];
  const { press, waitFor } = open({
    work: async () => [work],
    follow: async (_, runId) => {
      followed.push(runId);
      return ok(fakeEngine(states['watching, running']).engine);
    },
  });
  await waitFor('w watch the first one');
  press('w');
  await waitFor('▸ Running');
  expect(followed).toEqual(['r-1']);
});

test('Back from the first question leads to the welcome screen, and forward again', async () => {
  const { press, waitFor } = open({ open: async () => ok(fakeEngine(states['asking for the type']).engine) });
  await waitFor('Where do you want to work?');
  press('\r');
  await waitFor('What do you want to move?');
  press('\u001b[Z');
  await waitFor('Where do you want to work?');
  press('\r');
  await waitFor('What do you want to move?');
});

test.each(['q', '\u001b', '\u0003'])('%j leaves', async (key) => {
  const { press, waitFor, waitUntilExit } = open({});
  await waitFor('Where do you want to work?');
  press(key);
  expect(await waitUntilExit()).toEqual({ engine: null, findings: [] });
});

test('help lies over it, and takes its keys', async () => {
  const { press, waitFor } = open({});
  await waitFor('Where do you want to work?');
  press('?');
  await waitFor('Keys on this screen');
  press('?');
  await waitFor('Where do you want to work?');
});
