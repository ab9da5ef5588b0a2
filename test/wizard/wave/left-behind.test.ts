import { describe, expect, test } from 'vitest';
import { waveFarewellLines } from '../../../src/frontends/wave-farewell.ts';
import { linesToAsk } from '../../../src/wizard/wave/check-age.ts';
import { leaveLines, otherLeaveLines } from '../../../src/wizard/wave/leave-lines.ts';
import { lineFindings } from '../../../src/wizard/wave/line-findings.ts';
import { afterLooking } from '../../../src/wizard/wave/lines.ts';
import { numberWords } from '../../../src/wizard/wave/number-questions.ts';
import { updateWave } from '../../../src/wizard/wave/update.ts';
import type { WaveState } from '../../../src/wizard/wave/wave-state.ts';
import { waveWayBack } from '../../../src/wizard/wave/wave-way-back.ts';
import { overText, pausedText } from '../../../src/wizard/wave/wave-words.ts';
import { noon, session } from '../../support/session.ts';
import { aFinding } from '../../support/states.ts';
import { minuteMs, taskFor, waveStates } from '../../support/wave-states.ts';

const { over, watching, 'checked, all ready': checked } = waveStates;

/** The same end, with one row whose create nobody answered. */
const lost: WaveState = {
  ...over,
  lines: over.lines.map((line) =>
    line.row === 1 ? { ...line, state: 'unconfirmed', task: null, findings: [aFinding({ code: 'answerLost' })] } : line,
  ),
};

describe('a row whose create nobody answered', () => {
  test('is no end: it is said, and the way back goes on with it', () => {
    expect(overText(lost.lines)).toContain('1 row is unconfirmed');
    expect(leaveLines(lost).join(' ')).not.toContain('Everything is in a final state');
    expect(waveWayBack(lost)).toMatch(/^crossorg resume /);
    expect(waveFarewellLines(lost).join('\n')).toMatch(/1 row is not sent, or not confirmed yet\nThe way back:/);
  });

  test('may be sent once more where no other row is left, which is said before the number', () => {
    expect(numberWords({ name: 'goOn' }, lost)).toMatchObject({ rows: [1] });
    expect(numberWords({ name: 'goOn' }, lost).lines.join(' ')).toMatch(
      /five minutes .* once more, after a clean dry run/,
    );
    expect(updateWave(lost, { type: 'goOnAsked', at: noon }).effects).toMatchObject([{ type: 'resume', resend: true }]);
  });

  test('is only looked for where rows are left that were never sent', () => {
    const paused = waveStates['paused as asked'];
    expect(updateWave(paused, { type: 'goOnAsked', at: noon }).effects).toMatchObject([
      { type: 'resume', resend: false },
    ]);
  });

  test('is described by its last look, and no longer by the loss once its task is found', () => {
    const line = lost.lines.find(({ row }) => row === 1);
    if (line === undefined) throw new Error('The row is there');
    const looked = afterLooking(line, { task: null, trouble: aFinding({ code: 'stillUnknown' }) }, noon);
    expect(lineFindings(looked, session).map(({ code }) => code)).toEqual(['stillUnknown', 'answerLost']);
    const found = afterLooking(looked, { task: taskFor(line, 'running', noon), trouble: null }, noon);
    expect(lineFindings(found, session)).toEqual([]);
  });
});

test('the leave question names other waves of this sitting that go on', () => {
  expect(otherLeaveLines([watching, over])).toEqual([
    '11 rows of another wave are under way too:',
    '  crossorg watch r-20261205-120000-7f3a --simulator',
  ]);
});

describe('dry runs of long ago', () => {
  const opened = (minutes: number) =>
    updateWave(checked, { type: 'confirmationOpened', at: noon + minutes * minuteMs }).state;
  const codesOf = (state: WaveState) => ('findings' in state ? state.findings.map(({ code }) => code) : []);

  test('are counted among the rows that are asked again', () => {
    expect(linesToAsk(checked, noon + 29 * minuteMs)).toHaveLength(0);
    expect(linesToAsk(checked, noon + 31 * minuteMs)).toHaveLength(48);
  });

  test('stop the confirmation before the number is typed', () => {
    expect(codesOf(opened(59))).toEqual([]);
    expect(codesOf(opened(61))).toEqual(['dryRunTooOld']);
  });

  test('stop it after the number too, and can be made again from there', () => {
    const late = updateWave(opened(59), { type: 'confirmed', word: '48', at: noon + 61 * minuteMs });
    expect(codesOf(late.state)).toEqual(['dryRunTooOld']);
    expect(late.effects).toEqual([]);
    const again = updateWave(late.state, { type: 'checkAsked', at: noon + 61 * minuteMs });
    expect(again.state.status).toBe('checking');
    expect(again.effects).toMatchObject([{ type: 'check' }]);
  });
});

test('a run that was stopped from another window does not say that it was asked for here', () => {
  const paused = waveStates['paused as asked'];
  if (paused.status !== 'paused') throw new Error('It is paused');
  expect(pausedText(paused, 29)).toMatch(/^Stopped, as you asked\./);
  expect(pausedText({ ...paused, finding: aFinding({ code: 'runStopped' }) }, 29)).toMatch(
    /^Stopped from another window\./,
  );
});
