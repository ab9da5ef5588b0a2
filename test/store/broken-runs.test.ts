import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submitMove } from '../../src/runtime/submit.ts';
import type { Ledger } from '../../src/store/ledger.ts';
import { fakeClock, tempFolder } from '../runtime/fake-ports.ts';
import { moveOf, submissionOf, userPlan } from '../runtime/moves.ts';
import { worldIn } from '../runtime/world.ts';
import { intended, ledgerIn, recordedRun, rejected } from './support.ts';

let temp: ReturnType<typeof tempFolder>;
let ledger: Ledger;
beforeEach(() => {
  temp = tempFolder();
  ledger = ledgerIn(temp.folder, 1, fakeClock(Date.UTC(2020, 0, 1)));
});
afterEach(() => temp.remove());

function changeAsSql(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

const add = (body: string, kind = 'intended') =>
  `INSERT INTO entries (at, kind, body) VALUES (1, '${kind}', '${body}')`;

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, from, from + length);
  writeFileSync(path, bytes);
}

const kinds: { name: string; code?: string; harm(path: string): void }[] = [
  {
    name: 'is a text file',
    harm: (path) => writeFileSync(path, 'not a database, whatever its name says\n'.repeat(50)),
  },
  { name: 'is empty', harm: (path) => truncateSync(path, 0) },
  { name: 'is cut in its first page', harm: (path) => truncateSync(path, 700) },
  { name: 'is cut in half', harm: (path) => truncateSync(path, Math.floor(statSync(path).size / 2)) },
  { name: 'has lost its last page', harm: (path) => truncateSync(path, statSync(path).size - 4096) },
  { name: 'has a broken header', harm: (path) => overwrite(path, 0, 100) },
  { name: 'has a broken page', harm: (path) => overwrite(path, 4096, 4096) },
  { name: 'has zeros in the place of a page', harm: (path) => overwriteWithZeros(path) },
  {
    name: "is another program's database",
    harm: (path) => {
      rmSync(path);
      changeAsSql(path, 'CREATE TABLE entries (seq INTEGER PRIMARY KEY, at, kind, body); CREATE TABLE photos (id)');
    },
  },
  { name: 'has another table', harm: (path) => changeAsSql(path, 'ALTER TABLE entries RENAME COLUMN body TO text') },
  { name: 'has no table', harm: (path) => changeAsSql(path, 'DROP TABLE entries') },
  { name: 'has an entry that is no JSON', harm: (path) => changeAsSql(path, add('{"row": 1, ')) },
  { name: 'has an entry without its fields', harm: (path) => changeAsSql(path, add('{"row": "one"}')) },
  { name: 'has an entry that is a list', harm: (path) => changeAsSql(path, add('[1]', 'newer')) },
  {
    name: 'lacks an entry',
    harm: (path) => changeAsSql(path, 'DROP TRIGGER no_delete; DELETE FROM entries WHERE seq = 2'),
  },
  {
    name: 'lacks its opening',
    harm: (path) => changeAsSql(path, 'DROP TRIGGER no_delete; DELETE FROM entries WHERE seq = 1'),
  },
  { name: 'is a folder', harm: becomeFolder },
  {
    name: 'comes from a newer version',
    code: 'ledgerNewer',
    harm: (path) => changeAsSql(path, 'PRAGMA user_version = 99'),
  },
];

function becomeFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

function overwriteWithZeros(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0, 4096, 8192);
  writeFileSync(path, bytes);
}

const contentOf = (path: string): string => (statSync(path).isDirectory() ? 'folder' : readFileSync(path, 'base64'));

describe('a run whose file', () => {
  it.each(kinds)('$name is a finding, stays as it is, and does not disturb other runs', async ({ code, harm }) => {
    const many = Array.from({ length: 60 }, () => [intended(), rejected()]).flat();
    const bad = await recordedRun(ledger, many);
    const good = await recordedRun(ledgerIn(temp.folder, 2), [intended()]);
    const path = join(temp.folder, `${bad}.sqlite`);
    harm(path);
    const before = contentOf(path);

    const read = await ledger.read(bad);
    expect(read).toMatchObject({ ok: false, error: { code: code ?? 'ledgerBroken', field: 'ledger' } });
    if (!read.ok) expect(read.error.what).toContain(bad);
    expect((await ledger.list()).map(({ runId }) => runId)).toEqual([good, bad]);
    expect((await ledger.unsettled()).runIds).toContain(good);
    expect((await ledger.find('dana@contoso.com')).rows).toEqual([{ runId: good, row: 1 }]);
    expect((await ledger.find('dana@contoso.com')).broken).toHaveLength(1);
    const opened = await ledger.open(bad, 0);
    if (opened.ok) {
      expect(opened.value.entries()).toMatchObject({ ok: false });
      opened.value.close();
    }

    const world = worldIn(temp.folder, { seed: 3 });
    const mo = moveOf(userPlan('mo'));
    expect(await submitMove(world.services, submissionOf(mo, world.clock.now()))).toMatchObject({ result: 'accepted' });
    expect(contentOf(path)).toBe(before);
  });
});
