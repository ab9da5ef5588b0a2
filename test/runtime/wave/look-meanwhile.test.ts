import { expect, test } from 'vitest';
import { submitWave } from '../../../src/runtime/wave/submit-wave.ts';
import { listener, wavePlace } from './wave-place.ts';

test('tasks that are under way are looked at while other rows are still sent', async () => {
  // Three units a row and 60 a minute: half an hour of sending.
  const place = wavePlace('clean', { budget: 60 });
  const { conduct, news } = listener();
  const wave = await submitWave(place.process(), place.rows(600), conduct);
  if (!wave.ok) throw new Error(wave.error.what);
  const lastSent = news.findLastIndex(({ kind }) => kind === 'outcome');
  const ended = news.slice(0, lastSent).filter((one) => one.kind === 'seen' && one.task.final);
  expect(ended.length).toBeGreaterThan(20);
  const { rows } = await place.run(wave.value.runId);
  expect(rows.filter(({ task }) => task?.final).length).toBeGreaterThanOrEqual(ended.length);
  expect(place.world.tasks).toHaveLength(600);
});
