import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/ports/node-database.ts';
import type { Ledger } from '../../src/store/ledger.ts';
import type { LedgerEntry } from '../../src/wave/entry.ts';
import { foldEntries, openRows } from '../../src/wave/run-state.ts';
import { fakeClock, tempFolder } from '../runtime/fake-ports.ts';
import { groupPlan, objectIdPlan, sitePlan, userPlan } from '../runtime/moves.ts';
import { aTask } from '../support/tasks.ts';
import { intended, ledgerIn, newRun, openedWith, recordedRun, rejected } from './support.ts';

let temp: ReturnType<typeof tempFolder>;
let folder: string;
let ledger: Ledger;
beforeEach(() => {
  temp = tempFolder();
  folder = join(temp.folder, 'state', 'runs');
  ledger = ledgerIn(folder);
});
afterEach(() => temp.remove());

const ids = { requestId: null, clientRequestId: null };

describe('a run', () => {
  it('is read back as it was written, in the order of writing', async () => {
    const entries = [intended(), rejected(), intended()];
    const runId = await recordedRun(ledger, entries);
    expect(await ledger.read(runId)).toEqual({ ok: true, value: [openedWith(runId), ...entries] });
  });

  it('has an entry on disk as soon as it is appended', async () => {
    const run = await newRun(ledger);
    const other = await openDatabase(join(folder, `${run.runId}.sqlite`), process.platform);
    for (let count = 1; count < 5; count += 1) {
      expect(other.all('SELECT count(*) AS n FROM entries')).toEqual([{ n: count }]);
      run.append(intended());
    }
    other.close();
    run.close();
  });

  it('syncs each commit to the disk', async () => {
    const run = await newRun(ledger);
    const database = await openDatabase(join(folder, `${run.runId}.sqlite`), process.platform);
    expect(database.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(database.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    database.close();
    run.close();
  });

  it.each([
    { name: 'changed', sql: "UPDATE entries SET body = '{}'" },
    { name: 'deleted', sql: 'DELETE FROM entries' },
  ])('has entries that cannot be $name', async ({ sql }) => {
    const runId = await recordedRun(ledger, [intended()]);
    const database = await openDatabase(join(folder, `${runId}.sqlite`), process.platform);
    expect(() => database.run(sql)).toThrow('entries are only ever added');
    database.close();
    expect(await ledger.read(runId)).toMatchObject({ ok: true, value: { length: 2 } });
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner only', async () => {
    const run = await newRun(ledger);
    const file = join(folder, `${run.runId}.sqlite`);
    for (const path of [file, `${file}-wal`, `${file}-shm`, join(folder, `${run.runId}.lock`)])
      expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const path of [folder, join(temp.folder, 'state')]) expect(statSync(path).mode & 0o777).toBe(0o700);
    run.close();
  });

  it('keeps kinds that only a newer version knows', async () => {
    const newer = { kind: 'somethingNewer', at: 3, row: 1, more: { deep: true } } as unknown as LedgerEntry;
    const runId = await recordedRun(ledger, [newer]);
    expect(await ledger.read(runId)).toMatchObject({ ok: true, value: [{ kind: 'opened' }, newer] });
  });

  it('has an id of time and chance that sorts by time', async () => {
    const clock = fakeClock(Date.UTC(2026, 11, 5, 14, 5, 3));
    const timed = ledgerIn(folder, 1, clock);
    const first = await recordedRun(timed, []);
    const second = await recordedRun(ledgerIn(folder, 1, clock), []);
    clock.pass(1_000);
    const third = await recordedRun(timed, []);
    expect(first).toMatch(/^r-20261205-140503-[0-9a-f]{4}$/);
    expect(second).not.toBe(first);
    expect((await ledger.list()).map(({ runId }) => runId)).toEqual([third, ...[first, second].sort().reverse()]);
  });

  it('is listed with how it was opened', async () => {
    const runId = await recordedRun(ledger, [], [userPlan('dana'), sitePlan('hr')]);
    expect(await ledger.list()).toMatchObject([
      { runId, opened: { ok: true, value: { at: 0, rows: 2, header: { runId } } } },
    ]);
  });

  it('can be deleted when nobody writes to it', async () => {
    const run = await newRun(ledger);
    expect(await ledger.remove(run.runId)).toMatchObject({ ok: false, error: { code: 'ledgerLocked' } });
    run.close();
    expect(await ledger.remove(run.runId)).toEqual({ ok: true, value: null });
    expect(existsSync(join(folder, `${run.runId}.sqlite`))).toBe(false);
    expect(await ledger.read(run.runId)).toMatchObject({ ok: false, error: { code: 'runNotFound' } });
  });

  it.each(['r-20261205-140503-0000', '../r-20261205-140503-0000', 'last', ''])(
    'called %j is not known',
    async (runId) => {
      for (const result of [await ledger.read(runId), await ledger.open(runId), await ledger.remove(runId)])
        expect(result).toMatchObject({ ok: false, error: { code: 'runNotFound' } });
    },
  );
});

describe('unsettled runs', () => {
  it('are those whose fold has open rows', async () => {
    const other = { ...rejected(), kind: 'unsent' } as LedgerEntry;
    const accepted = { kind: 'accepted', at: 3, row: 1, task: aTask(), ids, findings: [] } as LedgerEntry;
    const unconfirmed = { ...rejected(), kind: 'unconfirmed' } as LedgerEntry;
    const step = fc.constantFrom(intended(), rejected(), other, accepted, unconfirmed, intended(2), rejected(2));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (entries) => {
        const runId = await recordedRun(ledger, entries, [userPlan('dana'), userPlan('mo')]);
        const read = await ledger.read(runId);
        const open = read.ok && openRows(foldEntries(read.value)).length > 0;
        expect((await ledger.unsettled()).runIds).toEqual(open ? [runId] : []);
        await ledger.remove(runId);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the counts of a run', () => {
  it('are those of its fold, whatever was recorded', async () => {
    const kinds = ['unsent', 'unconfirmed', 'conflicted'] as const;
    const about = (row: number): LedgerEntry[] => [
      intended(row),
      rejected(row),
      ...kinds.map((kind) => ({ ...rejected(row), kind }) as LedgerEntry),
      { kind: 'accepted', at: 3, row, task: aTask(), ids, findings: [] },
      { kind: 'adopted', at: 3, row, task: aTask({ state: 'running' }), ids, findings: [] },
      { kind: 'observed', at: 4, row, task: aTask({ state: 'completed', final: true }), ids },
    ];
    const step = fc.constantFrom(...about(1), ...about(2));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (entries) => {
        const runId = await recordedRun(ledger, entries, [userPlan('dana'), userPlan('mo'), userPlan('kim')]);
        const [read, counted] = [await ledger.read(runId), await ledger.counts(runId)];
        const rows = read.ok ? foldEntries(read.value).rows : [];
        const isTold = (place: string) => place === 'accepted' || place === 'adopted';
        const told = rows.map(({ place, task }) => [place, isTold(place) ? task?.state : null]);
        const all = counted.ok ? counted.value.flatMap((one) => Array.from({ length: one.rows }, () => one)) : [];
        const found = all.map(({ place, state }) => [place, isTold(place) ? state : null]);
        expect(found.map(String).sort()).toEqual(told.map(String).sort());
        await ledger.remove(runId);
      }),
      { numRuns: 60 },
    );
  });
});

describe('looking something up', () => {
  const id = '11111111-0000-4000-8000-000000000001';
  const plans = [userPlan('dana'), sitePlan('hr'), groupPlan('sales'), objectIdPlan(id, 'mo@contoso.com')];
  const taskId = '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0';
  const table: { name: string; what: string; rows: (number | null)[] }[] = [
    { name: 'a sign-in name', what: 'Dana@contoso.com', rows: [1] },
    { name: 'a site address', what: 'https://contoso.sharepoint.com/sites/HR/', rows: [2] },
    { name: 'a mail nickname', what: 'sales', rows: [3] },
    { name: 'an object id', what: id, rows: [4] },
    { name: 'the sign-in name beside an object id', what: 'mo@contoso.com', rows: [4] },
    { name: 'a task id', what: taskId.toUpperCase(), rows: [2] },
    { name: 'the last run', what: 'last', rows: [null] },
    { name: 'something else', what: 'nobody@contoso.com', rows: [] },
    { name: 'nothing', what: ' ', rows: [] },
  ];
  it.each(table)('finds $name', async ({ what, rows }) => {
    const accepted: LedgerEntry = { kind: 'accepted', at: 3, row: 2, task: aTask({ id: taskId }), ids, findings: [] };
    const runId = await recordedRun(ledger, [accepted], plans);
    expect(await ledger.find(what)).toEqual({ rows: rows.map((row) => ({ runId, row })), broken: [] });
    expect(await ledger.find(runId)).toEqual({ rows: [{ runId, row: null }], broken: [] });
  });

  it('gives the newest run first', async () => {
    const clock = fakeClock();
    const timed = ledgerIn(folder, 1, clock);
    const first = await recordedRun(timed, []);
    clock.pass(60_000);
    const second = await recordedRun(timed, []);
    expect((await timed.find('dana@contoso.com')).rows.map(({ runId }) => runId)).toEqual([second, first]);
    expect((await timed.find('last')).rows).toEqual([{ runId: second, row: null }]);
  });
});
