import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLedger, type Ledger } from '../../src/store/ledger.ts';
import { fakeClock, fakeRandom, realFiles, tempFolder } from '../runtime/fake-ports.ts';
import { intended, ledgerIn, newRun, recordedRun } from './support.ts';

let temp: ReturnType<typeof tempFolder>;
let ledger: Ledger;
let child: ChildProcess | null = null;
beforeEach(() => {
  temp = tempFolder();
  ledger = ledgerIn(temp.folder);
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = null;
  temp.remove();
});

/** Another process that opens a run and holds a source until it is killed. */
async function holdElsewhere(runId: string, source: string): Promise<ChildProcess> {
  const script = `
    import { ledgerIn, intended } from ${JSON.stringify(new URL('./support.ts', import.meta.url).href)};
    const ledger = ledgerIn(${JSON.stringify(temp.folder)}, 9);
    const run = await ledger.open(${JSON.stringify(runId)});
    run.value.append(intended());
    setInterval(() => {}, 1000);
    await ledger.withSource(${JSON.stringify(source)}, () => new Promise(() => console.log('held')));`;
  const started = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  await once(started.stdout, 'data');
  return started;
}

describe('a run that another process writes to', () => {
  it('is locked until that process ends, even by kill -9, and can be read meanwhile', async () => {
    const runId = await recordedRun(ledger, []);
    const other = await holdElsewhere(runId, 'a source');

    expect(await ledger.open(runId, 0)).toMatchObject({ ok: false, error: { code: 'ledgerLocked' } });
    expect(await ledger.withSource('a source', async () => 1)).toMatchObject({
      ok: false,
      error: { code: 'sourceBusy' },
    });
    expect(await ledger.withSource('another source', async () => 1)).toEqual({ ok: true, value: 1 });
    expect(await ledger.read(runId)).toMatchObject({ ok: true, value: { length: 2 } });
    expect(await ledger.unsettled()).toEqual({ runIds: [runId], broken: [] });

    other.kill('SIGKILL');
    await once(other, 'exit');
    const run = await ledger.open(runId, 0);
    expect(run.ok && run.value.entries()).toMatchObject({ ok: true, value: { length: 2 } });
    if (run.ok) run.value.close();
    expect(await ledger.withSource('a source', async () => 2)).toEqual({ ok: true, value: 2 });
  });
});

describe('two ledgers over one folder', () => {
  it('never write to one run at the same time', async () => {
    const run = await newRun(ledger);
    const second = ledgerIn(temp.folder, 2);
    expect(await second.open(run.runId)).toMatchObject({ ok: false, error: { code: 'ledgerLocked' } });
    run.close();
    const opened = await second.open(run.runId);
    expect(opened.ok).toBe(true);
    expect(await ledger.open(run.runId, 0)).toMatchObject({ ok: false });
    if (opened.ok) opened.value.close();
  });

  it('wait for a source for a while, then say who has it', async () => {
    const clock = fakeClock();
    const second = ledgerIn(temp.folder, 2, clock);
    const before = clock.now();
    await ledger.withSource('a', async () => {
      expect(await second.withSource('a', async () => 1)).toMatchObject({ ok: false, error: { code: 'sourceBusy' } });
    });
    expect(clock.now() - before).toBe(30_000);
  });

  it('give a source free when the work fails', async () => {
    const failing = ledger.withSource('a', () => Promise.reject(new Error('broken work')));
    await expect(failing).rejects.toThrow('broken work');
    expect(await ledgerIn(temp.folder, 2).withSource('a', async () => 1)).toEqual({ ok: true, value: 1 });
  });

  it('never work on one source at the same time', async () => {
    const ledgers = [1, 2, 3, 4].map((seed) => ledgerIn(temp.folder, seed));
    let inside = 0;
    const work = async () => {
      inside += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const most = inside;
      inside -= 1;
      return most;
    };
    const results = await Promise.all(ledgers.map((one) => one.withSource('a', work)));
    expect(results).toEqual(ledgers.map(() => ({ ok: true, value: 1 })));
  });
});

describe('runs that begin in the same moment and draw the same id', () => {
  const begun = async (...ledgers: readonly Ledger[]): Promise<string[]> => {
    const runs = await Promise.all(ledgers.map((each) => newRun(each)));
    const ids = runs.map(({ runId }) => runId);
    for (const run of runs) {
      expect(run.entries()).toMatchObject({ ok: true, value: [{ kind: 'opened', header: { runId: run.runId } }] });
      run.close();
    }
    return ids;
  };

  it('get an id each where two processes begin them', async () => {
    const other = ledgerIn(temp.folder);
    expect(new Set(await begun(ledger, other, ledgerIn(temp.folder))).size).toBe(3);
  });

  it('get an id each where one process begins them', async () => {
    const draws = [0.5, 0.5, 0.5, 0.9, 0.1];
    const random = { ...fakeRandom(), fraction: () => draws.shift() ?? 0 };
    const single = createLedger({ files: realFiles, clock: fakeClock(), random, folder: temp.folder });
    expect(new Set(await begun(single, single, single)).size).toBe(3);
  });
});

describe('one ledger', () => {
  it('shares a run that is open already, until the last one closes it', async () => {
    const first = await newRun(ledger);
    const [second, third] = await Promise.all([ledger.open(first.runId), ledger.open(first.runId)]);
    if (!second.ok || !third.ok) throw new Error('not shared');
    first.close();
    first.close();
    second.value.close();
    third.value.append(intended());
    expect(third.value.entries()).toMatchObject({ ok: true, value: { length: 2 } });
    const other = ledgerIn(temp.folder, 2);
    expect(await other.open(first.runId, 0)).toMatchObject({ ok: false });
    third.value.close();
    const opened = await other.open(first.runId, 0);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });
});
