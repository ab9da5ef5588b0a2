import { expect, it } from 'vitest';
import { err } from '../../../src/plan/result.ts';
import type { Failure } from '../../../src/problems/failure.ts';
import { submitWave } from '../../../src/runtime/wave/submit-wave.ts';
import { listener, type WavePlace, wavePlace } from './wave-place.ts';

const lost: Failure = { kind: 'stopped', call: 'create', reached: 'maybe', clientRequestId: '' };

/** A run of ten rows that were sent, and nobody heard what came of them. */
async function leaveOpenRun(place: WavePlace): Promise<string> {
  const services = place.process();
  let isCut = false;
  const graph: typeof services.graph = {
    ...services.graph,
    create: async (...args) => {
      await services.graph.create(...args);
      isCut = true;
      return err(lost);
    },
    taskBySource: async (...args) => (isCut ? err(lost) : services.graph.taskBySource(...args)),
  };
  const wave = await submitWave({ ...services, graph }, place.rows(10), listener().conduct);
  if (!wave.ok) throw new Error(wave.error.what);
  expect((await services.ledger.unsettled()).runIds).toEqual([wave.value.runId]);
  return wave.value.runId;
}

it('an open run of other sources is not read again for every row of a wave', async () => {
  const place = wavePlace('clean', { budget: 6000 });
  const open = await leaveOpenRun(place);
  const services = place.process();
  let reads = 0;
  const ledger: typeof services.ledger = {
    ...services.ledger,
    read: (runId) => {
      if (runId === open) reads += 1;
      return services.ledger.read(runId);
    },
  };
  const wave = await submitWave({ ...services, ledger }, place.rows(200, 11), listener().conduct);
  if (!wave.ok) throw new Error(wave.error.what);
  const { rows } = await place.run(wave.value.runId);
  expect(rows.filter(({ place: where }) => where === 'accepted')).toHaveLength(200);
  expect(reads).toBeGreaterThan(0);
  // As many rows as begin at the same time.
  expect(reads).toBeLessThanOrEqual(16);
});

it('an open run of the same sources is settled before they are sent again', async () => {
  const place = wavePlace('clean', { budget: 6000 });
  const open = await leaveOpenRun(place);
  await submitWave(place.process(), place.rows(20), listener().conduct);
  const keys = place.world.tasks.map(({ move }) => move.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toHaveLength(20);
  expect((await place.process().ledger.unsettled()).runIds).not.toContain(open);
});
