import { describe, expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { err, ok } from '../../../src/plan/result.ts';
import type { Model } from '../../../src/wizard/screens.ts';
import type { WaveState } from '../../../src/wizard/wave/wave-state.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { aFinding, states } from '../../support/states.ts';
import { fakeWave } from '../../support/wave-engine.ts';
import { waveStates } from '../../support/wave-states.ts';

const theme = { ascii: false, colour: true, motion: false };

function open(model: Partial<Model>) {
  return renderScreen(<WizardApp model={modelWith(model)} theme={theme} />, { incrementalRendering: true });
}

const command = 'crossorg watch r-1 --simulator';
const when = 'last seen after 2 min';
const work = { runId: 'r-1', label: 'dana@contoso.com', state: 'running', when, command } as const;

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

describe('a run of many rows', () => {
  const runId = 'r-20261205-120000-7f3a';
  const wave = {
    runId,
    label: runId,
    state: 'queued',
    when: '',
    many: { counts: '12 of 42 submitted, 30 not sent', left: 30 },
    command: `crossorg resume ${runId} --simulator`,
  } as const;
  const opening = (state: WaveState, followed: string[] = []): Partial<Model> => ({
    work: async () => [wave],
    followMany: async (_, run) => {
      followed.push(run);
      return ok(fakeWave(state).engine);
    },
  });

  test('is one line; w opens its table, and Esc leads back to the welcome screen', async () => {
    const followed: string[] = [];
    const { press, waitFor, lines } = open(opening(waveStates.watching, followed));
    await waitFor('w resume the first one');
    const told = (await lines()).filter((line) => line.includes(runId));
    expect(told.map((line) => line.trim())).toEqual([`– Queued       ${runId}  12 of 42 submitted, 30 not sent`]);
    press('w');
    await waitFor('sorted by');
    press('\u001b');
    await waitFor('Where do you want to work?');
    // What is known is read again once the screen is painted.
    await waitFor('w resume the first one');
    press('w');
    await waitFor('sorted by');
    expect(followed).toEqual([runId, runId]);
  });

  test('is asked about before sending is ended by Esc, and leaving tells of it', async () => {
    const { press, waitFor, waitUntilExit } = open(opening(waveStates.submitting));
    await waitFor('w resume the first one');
    press('w');
    await waitFor('sorted by');
    press('\u001b');
    await waitFor('Stop sending?');
    press('\u0003');
    expect(await waitUntilExit()).toMatchObject({ engine: null, wave: { state: expect.any(Function) } });
  });

  test('that cannot be opened says why', async () => {
    const { press, waitFor } = open({
      ...opening(waveStates.watching),
      followMany: async () => err([aFinding({ field: 'signIn', code: 'signInMissing' })]),
    });
    await waitFor('w resume the first one');
    press('w');
    await waitFor('✗ Sign-in  signInMissing');
  });

  test('is chosen among others by Tab, and y copies its command', async () => {
    const copied: string[] = [];
    const copy = async (text: string) => {
      copied.push(text);
      return 'clipboard' as const;
    };
    const hands = { ...modelWith().hands, copy };
    const { press, waitFor } = open({ ...opening(waveStates.watching), hands, work: async () => [work, wave] });
    await waitFor('w watch the first one');
    press('y');
    await waitFor('The command is on the clipboard.');
    press('\t');
    await waitFor('w resume it');
    press('y');
    await waitFor('The command is on the clipboard.');
    expect(copied).toEqual([command, wave.command]);
    press('w');
    await waitFor('sorted by');
  });

  test('has its command shown where there is no clipboard', async () => {
    const { press, waitFor } = open(opening(waveStates.watching));
    await waitFor('y copy its command');
    press('y');
    await waitFor(wave.command);
    press('\u001b');
    await waitFor('Where do you want to work?');
  });
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
