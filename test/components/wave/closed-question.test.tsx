import { expect, test } from 'vitest';
import type { Task } from '../../../src/tasks/task.ts';
import { openWave } from '../../support/open-wave.tsx';
import { waveStates } from '../../support/wave-states.ts';

test('a question that closed by itself does not come back when a row waits again', async () => {
  const { engine, press, waitFor } = openWave(waveStates.watching);
  const queued = engine.state().lines.filter(({ state }) => state === 'queued');
  const seen = (lines: typeof queued, change: Partial<Task>): void => {
    const state = engine.state();
    if (state.status !== 'watching') throw new Error('The wave is not watched');
    const rows = lines.flatMap(({ row, task }) =>
      task ? [[row, { task: { ...task, ...change }, trouble: null }]] : [],
    );
    engine.dispatch({ type: 'rowsSeen', effect: state.waitingFor ?? 0, seen: new Map(rows as never) });
  };
  await waitFor('Queued');
  press('a');
  await waitFor('Marked: 48');
  press('c');
  await waitFor('Type 6 to cancel them');
  seen(queued, { state: 'running', rawStatus: 'inProgress' });
  await waitFor('Marked: 48');
  seen(queued.slice(0, 1), { state: 'queued', rawStatus: 'notStarted' });
  expect(await waitFor('1 Queued')).not.toContain('to cancel');
});
