import { describe, expect, test } from 'vitest';
import type { WaveStateOf } from '../../../src/wizard/wave/wave-state.ts';
import { openWave } from '../../support/open-wave.tsx';
import { noon } from '../../support/session.ts';
import { minuteMs, plainWaveAnswer, type WaveStateName, waveStates } from '../../support/wave-states.ts';

const [up, down, pageDown, pageUp, home, end] = [
  '\u001b[A',
  '\u001b[B',
  '\u001b[6~',
  '\u001b[5~',
  '\u001b[H',
  '\u001b[F',
];
const [esc, ctrlC, ctrlY, enter] = ['\u001b', '\u0003', '\u0019', '\r'];

async function opened(name: WaveStateName, more: Parameters<typeof openWave>[1] = {}) {
  const wave = openWave(waveStates[name], { startAt: noon + 41 * minuteMs, ...more });
  await wave.waitFor('SIMULATOR');
  const press = async (...steps: readonly (readonly [keys: string, wanted: string | RegExp])[]) => {
    for (const [keys, wanted] of steps) {
      wave.press(keys);
      await wave.waitFor(wanted);
    }
    return wave.screen();
  };
  return { ...wave, send: wave.press, press };
}

/** A confirmation takes no keys before it was painted, and nothing on the screen says when that is. */
async function typeNumber({ send, screen }: Awaited<ReturnType<typeof opened>>, text: string, purpose: string) {
  const typed = async () => {
    send(`\u0015${text}`);
    return await screen();
  };
  await expect.poll(typed, { interval: 5 }).toContain(`${purpose}:  ${text}`);
  send(enter);
}

const cursor = (row: string): RegExp => new RegExp(`^ ▸.*${row}`, 'm');

describe('in the table', () => {
  test('the cursor moves by arrows, letters and pages', async () => {
    const { press } = await opened('watching');
    await press(
      [down, cursor('bo2@')],
      ['j', cursor('dana3 ')],
      [up, cursor('bo2@')],
      ['k', cursor('ana1@')],
      [pageDown, cursor('priya3@')],
      [pageUp, cursor('ana1@')],
      ['G', cursor('Completed')],
      ['g', cursor('ana1@')],
      [end, cursor('Completed')],
      [home, cursor('ana1@')],
    );
  });

  test('many keys in one piece count one after the other', async () => {
    const { press, asked } = await opened('watching');
    await press(['jjn', cursor('dana3 ')]);
    expect(asked).toEqual([{ what: 'retry', rows: [39] }]);
  });

  test('a filter is typed, kept with Enter and taken away with Esc', async () => {
    const { press, screen } = await opened('watching');
    await press(['/', 'Filter: [words of a row'.slice(0, 8)]);
    const found = await press(['state:failed', /Filter: state:failed/]);
    expect(found).toContain('all shown');
    expect(found.match(/✗ Failed/g)).toHaveLength(3);
    await press(['\u007f\u007f\u007f\u007f\u007f\u007frun', /Filter: state:run/]);
    await press([down, cursor('bo1@')], [enter, 'Marked: 0']);
    expect(await screen()).toContain('Filter: state:run');
    await press([esc, 'Filter: none']);
  });

  test('Esc while a filter is typed shows all rows again', async () => {
    const { press } = await opened('watching');
    await press(['/', /Filter: +words/], ['zzz', 'No row has this'], [esc, 'Filter: none'], ['f', 'state:trouble']);
  });

  test('f leaves failed rows and those to check; again, and all are shown', async () => {
    const { press } = await opened('watching');
    const shown = await press(['f', 'Filter: state:trouble']);
    expect(shown).not.toMatch(/Running {3}|Completed {3}|Queued {3}/);
    await press(['f', 'Filter: none']);
  });

  test('s goes through the orders, S turns them round', async () => {
    const { press } = await opened('watching');
    await press(
      ['s', 'sorted by: line of the file'],
      ['s', 'sorted by: source'],
      ['S', 'sorted by: source, reversed'],
      ['s', 'sorted by: target, reversed'],
      ['s', 'sorted by: last change first'],
      ['s', 'sorted by: needs attention first'],
    );
  });

  test('Space marks a row, A all that are shown, and again none', async () => {
    const { press } = await opened('watching');
    await press([' ', 'Marked: 1'], [' ', 'Marked: 0'], ['f', 'trouble'], ['A', 'Marked: 6'], ['A', 'Marked: 0']);
    await press(['f', 'Filter: none'], ['a', 'Marked: 48'], ['a', 'Marked: 0']);
  });

  test('Enter opens a row with its task, and y copies the id', async () => {
    const { press } = await opened('watching');
    const row = await press([enter, 'y copy task id']);
    expect(row).toContain('MnASiteMoveTargetUrlHasWriteConflict');
    expect(await press(['G', 'Task '])).toContain('3ed6d46d-13a3-4995-b6ea-000000000013');
    await press(['y', 'No clipboard'], [esc, 'Task '], [esc, 'sorted by'], ['y', 'crossorg watch r-2026']);
  });

  test('n asks for a new wave of what may be repeated, marked or under the cursor', async () => {
    const { press, send, asked } = await opened('watching');
    send('n');
    await expect.poll(() => asked, { interval: 2 }).toEqual([{ what: 'retry', rows: [13] }]);
    await press(['A', 'Marked: 48']);
    send('n');
    await expect.poll(() => asked.length, { interval: 2 }).toBe(2);
    expect(asked[1]).toEqual({ what: 'retry', rows: [9, 12, 13, 15, 18, 24, 26, 27, 30, 36, 39, 45, 48] });
  });

  test('e writes what is shown in the form that is chosen', async () => {
    const { press, asked } = await opened('watching');
    await press(['f', 'trouble'], ['e', 'Export the 6 rows'], ['2', 'Written: /home/mia/wave-2.json']);
    expect(asked).toMatchObject([{ what: 'export', form: 'json' }]);
    expect(asked[0] && 'rows' in asked[0] ? asked[0].rows.slice(0, 3) : []).toEqual([13, 26, 39]);
  });

  test('r asks the service now', async () => {
    const { send, happened } = await opened('watching');
    send('r');
    await expect.poll(() => happened, { interval: 2 }).toEqual([{ type: 'lookAsked' }]);
  });

  test('keys that mean nothing now do nothing', async () => {
    const { send, lines, happened, asked, effects } = await opened('submitting');
    const before = await lines();
    send('ncgrvp1');
    expect(await lines()).toEqual(before);
    expect({ happened, asked, effects }).toEqual({ happened: [], asked: [], effects: [] });
  });
});

describe('cancelling', () => {
  test('takes the number of rows that are still queued', async () => {
    const wave = await opened('watching');
    await wave.press(['a', 'Marked: 48'], ['c', 'Cancel 6 queued tasks?']);
    await typeNumber(wave, '48', 'to cancel them');
    await wave.waitFor('Enter sends only after the whole word: 6');
    expect(wave.effects).toEqual([]);
    await typeNumber(wave, '6', 'to cancel them');
    await wave.waitFor('Cancelling: 0 of 6 tasks');
    expect(wave.effects).toMatchObject([{ type: 'cancel', rows: [5, 10, 20, 25, 35, 40] }]);
  });

  test('asks anew when one of them has started meanwhile', async () => {
    const wave = await opened('watching');
    await wave.press(['a', 'Marked: 48'], ['c', 'Type 6 to cancel them']);
    const { engine } = wave;
    const state = engine.state();
    const line = state.lines.find((one) => one.state === 'queued');
    if (!line?.task || state.status !== 'watching') throw new Error('No row is queued');
    const task = { ...line.task, state: 'running' as const, rawStatus: 'inProgress' };
    engine.dispatch({
      type: 'rowsSeen',
      effect: state.waitingFor ?? 0,
      seen: new Map([[line.row, { task, trouble: null }]]),
    });
    await wave.waitFor('Type 5 to cancel them');
  });

  test('says what came of it, and leaves where that was asked for and all are cancelled', async () => {
    const wave = await opened('watching');
    await wave.press([ctrlC, 'Leave crossorg?'], ['2', 'Type 6 to cancel them']);
    await typeNumber(wave, '6', 'to cancel them');
    await wave.waitFor('Cancelling: 0 of 6');
    const { engine, effects } = wave;
    const effect = effects[0]?.id ?? 0;
    for (const { row, state, task } of engine.state().lines)
      if (state === 'queued' && task)
        engine.dispatch({
          type: 'rowCancelled',
          effect,
          row,
          task: { ...task, state: 'cancelled', rawStatus: 'cancelled', final: true },
          refused: null,
        });
    expect(wave.did).toEqual([]);
    engine.dispatch({ type: 'cancelEnded', effect });
    await expect.poll(() => wave.did, { interval: 2 }).toEqual(['leave']);
  });

  test('stays with those that started, and says how many', async () => {
    const wave = await opened('cancelling');
    const { engine } = wave;
    const state = engine.state();
    const effect = 'waitingFor' in state ? (state.waitingFor ?? 0) : 0;
    engine.dispatch({ type: 'cancelEnded', effect });
    await wave.waitFor('0 of 6 tasks cancelled.');
    expect(wave.did).toEqual([]);
  });
});

describe('while rows are sent', () => {
  test('Esc asks, and the first choice ends sending', async () => {
    const { press, happened } = await opened('submitting');
    await press([esc, 'Stop sending?'], [enter, 'Stopping: 12 of 41']);
    expect(happened).toEqual([{ type: 'stopAsked' }]);
  });

  test('Ctrl+C asks at once, and leaves the second time', async () => {
    const wave = await opened('submitting');
    const pressed = performance.now();
    await wave.press([ctrlC, 'Stop sending?']);
    expect(performance.now() - pressed).toBeLessThan(1000);
    wave.send(ctrlC);
    await expect.poll(() => wave.did, { interval: 2 }).toEqual(['leave']);
  });

  test('a wait says why and until when', async () => {
    const { screen } = await opened('submitting, waiting', { startAt: noon + minuteMs });
    expect(await screen()).toContain('Waiting until 12:05:00 UTC, 4 min more. The queue of the tenant is full.');
  });
});

describe('a paused run', () => {
  test('goes on after the number of rows that are left', async () => {
    const wave = await opened('paused by a breaker');
    await wave.press(['g', 'Type 29 to go on']);
    await typeNumber(wave, '29', 'to go on');
    await wave.waitFor('Sending: 0 of 29');
    expect(wave.effects).toMatchObject([{ type: 'resume' }]);
  });

  test('says who must act, and v says all of it', async () => {
    const { press, screen } = await opened('paused by a breaker');
    expect(await screen()).toMatch(/Next +Set the trust up again, then go on\. \(target admin\)/);
    await press(['v', /^ MnATrustNoSetupForPartner$/m], [esc, 'sorted by']);
  });
});

describe('a file that was read', () => {
  test('Ctrl+Y mends the problem of the cursor, A all of them', async () => {
    const { press, send, asked } = await opened('reading, problems');
    await press(['j', 'Ctrl+Y fix this']);
    send(ctrlY);
    await expect
      .poll(() => asked, { interval: 2 })
      .toEqual([{ what: 'mend', fixes: [{ row: 3, column: 1, text: 'user' }] }]);
    send('A');
    await expect.poll(() => asked.length, { interval: 2 }).toBe(2);
    expect(asked[1]).toMatchObject({ what: 'mend', fixes: [{ row: 3 }, { row: 7 }] });
  });

  test('w writes the mended file and says where', async () => {
    const { press } = await opened('reading, problems');
    await press(['w', 'Written: /home/mia/wave-2.fixed.csv']);
  });

  test('Enter asks the service about the rows that are ready', async () => {
    const { press, effects } = await opened('reading, problems');
    await press([enter, 'Asking the service: 0 of 3 rows']);
    expect(effects).toMatchObject([{ type: 'check', rows: [{ row: 1 }, { row: 2 }, { row: 6 }] }]);
  });

  test('Enter does nothing where no row is ready', async () => {
    const { send, lines, effects } = await opened('reading, nothing ready');
    send(enter);
    await lines();
    expect(effects).toEqual([]);
  });

  test('Esc leads back to where the file was chosen', async () => {
    const { send, did } = await opened('reading, problems');
    send(esc);
    await expect.poll(() => did, { interval: 2 }).toEqual(['back']);
  });

  test('Esc asks to leave where there is nothing to go back to', async () => {
    const { press } = await opened('reading, problems', { hasBack: false });
    await press([esc, 'Nothing was submitted, and nothing is under way.']);
  });
});

describe('rows that were checked', () => {
  test('r asks again, p saves the plan, w writes what is not ready', async () => {
    const { press, send, asked, effects } = await opened('checked, with findings');
    await press(['p', 'Written: /home/mia/wave-2.plan.json'], ['w', 'Written: /home/mia/wave-2.failed.csv']);
    expect(asked).toEqual([{ what: 'savePlan' }, { what: 'writeRows', rows: [9, 15, 18, 27, 30, 36, 45] }]);
    send('r');
    await expect.poll(() => effects.length, { interval: 2 }).toBe(1);
    const [effect] = effects;
    expect(effect?.type === 'check' && effect.known.size).toBe(48);
  });

  test('the cursor opens one finding after the other, and v the rows behind it', async () => {
    const { press } = await opened('checked, with findings');
    await press([down, /▸ ✗ 2 rows +Target/], ['v', 'line 16'], [esc, 'Enter confirm 41']);
  });

  test('Esc while the service is asked leads back to the file, and keeps what was answered', async () => {
    const { press, engine } = await opened('checking');
    await press([esc, '48 rows read']);
    expect(engine.state().lines.filter(({ check }) => check !== null)).toHaveLength(20);
  });
});

test('from a file to its end: six keys besides the choice of the file', async () => {
  const wave = await opened('reading, nothing wrong', { script: plainWaveAnswer });
  await wave.press([enter, '48 rows are ready.'], [enter, 'Type 48 to submit:']);
  await typeNumber(wave, '48', 'to submit');
  await wave.waitFor('0 of 48 in a final state');
  expect(wave.titles.at(-1)).toBe('▸ wave-2 0/48');
});

test('the first live use of a profile asks for the target by its name, then for the number', async () => {
  const state = waveStates.confirming as WaveStateOf<'confirming'>;
  const session = { ...state.session, targetWord: 'Fabrikam' };
  const wave = openWave({ ...state, session, isTargetNamed: false });
  await wave.waitFor('Type Fabrikam (first live use), then the number:');
  const typed = async (text: string) => {
    wave.press(`\u0015${text}\r`);
    return await wave.screen();
  };
  await expect.poll(() => typed('Fabrikam'), { interval: 5 }).toContain('Type 41 to submit:');
  expect(wave.effects).toEqual([]);
  await expect.poll(async () => (await typed('41')) && wave.effects.length, { interval: 5 }).toBe(1);
  wave.unmount();
});

test('keys that were read before the confirmation was painted are dropped', async () => {
  const wave = await opened('checked, all ready');
  wave.send(`${enter}48${enter}`);
  await wave.waitFor('Type 48 to submit:');
  expect(wave.happened).toEqual([{ type: 'confirmationOpened' }]);
});

test('the end is told once, outside the window too', async () => {
  const wave = await opened('watching');
  const state = wave.engine.state();
  wave.engine.dispatch({ type: 'followEnded', effect: 'waitingFor' in state ? (state.waitingFor ?? 0) : 0 });
  await wave.waitFor('Nothing more is looked at. 11 tasks go on in the service.');
  await expect.poll(() => wave.notices, { interval: 2 }).toHaveLength(1);
  expect(wave.notices[0]).toMatch(/^wave-2: /);
});
