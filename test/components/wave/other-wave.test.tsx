import { describe, expect, test } from 'vitest';
import { problemLines } from '../../../components/wave/problem-lines.ts';
import { problemPlace } from '../../../src/wizard/wave/problem-place.ts';
import { problemsOf } from '../../../src/wizard/wave/wave-problems.ts';
import { openWave } from '../../support/open-wave.tsx';
import { noon } from '../../support/session.ts';
import { minuteMs, waveStates } from '../../support/wave-states.ts';

const { watching, over } = waveStates;
const retried = { ...waveStates['reading, nothing wrong'] };

describe('after a retry', () => {
  test('Esc leads back to the table, and not out of the waves', async () => {
    const wave = openWave(retried, { others: [watching] });
    await wave.waitFor('48 ready');
    wave.press('\u001b');
    await expect.poll(() => wave.asked, { interval: 2 }).toEqual([{ what: 'turn' }]);
    expect(wave.did).toEqual([]);
  });

  test('o leads from one table to the other, where there is another', async () => {
    const wave = openWave(over, { others: [watching] });
    await wave.waitFor('o other wave');
    wave.press('o');
    await expect.poll(() => wave.asked, { interval: 2 }).toEqual([{ what: 'turn' }]);
    const alone = openWave(over);
    await alone.waitFor('sorted by');
    alone.press('o');
    expect(await alone.screen()).not.toContain('other wave');
    expect(alone.asked).toEqual([]);
  });

  test('the leave question tells of the rows that go on in the other wave', async () => {
    const wave = openWave(over, { others: [watching] });
    await wave.waitFor('sorted by');
    wave.press('\u0003');
    await wave.waitFor('11 rows of another wave are under way too:');
  });
});

test('a run that was over before it was opened rings no bell', async () => {
  const wave = openWave({ ...watching, lines: over.lines });
  await wave.waitFor('sorted by');
  const state = wave.engine.state();
  wave.engine.dispatch({ type: 'followEnded', effect: 'waitingFor' in state ? (state.waitingFor ?? 0) : 0 });
  await wave.waitFor('Nothing is under way any more.');
  expect(wave.notices).toEqual([]);
});

test('r on a confirmation whose dry runs are too old makes them again', async () => {
  const wave = openWave(waveStates['checked, all ready'], { startAt: noon + 61 * minuteMs });
  await wave.waitFor('r ask again about 48');
  wave.press('\r');
  const shown = await wave.waitFor('48 dry runs are more than an hour old.');
  expect(shown).not.toContain('passed its dry run');
  wave.press('r');
  await wave.waitFor('Asking the service');
});

test('what was said on a screen is not said again when it comes back', async () => {
  const wave = openWave(waveStates['checked, all ready'], { startAt: noon });
  await wave.waitFor('Enter confirm 48');
  wave.press('p');
  await wave.waitFor('Written: ');
  wave.press('\r');
  await wave.waitFor('Type 48 to submit');
  wave.press('\u001b');
  await wave.waitFor('Enter confirm 48');
  expect(await wave.screen()).not.toContain('Written: ');
});

test('a finding that does not fit says that there is more', async () => {
  const wave = openWave(waveStates['checked, with findings'], { cols: 60, rows: 16, startAt: noon });
  await wave.waitFor('(v shows all of it)');
});

describe('a problem of a file', () => {
  const [problem] = problemsOf(waveStates['reading, no file of moves']);

  test('says what belongs there once, on however many lines', () => {
    if (problem === undefined) throw new Error('The file has a problem');
    expect(problemLines(problem, 60).some((line) => line.startsWith('Form'))).toBe(false);
  });

  test('that has no place is about the file', () => {
    const found = problemsOf(waveStates['reading, problems'])[0];
    if (found === undefined) throw new Error('The file has a problem');
    const { at: _, ...finding } = found.finding;
    expect(problemPlace({ ...found, finding, line: null, rows: 0 })).toEqual(['the file']);
  });
});
