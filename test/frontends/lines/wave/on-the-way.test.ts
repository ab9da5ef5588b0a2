import { describe, expect, test } from 'vitest';
import { lastWaveLines } from '../../../../src/frontends/lines/wave/ending.ts';
import { finding } from '../../../../src/plan/finding.ts';
import type { Profile } from '../../../../src/plan/profile.ts';
import { namesRow } from '../../../../src/wave/csv/fix.ts';
import type { WaveHappening } from '../../../../src/wizard/wave/wave-event.ts';
import type { WaveState, WaveStateOf } from '../../../../src/wizard/wave/wave-state.ts';
import { waveWayBack } from '../../../../src/wizard/wave/wave-way-back.ts';
import type { fakeWave } from '../../../support/wave-engine.ts';
import { csvOf, readWave, waveStates } from '../../../support/wave-states.ts';
import { speak } from './speak.ts';

const inSession = (state: WaveState, more: Partial<WaveState['session']>): WaveState => ({
  ...state,
  session: { ...state.session, ...more },
});

type Wave = ReturnType<typeof fakeWave>;
type Unnamed<E> = E extends { effect: number } ? Omit<E, 'effect'> : never;

/** Something that answers the effect which the state waits for. */
const answered =
  (happening: Unnamed<WaveHappening>) =>
  ({ engine }: Wave): void => {
    const state = engine.state();
    engine.dispatch({ ...happening, effect: 'waitingFor' in state ? state.waitingFor : 0 } as WaveHappening);
  };

const any = 'at any time';

const stopped = answered({ type: 'submitEnded', runId: 'r-1', reason: 'stopped', finding: null });

describe('the confirmation of many moves', () => {
  const confirming = waveStates.confirming as WaveStateOf<'confirming'>;
  const firstUse = inSession({ ...confirming, isTargetNamed: false }, { targetWord: 'Fabrikam', profile: 'c2f' });

  test('asks for the target by its name on the first live use, then for the number', async () => {
    const { wave, said } = await speak(firstUse, [
      ['Type Fabrikam, the name of the target tenant (first live use), or back:', '41'],
      ['Type Fabrikam, the name of the target tenant (first live use), or back:', 'fabrikam'],
      ['Type Fabrikam, the name of the target tenant (first live use), or back:', 'Fabrikam'],
      ['Type 41 to submit', 'back'],
      ['Nothing was sent.', 'quit'],
    ]);
    expect(said).toContain('Code confirmTargetWord.');
    expect(said).toContain('The target of this profile is called "Fabrikam".');
    expect(wave.effects).toEqual([]);
  });

  test('submits after the name and the number, and leaves when what was sent is answered', async () => {
    const { wave, way } = await speak(
      firstUse,
      [
        ['Type Fabrikam', 'Fabrikam'],
        ['Type 41 to submit', '41'],
        ['Submitting 41 migrations.', 'quit', any],
      ],
      { when: ['Stopping: ', stopped] },
    );
    expect(wave.effects.map(({ type }) => type)).toEqual(['submit']);
    expect(way).toBe('leave');
  });

  test('is not reached with a profile that is read-only, which is said with what was found', async () => {
    const saved = { name: 'c2f', isReadOnly: true } as Profile;
    const { said, wave } = await speak(inSession(waveStates['checked, all ready'], { saved, profile: 'c2f' }), [
      ['Type details 2', 'confirm'],
      ['means nothing here', 'save'],
      ['Written: ', 'quit'],
    ]);
    expect(said).toContain('48 rows are ready.');
    expect(said).toContain('Profile c2f is read-only, so nothing is submitted with it.');
    expect(wave.happened).toEqual([]);
  });

  test('is not answered by yes, by Enter or by another number', async () => {
    const { wave, said } = await speak(confirming, [
      ['Type 41 to submit', 'yes'],
      ['Type 41 to submit', ''],
      ['Type 41 to submit', '48'],
      ['Type 41 to submit', 'quit'],
    ]);
    expect(said.match(/Code confirmWord/g)).toHaveLength(3);
    expect(wave.effects).toEqual([]);
  });

  test('says why nothing could be written down, and is left by back', async () => {
    const { said } = await speak(waveStates['confirming after an error'], [
      ['Type back, or quit:', '41'],
      ['means nothing here', 'back'],
      ['Nothing was sent.', 'quit'],
    ]);
    expect(said).toContain('What: The disk is full.');
  });
});

const queueFull = finding({
  field: 'service',
  code: 'queueFull',
  what: 'The queue of the tenant is full.',
  why: 'Too many tasks wait.',
  next: 'Nothing: this goes on by itself.',
});

describe('while rows are sent', () => {
  test('a wait that the service asks for is said with its reason, and again to who asks', async () => {
    const { said } = await speak(
      waveStates.submitting,
      [
        ['Waiting until', 'counts', any],
        ['Sending: 12 of 41 rows answered.', 'stop', any],
        ['Stopping: ', 'failed', any],
        ['Not sent: line 13', 'quit', any],
        ['quit again leaves at once', 'quit', any],
      ],
      { when: ['Type stop, counts or help', answered({ type: 'waitBegan', ms: 300_000, finding: queueFull })] },
    );
    expect(said.match(/The queue of the tenant is full/g)).toHaveLength(2);
  });
});

describe('a run that paused', () => {
  test('says why, and goes on after the number of the rows that are left', async () => {
    const { said, wave, way } = await speak(
      waveStates['paused by a breaker'],
      [
        ['Type go on', 'go on'],
        ['Type 29 to go on', '28'],
        ['That is not the number 29', 'back'],
        ['Nothing was done.', 'go on'],
        ['Type 29 to go on', '29'],
        ['Going on with 29 rows.', 'quit', any],
      ],
      { when: ['Stopping: ', stopped] },
    );
    expect(said).toContain('Paused: this would stop every row. 29 rows are not sent.');
    expect(said).toContain('Code MnATrustNoSetupForPartner.');
    expect(wave.effects.map(({ type }) => type)).toEqual(['resume']);
    expect(way).toBe('leave');
  });

  test('as somebody asked can be watched, and its rows retried', async () => {
    const { wave } = await speak(waveStates['paused as asked'], [
      ['Type go on', 'look'],
      ['Looking at', 'quit', any],
    ]);
    expect(wave.effects.map(({ type }) => type)).toEqual(['follow']);
  });
});

describe('while rows are watched', () => {
  test('numbers are said, and by name what somebody has to look at', async () => {
    const { said } = await speak(waveStates.watching, [
      ['at any time.', 'counts', any],
      ['13:41 Berlin.', 'find state:queued', any],
      ['Queued: line', 'quit', any],
    ]);
    expect(said).toContain('27 of 38 final: 24 completed, 3 failed; 5 running, 6 queued. 10 not sent.');
    expect(said).toMatch(/Failed: line 14, \S+\. Code/);
    expect(said).toContain('And ');
  });

  test('queued tasks are cancelled after their number', async () => {
    const { said, wave } = await speak(waveStates.watching, [
      ['at any time.', 'cancel queued', any],
      ['Type 6 to cancel them', 'cancel'],
      ['That is not the number 6', '6'],
      ['Asking the service to cancel 6 tasks.', 'counts', any],
      ['Cancelling: 0 of 6 tasks answered.', 'help', any],
      ['quit: leaves', 'quit', any],
    ]);
    expect(said).toContain('Cancel 6 queued tasks?');
    expect(wave.effects.map(({ type }) => type)).toEqual(['cancel']);
  });

  test('one queued task is cancelled by its line', async () => {
    const { wave } = await speak(waveStates.watching, [
      ['at any time.', 'cancel 6', any],
      ['Type 1 to cancel them', '1'],
      ['Asking the service to cancel 1 task.', 'quit', any],
    ]);
    expect(wave.effects).toEqual([expect.objectContaining({ type: 'cancel', rows: [5] })]);
  });

  test('failed rows, or those of some lines, begin a wave of their own', async () => {
    const { wave } = await speak(waveStates.watching, [
      ['at any time.', 'retry 14', any],
      ['A new wave of 1 row.', 'retry failed', any],
      ['A new wave of', 'retry 2', any],
      ['Nothing failed that 2 means.', 'export csv', any],
      ['Written: ', 'export pdf', any],
      ['Say in which form', 'copy', any],
      ['crossorg watch', 'quit', any],
    ]);
    const retried = wave.asked.flatMap((one) => (one.what === 'retry' ? [one.rows] : []));
    expect(retried[0]).toEqual([13]);
    expect(retried[1]?.length).toBeGreaterThan(1);
  });

  test('a question about tasks that all moved on closes by itself', async () => {
    const { said } = await speak(
      waveStates.watching,
      [
        ['at any time.', 'cancel 6', any],
        ['It is too late for that number now', 'quit', any],
      ],
      {
        when: [
          'Type 1 to cancel them',
          (wave) => {
            const line = wave.engine.state().lines[4];
            if (!line?.task) throw new Error('That row has a task');
            const task = { ...line.task, state: 'running' as const };
            answered({ type: 'rowsSeen', seen: new Map([[line.row, { task, trouble: null }]]) })(wave);
          },
        ],
      },
    );
    expect(said).toContain('so nothing was done.');
  });
});

describe('a wave beside another one', () => {
  const others = [waveStates.watching];

  test('is left for the other by a word, on the way and by back', async () => {
    const told = await speak(
      waveStates.over,
      [
        ['copy, other or', 'other'],
        ['The other wave. Run: r-', 'other'],
        ['The other wave. Run: r-', 'quit'],
      ],
      { others },
    );
    expect(told.wave.asked.filter(({ what }) => what === 'turn')).toHaveLength(2);
    const back = await speak(
      readWave(csvOf(2)),
      [
        ['Type check', 'back'],
        ['Type check', 'quit'],
      ],
      { others },
    );
    expect(back.wave.asked).toContainEqual({ what: 'turn' });
  });

  test('has no such word where it is the only one', async () => {
    const { said } = await speak(waveStates.over, [
      ['to leave: ', 'other'],
      ['means nothing here', 'quit'],
    ]);
    expect(said).not.toContain(', other');
  });

  test('is named with its command where it goes on after the end', () => {
    expect(lastWaveLines(waveStates.over, others)).toContainEqual({ command: waveWayBack(waveStates.watching) });
  });
});

describe('a file that was read', () => {
  test('with many problems says the first of them, and the others on request', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `usr,user${at}@contoso.com,user${at}@fabrikam.com`);
    const { said } = await speak(readWave(['type,source,target', ...rows].join('\n')), [
      ['And 10 more. Type problems 21 to hear them.', 'problems 21'],
      ['Fix: type fix 30 to take user.', 'fix all'],
      ['Fixed 30: line 31, type is user.', 'quit'],
    ]);
    expect(said).toContain('30 findings, each with its number.');
    expect(said.match(/The choices are user, site and group/g)).toHaveLength(2);
  });

  test('with a misspelt name of a column has its fix, and says what it is now', async () => {
    const { wave } = await speak(readWave('type,source,target,latestStrat\nuser,a@contoso.com,a@fabrikam.com,'), [
      ['line 1, column 4 latestStrat', 'fix 1'],
      ['Fixed 1: the names of the columns, latestStrat is latestStart.', 'quit'],
    ]);
    expect(wave.asked).toContainEqual({ what: 'mend', fixes: [{ row: namesRow, column: 4, text: 'latestStart' }] });
  });

  test('that is no file of moves says so, and offers nothing that needs rows', async () => {
    const { said, way } = await speak(waveStates['reading, no file of moves'], [['Type ', 'back']], {
      mayGoBack: true,
    });
    expect(said).not.toContain('Type check');
    expect(way).toBe('back');
  });

  test('goes on with the rows that are ready, and stops asking on request', async () => {
    const { wave, said } = await speak(readWave(csvOf(3)), [
      ['Type check (or press Enter)', 'go on'],
      ['Asking the service about 3 rows.', 'stop', any],
      ['Back at the file. Nothing was moved.', 'quit'],
    ]);
    expect(wave.effects.map(({ type }) => type)).toEqual(['check']);
    expect(said).toContain('Ready: 3 OneDrives');
  });
});
