import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLedger } from '../../src/store/ledger.ts';
import { fakeClock, fakeRandom, realFiles, tempFolder } from '../runtime/fake-ports.ts';
import { ledgerIn, newRun } from './support.ts';

let place: ReturnType<typeof tempFolder>;
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => place.remove());

const run = async (): Promise<string> => {
  const file = await newRun(ledgerIn(place.folder));
  file.close();
  return file.runId;
};

it('A process hears within a second of its clock that another one asks it to stop, and who asks', async () => {
  const runId = await run();
  const clock = fakeClock();
  const begun = clock.now();
  const stop = new AbortController();
  const heard = ledgerIn(place.folder, 1, clock).untilAskedToStop(runId, stop.signal);
  await ledgerIn(place.folder, 2).askToStop(runId, 'mia on ws-1');
  const asked = clock.now();
  expect(await heard).toBe('mia on ws-1');
  expect(clock.now() - asked).toBeLessThanOrEqual(1_000 + (asked - begun));
});

it('A mark that is just being written is heard when it is whole', async () => {
  const runId = await run();
  const marks = [null, '', '', 'mia on ws-1'];
  const files = { ...realFiles, read: async () => marks.shift() ?? null };
  const ledger = createLedger({ files, clock: fakeClock(), random: fakeRandom(), folder: place.folder });
  expect(await ledger.untilAskedToStop(runId, new AbortController().signal)).toBe('mia on ws-1');
});

it('Whoever is no longer interested hears nothing', async () => {
  const runId = await run();
  const stop = new AbortController();
  const heard = ledgerIn(place.folder).untilAskedToStop(runId, stop.signal);
  stop.abort();
  expect(await heard).toBeNull();
});

it('A person who goes on takes the mark away', async () => {
  const runId = await run();
  const ledger = ledgerIn(place.folder);
  await ledger.askToStop(runId, 'mia');
  await ledger.mayGoOn(runId);
  await ledger.mayGoOn(runId);
  expect(await ledger.untilAskedToStop(runId, AbortSignal.abort())).toBeNull();
});

it('No mark is made for a run that is not there, and a removed run leaves none', async () => {
  const ledger = ledgerIn(place.folder);
  await ledger.askToStop('../elsewhere', 'mia');
  const runId = await run();
  await ledger.askToStop(runId, 'mia');
  expect(await ledger.list()).toHaveLength(1);
  expect(await ledger.remove(runId)).toEqual({ ok: true, value: null });
  expect(readdirSync(place.folder)).toEqual([]);
});

it('A clock that fails ends the listening, which would be a loop without a wait', async () => {
  const runId = await run();
  const broken = { ...fakeClock(), sleep: () => Promise.reject(new Error('The clock is broken')) };
  const heard = ledgerIn(place.folder, 1, broken).untilAskedToStop(runId, new AbortController().signal);
  await expect(heard).rejects.toThrow('The clock is broken');
});
