import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeClock, nodeRandom } from '../../src/ports/node-clock.ts';
import { createNodeFiles } from '../../src/ports/node-files.ts';

const files = createNodeFiles({ clock: nodeClock, random: nodeRandom, platform: process.platform });
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossorg-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a written text is read back, and only its owner may read it', async () => {
  const path = files.join(folder, 'new', 'deep', 'draft.json');
  await files.write(path, 'ä → b\n');
  expect(await files.read(path)).toBe('ä → b\n');
  expect(await modeOf(path)).toBe(0o600);
  expect(await modeOf(files.join(folder, 'new'))).toBe(0o700);
  expect(await modeOf(files.join(folder, 'new', 'deep'))).toBe(0o700);
});

test('writing replaces the file as a whole and leaves nothing beside it', async () => {
  const path = join(folder, 'draft.json');
  await writeFile(path, 'a much longer old text', { mode: 0o644 });
  const before = (await stat(path)).ino;
  await files.write(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  expect((await stat(path)).ino).not.toBe(before);
  expect(await modeOf(path)).toBe(0o600);
  expect(await readdir(folder)).toEqual(['draft.json']);
});

test('readers never see half a text, however many write at once', async () => {
  const path = join(folder, 'draft.json');
  const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(200_000));
  await files.write(path, texts[0] ?? '');
  const writing = Promise.all(texts.flatMap((text) => [files.write(path, text), files.write(path, text)]));
  const seen = await Promise.all(Array.from({ length: 30 }, () => files.read(path)));
  await writing;
  for (const text of seen) expect(texts).toContain(text);
  expect(await readdir(folder)).toEqual(['draft.json']);
});

test('a write that fails throws and leaves nothing behind', async () => {
  await files.write(join(folder, 'taken', 'x'), '');
  await expect(files.write(join(folder, 'taken'), 'text')).rejects.toMatchObject({ code: expect.any(String) });
  expect(await readdir(folder)).toEqual(['taken']);
});

test('what is not there is no error', async () => {
  const path = join(folder, 'none', 'draft.json');
  expect(await files.read(path)).toBeNull();
  expect(await files.list(path)).toEqual([]);
  await files.remove(path);
  await files.write(join(folder, 'a'), '1');
  expect(await files.read(join(folder, 'a', 'below-a-file'))).toBeNull();
});

test('what is appended makes the file and its folder, for its owner only', async () => {
  const path = files.join(folder, 'logs', 'deep', 'a.log');
  for (const text of ['one\n', 'two\n']) files.append(path, text);
  expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
  expect([await modeOf(path), await modeOf(files.join(folder, 'logs', 'deep'))]).toEqual([0o600, 0o700]);
  expect(() => files.append(files.join(path, 'below-a-file'), '')).toThrow('ENOTDIR');
});

test('a file is listed, and gone once it is removed', async () => {
  await files.write(join(folder, 'a.json'), '1');
  expect(await files.list(folder)).toEqual(['a.json']);
  await files.remove(join(folder, 'a.json'));
  expect(await files.list(folder)).toEqual([]);
});

test('a database gets its folder, for its owner only', async () => {
  const path = join(folder, 'runs', 'r-1.sqlite');
  const database = await files.database(path);
  database.run('CREATE TABLE t (v TEXT)');
  database.close();
  expect(await modeOf(join(folder, 'runs'))).toBe(0o700);
  expect(await modeOf(path)).toBe(0o600);
});
