import { describe, expect, test } from 'vitest';
import { boardRows, firstView, troubleFilter, visibleRows } from '../../../src/wizard/wave/board.ts';
import { leftLines } from '../../../src/wizard/wave/lines.ts';
import { updateWave } from '../../../src/wizard/wave/update.ts';
import { checkCounts, groupsOf } from '../../../src/wizard/wave/wave-groups.ts';
import { waveNotice, waveTitle } from '../../../src/wizard/wave/wave-title.ts';
import { waveWayBack } from '../../../src/wizard/wave/wave-way-back.ts';
import { noon } from '../../support/session.ts';
import { minuteMs, type WaveStateName, waveStates } from '../../support/wave-states.ts';

test('findings are grouped by what to do and who does it, most rows first', () => {
  const groups = groupsOf(waveStates['checked, with findings']);
  expect(groups.map(({ who, finding, rows }) => [finding.field, who, rows.length])).toEqual([
    ['licence', 'licence admin', 5],
    ['target', 'target admin', 2],
  ]);
  expect(checkCounts(waveStates['checked, with findings'])).toEqual({ ready: 41, notReady: 7, notAsked: 0, toMend: 0 });
  expect(checkCounts(waveStates['checked, none ready'])).toMatchObject({ ready: 0, notAsked: 48 });
});

describe('the rows that are left', () => {
  test('are those that were confirmed and not sent', () => {
    expect(leftLines(waveStates['paused as asked'])).toHaveLength(29);
    expect(leftLines(waveStates.watching)).toHaveLength(0);
    expect(leftLines(waveStates.over)).toHaveLength(0);
  });

  test('count the row that paused the run, which was only turned away', () => {
    const paused = waveStates['paused by a breaker'];
    const { finding } = paused.status === 'paused' ? paused : { finding: null };
    const lines = paused.lines.map((line) =>
      line.row === 1 ? { ...line, state: 'draft' as const, task: null } : line,
    );
    const turned = lines.map((line) => (line.row === 1 && finding ? { ...line, findings: [finding] } : line));
    expect(leftLines({ ...paused, lines: turned }).map(({ row }) => row)).toContain(1);
  });
});

test('one word filters what somebody has to look at', () => {
  const rows = boardRows(waveStates['watching, something stands still'].lines, noon + 300 * minuteMs);
  const shown = visibleRows(rows, { ...firstView, filter: troubleFilter });
  expect(new Set(shown.map(({ line }) => line.state))).toEqual(new Set(['failed', 'running', 'draft']));
  expect(shown.length).toBeLessThan(15);
});

const titles: readonly (readonly [WaveStateName, string])[] = [
  ['reading, nothing wrong', 'wave-2 48 rows'],
  ['checking', '▸ wave-2 checking 41 %'],
  ['submitting', '▸ wave-2 sending 12/41'],
  ['paused by a breaker', '! wave-2 paused'],
  ['watching', '▸ wave-2 27/38'],
  ['over', '! wave-2 38/38'],
];
test.each(titles)('the title of the window counts: %s', (name, title) => {
  expect(waveTitle(waveStates[name])).toBe(title);
});

test('a new try of a recorded run is named by the run that it becomes, and not by the one it came from', () => {
  const old = 'r-20261201-080000-aaaa';
  const again = { name: old, columns: [], findings: [], fixes: [], leftOut: 0, isMended: false, retryOf: old };
  const titleOf = (name: WaveStateName) => waveTitle({ ...waveStates[name], file: again });
  expect(titleOf('checking')).toBe(`▸ new try of ${old} checking 41 %`);
  expect(titleOf('watching')).toBe('▸ r-20261205-120000-7f3a 27/38');
});

test('the notice at the end is one sentence of counts', () => {
  expect(waveNotice(waveStates.over)).toBe('wave-2: 35 completed, 3 failed, 10 draft');
});

const ways: readonly (readonly [WaveStateName, string])[] = [
  ['confirming', 'crossorg wave wave-2.csv --simulator'],
  ['submitting', 'crossorg resume r-20261205-120000-7f3a --simulator'],
  ['paused as asked', 'crossorg resume r-20261205-120000-7f3a --simulator'],
  ['watching', 'crossorg watch r-20261205-120000-7f3a --simulator'],
  ['over', 'crossorg report r-20261205-120000-7f3a --simulator'],
];
test.each(ways)('the way back leads to the same place: %s', (name, command) => {
  expect(waveWayBack(waveStates[name])).toBe(command);
});

describe('a wait for room in the queue', () => {
  const waiting = waveStates['submitting, waiting'];
  const answered = (at: number) => {
    if (waiting.status !== 'submitting' || waiting.waiting === null) throw new Error('Nothing is waited for');
    const late = {
      type: 'rowsSent',
      effect: waiting.waitingFor,
      outcomes: new Map([[40, 'leaving' as const]]),
      at,
    } as const;
    const { state } = updateWave(waiting, late);
    return state.status === 'submitting' ? state.waiting : null;
  };

  test('shows meanwhile what becomes of those that were sent', () => {
    const sent = waiting.lines.find(({ state }) => state === 'queued');
    if (waiting.status !== 'submitting' || !sent?.task) throw new Error('Nothing is queued');
    const seen = new Map([[sent.row, { task: { ...sent.task, state: 'running' as const }, trouble: null }]]);
    const { state } = updateWave(waiting, { type: 'rowsSeen', effect: waiting.waitingFor, seen, at: noon });
    expect(state.status).toBe('submitting');
    expect(state.lines.find(({ row }) => row === sent.row)?.state).toBe('running');
  });

  test('is still told when an answer comes that was on its way', () => {
    const until = waiting.status === 'submitting' ? (waiting.waiting?.until ?? 0) : 0;
    expect(answered(until - minuteMs)).toMatchObject({ until, finding: { code: 'queueFull' } });
    expect(answered(until)).toBeNull();
  });
});
