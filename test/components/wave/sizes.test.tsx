import { describe, expect, test } from 'vitest';
import type { WaveState } from '../../../src/wizard/wave/wave-state.ts';
import { faultsOf, type Size, sizes } from '../../support/frame-faults.ts';
import { openWave } from '../../support/open-wave.tsx';
import { csvOf, readWave, waveStateNames, waveStates } from '../../support/wave-states.ts';

type Shown = ReturnType<typeof openWave>;

async function resized(wave: Shown, [cols, rows]: Size): Promise<string[]> {
  wave.resize(cols, rows);
  await wave.waitFor((shown) => shown.split('\n')[1]?.length === cols - 1);
  return await wave.lines();
}

async function fresh(state: WaveState, [cols, rows]: Size): Promise<string> {
  const wave = openWave(state, { cols, rows });
  await wave.waitFor('SIMULATOR');
  const lines = await wave.lines();
  wave.unmount();
  return lines.join('\n').trimEnd();
}

test.each(waveStateNames)(
  'at every size, and after every resize: %s',
  async (name) => {
    const [first = [80, 24], ...others] = sizes;
    const wave = openWave(waveStates[name], { cols: first[0], rows: first[1] });
    await wave.waitFor('SIMULATOR');
    expect(faultsOf(await wave.lines(), first)).toEqual([]);
    for (const size of others) {
      expect(faultsOf(await resized(wave, size), size)).toEqual([]);
      const expected = await fresh(waveStates[name], size);
      await wave.waitFor((shown) => shown === expected);
    }
    wave.unmount();
  },
  30_000,
);

/** What the confirmation has to show at most: every kind, both times, rows by rule, without limit, and left out. */
function longest(): WaveState {
  const wide = readWave(csvOf(48)).lines;
  const late = readWave(`${csvOf(20, { latest: false })}\nuser,${'a'.repeat(60)}@contoso.onmicrosoft.com,,,`).lines;
  const clean = (planId: string) => ({ planId, at: 0, status: 'completed', requestId: null, clientRequestId: 'c' });
  const lines = [...wide, ...late].map((line, at) => {
    const planId = line.move?.id ?? '';
    const check = at % 9 === 4 ? null : { planId, clean: clean(planId), findings: [], at: 0 };
    return { ...line, row: at + 1, check };
  });
  return { ...waveStates.confirming, lines };
}

describe('the confirmation of many', () => {
  const moves = [
    { name: 'as they are', state: waveStates.confirming, word: '41' },
    { name: 'with all that can be said', state: longest(), word: '61' },
  ];

  test.each(moves)('never loses what it is about: $name', async ({ name, state, word }) => {
    const wave = openWave(state, { cols: 60, rows: 16 });
    for (const size of sizes) {
      const shown = (await resized(wave, size)).join('\n');
      for (const part of [/^ {3}From +\S/m, /^ {3}To +\S/m, /^ {3}What +\S/m, /^ {3}Start +\S/m])
        expect(shown).toMatch(part);
      if (name !== 'as they are') for (const part of [/office\s+hours$/m, /By rule +\S/]) expect(shown).toMatch(part);
      expect(shown).toContain('One pass: it cannot be undone or repeated.');
      expect(shown).toContain(`Type ${word} to submit:`);
    }
    wave.unmount();
  });
});

test('a narrow window shows each row on three short lines where it is high, on one where it is low', async () => {
  const wave = openWave(waveStates.watching, { cols: 60, rows: 30 });
  const tall = await wave.waitFor('✗ Failed');
  expect(tall).toMatch(/▸ {2}✗ Failed +user +\S+ +target\n {6}ana1@contoso\.com\n {6}→ ana1@fabrikam\.com/);
  await resized(wave, [60, 16]);
  expect(await wave.waitFor('SOURCE')).toMatch(/▸ {2}✗ Failed +ana1@contoso\.com +\S+ +target/);
  wave.unmount();
});

test('cursor, filter and marks survive a window that is too small, and keys do not reach what cannot be seen', async () => {
  const { press, resize, waitFor, effects, asked, unmount } = openWave(waveStates.watching);
  await waitFor('✗ Failed');
  press('jj ');
  await waitFor('Marked: 1');
  resize(50, 10);
  await waitFor('Window is 50x10. Needs 60x16.');
  press('caen\r');
  resize(80, 24);
  await waitFor(/▸\* ✗ Failed +site/);
  expect({ effects, asked }).toEqual({ effects: [], asked: [] });
  unmount();
});
