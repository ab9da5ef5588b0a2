// How fast 200 rows are checked and submitted against a service that takes 50 ms for each request, beside one call after another.
import { oneAfterAnother, slowService, type Took, waveAgainst } from '../support/slow-service.ts';

const rows = 200;
const latencyMs = 50;
const rounds = 3;
/** So many times the rate of one call after another. */
const promised = 15;

const best = (all: readonly Took[], part: keyof Took): number => Math.min(...all.map((took) => took[part]));

async function inTurns<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  while (done.length < count) done.push(await work());
  return done;
}

/** Each wave meets a service that knows nothing of it. */
async function oneWave(): Promise<Took> {
  const service = await slowService(latencyMs);
  const took = await waveAgainst(service, rows);
  await service.close();
  return took;
}

const service = await slowService(latencyMs);
const slow = await oneAfterAnother(service, rows);
await service.close();
const waves = await inTurns(rounds, oneWave);

const parts: readonly { name: string; alone: number; wave: number }[] = [
  { name: 'dry run', alone: slow.checkMs, wave: best(waves, 'checkMs') },
  { name: 'submission', alone: slow.submitMs, wave: best(waves, 'submitMs') },
  {
    name: 'both',
    alone: slow.checkMs + slow.submitMs,
    wave: Math.min(...waves.map(({ checkMs, submitMs }) => checkMs + submitMs)),
  },
];
const table = parts.map(({ name, alone, wave }) => ({
  name,
  'one after another ms': Math.round(alone),
  'wave ms': Math.round(wave),
  'rows a second': Math.round((rows / wave) * 1_000),
  ratio: Math.round((alone / wave) * 10) / 10,
}));
console.table(Object.fromEntries(table.map(({ name, ...row }) => [name, row])));
process.exitCode = table.some(({ ratio }) => ratio < promised) ? 1 : 0;
