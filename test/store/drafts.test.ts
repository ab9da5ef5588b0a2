import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodeFiles } from '../../src/ports/node-files.ts';
import { createDraftStore, type DraftStore } from '../../src/store/drafts.ts';
import { userTyped } from '../support/session.ts';

let folder: string;
let now: number;
let store: DraftStore;
const endpoint = 'https://graph.microsoft.com/beta';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossorg-drafts-'));
  now = 1000;
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const random = { guid: () => `${now}-${Math.random()}`, fraction: () => 0.5 };
  store = createDraftStore({ files: createNodeFiles({ clock, random, platform: 'linux' }), folder, now: () => now });
});
afterEach(() => rm(folder, { recursive: true }));

test('a draft is read back as it was typed, by its owner only', async () => {
  await store.keeper('one', endpoint).save(userTyped);
  expect(await store.read('one')).toEqual({ id: 'one', at: 1000, endpoint, typed: userTyped });
  expect((await stat(join(folder, 'one.json'))).mode & 0o777).toBe(0o600);
});

test('drafts are listed newest first', async () => {
  await store.keeper('old', endpoint).save(userTyped);
  now = 2000;
  await store.keeper('new', endpoint).save(userTyped);
  expect((await store.list()).map(({ id }) => id)).toEqual(['new', 'old']);
});

test('the last of several quick saves wins, and a dropped draft is gone', async () => {
  const keeper = store.keeper('one', endpoint);
  const texts = ['a@contoso.com', 'b@contoso.com', 'c@contoso.com'];
  await Promise.all(texts.map((text) => keeper.save({ source: { text, origin: 'typed' } })));
  expect((await store.read('one'))?.typed.source?.text).toBe('c@contoso.com');
  await Promise.all([keeper.save(userTyped), keeper.drop()]);
  expect(await readdir(folder)).toEqual([]);
});

const broken = [
  { name: 'nothing', text: '' },
  { name: 'no JSON', text: '{"form":' },
  { name: 'another form', text: '{"form":"crossorg-draft/9","at":1,"endpoint":"x","typed":{}}' },
  {
    name: 'a text of the wrong type',
    text: '{"form":"crossorg-draft/1","at":1,"endpoint":"x","typed":{"source":{"text":7,"origin":"typed"}}}',
  },
];
test.each(broken)('a file with $name is left out of the list and left alone', async ({ text }) => {
  await store.keeper('good', endpoint).save(userTyped);
  await writeFile(join(folder, 'bad.json'), text);
  expect((await store.list()).map(({ id }) => id)).toEqual(['good']);
  expect(await readdir(folder)).toContain('bad.json');
});

test('an id that is no file name of ours is not read', async () => {
  expect(await store.read('../../etc/passwd')).toBeNull();
});

test('a token that was pasted into a field is not kept', async () => {
  const token = 'eyJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.c2ln';
  await store.keeper('one', endpoint).save({ source: { text: token, origin: 'typed' } });
  expect(await readFile(join(folder, 'one.json'), 'utf8')).not.toContain('eyJ');
  expect((await store.read('one'))?.typed.source?.text).toBe('[token]');
});
