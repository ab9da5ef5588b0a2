import { describe, expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { err, ok } from '../../../src/plan/result.ts';
import { begin } from '../../../src/wizard/machine.ts';
import type { Model, Place, WaveSource } from '../../../src/wizard/screens.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { noon, session } from '../../support/session.ts';
import { aFinding, typedTexts } from '../../support/states.ts';
import { fakeWave } from '../../support/wave-engine.ts';
import { waveStates } from '../../support/wave-states.ts';

const [enter, esc] = ['\r', '\u001b'];
const theme = { ascii: false, colour: true, motion: false };

type OpenWave = NonNullable<Model['openWave']>;

/** The whole program from its welcome screen, with a way to open waves or without one. */
async function wizard(openWave: OpenWave | undefined, texts = {}) {
  const opened: { place: Place | null; source: WaveSource }[] = [];
  const { engine, happened } = fakeEngine(begin(session, typedTexts(texts), noon));
  const counting: OpenWave = (place, source) => {
    opened.push({ place, source });
    return openWave ? openWave(place, source) : Promise.reject(new Error('No wave can be opened'));
  };
  const model = modelWith({ open: async () => ok(engine), ...(openWave ? { openWave: counting } : {}) });
  const shown = renderScreen(<WizardApp model={model} theme={theme} />, { incrementalRendering: true });
  await shown.waitFor('Where do you want to work?');
  shown.press(enter);
  await shown.waitFor('SIMULATOR');
  const press = async (...steps: readonly (readonly [keys: string, wanted: string | RegExp])[]) => {
    for (const [keys, wanted] of steps) {
      shown.press(keys);
      await shown.waitFor(wanted);
    }
  };
  return { ...shown, press, opened, happened };
}

const aWave = () => fakeWave(waveStates['reading, problems']);

describe('many at once', () => {
  test('asks for a file, reads it in the place that was chosen, and Esc leads back', async () => {
    const wave = aWave();
    const { press, opened } = await wizard(async () => ok(wave.engine));
    await press(['4', 'Which file?'], ['"wave-2.csv" ', 'wave-2.csv'], [enter, '7 rows read']);
    expect(opened).toEqual([{ place: expect.objectContaining({ id: 'simulator' }), source: { path: 'wave-2.csv' } }]);
    await press([esc, 'What do you want to move?']);
    expect(wave.asked).toEqual([{ what: 'stop' }]);
  });

  test('says why a file cannot be read, and keeps what was typed', async () => {
    const missing = aFinding({ field: 'file', code: 'waveFileMissing', what: 'There is no such file.' });
    const { press, screen } = await wizard(async () => err([missing]));
    await press(['4', 'Which file?'], ['wave-3.csv', 'wave-3.csv'], [enter, 'There is no such file.']);
    expect(await screen()).toContain(' wave-3.csv');
    await press(['\u0015x.csv', ' x.csv'], [esc, 'What do you want to move?'], ['4', 'Which file?']);
  });

  test('asks for a name where none was typed', async () => {
    const { press } = await wizard(async () => ok(aWave().engine));
    await press(['4', 'Which file?'], [enter, 'No file is named yet.']);
  });

  test('says so where only one migration can be opened', async () => {
    const { press } = await wizard(undefined);
    await press(['4', 'Which file?'], ['wave-2.csv', 'wave-2.csv'], [enter, 'crossorg wave FILE.csv']);
  });

  test('can be chosen again after the way back', async () => {
    const { press } = await wizard(async () => ok(aWave().engine));
    await press(['4', 'Which file?'], [esc, 'What do you want to move?'], [enter, 'Which file?']);
  });
});

describe('a paste of many lines into a field for one', () => {
  const lines = Array.from({ length: 100 }, (_, at) => `p${at}@contoso.com`);

  test('submits nothing and offers the table', async () => {
    const { paste, waitFor, press, opened, happened } = await wizard(async () => ok(aWave().engine), { type: 'user' });
    await waitFor('Whose OneDrive moves?');
    paste(lines.join('\n'));
    await waitFor('100 lines were pasted, and the field takes one.');
    expect(happened).toEqual([]);
    await press([enter, 'Whose OneDrive moves?']);
    expect(opened).toEqual([]);
    paste(lines.join('\n'));
    await waitFor('100 lines were pasted');
    await press(['2', '7 rows read']);
    const text = ['type,source', ...lines.map((line) => `user,${line}`)].join('\n');
    expect(opened.map(({ source }) => source)).toEqual([{ name: 'pasted lines', text }]);
    expect(happened).toEqual([]);
  });

  test('works in the field for the file too', async () => {
    const { paste, waitFor, press, opened } = await wizard(async () => ok(aWave().engine));
    await press(['4', 'Which file?']);
    paste('type\tsource\nuser\tana@contoso.com\nuser\tbo@contoso.com');
    await waitFor('3 lines were pasted');
    await press(['2', '7 rows read']);
    expect(opened[0]?.source).toEqual({
      name: 'pasted lines',
      text: 'type\tsource\nuser\tana@contoso.com\nuser\tbo@contoso.com',
    });
  });
});

test('a wave that was opened already takes the first frame, and leaving tells of it', async () => {
  const wave = fakeWave(waveStates.watching);
  const model = modelWith({ wave: wave.engine });
  const shown = renderScreen(<WizardApp model={model} theme={theme} />);
  const left = shown.waitUntilExit();
  await shown.waitFor('sorted by: needs attention first');
  shown.press('\u0003\u0003');
  expect(await left).toEqual({ engine: null, wave: wave.engine, findings: [] });
});
