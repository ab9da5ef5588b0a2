import { expect, test } from 'vitest';
import { oneAfterAnother, slowService, type Took, waveAgainst } from '../support/slow-service.ts';

const rows = 100;
/** One call after another takes its time: fewer are timed, and more are reckoned. */
const timed = 10;
const latencyMs = 50;
/** Half of what is promised, on a machine that does other things: the bench measures the rest. */
const least = 8;
const tries = 8;

async function against<T>(work: (service: Awaited<ReturnType<typeof slowService>>) => Promise<T>): Promise<T> {
  const service = await slowService(latencyMs);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

test('a wave is checked and submitted many times as fast as one call after another', async () => {
  const one = await against((service) => oneAfterAnother(service, timed));
  const waves: Took[] = [];
  const ratio = (part: keyof Took): number =>
    ((one[part] / timed) * rows) / Math.min(...waves.map((took) => took[part]));
  const isFast = () => waves.length > 0 && ratio('checkMs') >= least && ratio('submitMs') >= least;
  while (!isFast() && waves.length < tries) waves.push(await against((service) => waveAgainst(service, rows)));
  expect(ratio('checkMs')).toBeGreaterThanOrEqual(least);
  expect(ratio('submitMs')).toBeGreaterThanOrEqual(least);
});
