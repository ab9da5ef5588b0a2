import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Profile } from '../../src/plan/profile.ts';
import { err, ok } from '../../src/plan/result.ts';
import { nodeClock, nodeRandom } from '../../src/ports/node-clock.ts';
import { createNodeFiles } from '../../src/ports/node-files.ts';
import type { Clock } from '../../src/ports/ports.ts';
import { createLiveUses } from '../../src/store/profile-live.ts';
import { saveProfiles } from '../../src/store/profile-save.ts';
import { createProfileStamps } from '../../src/store/profile-stamps.ts';
import { createProfileStore, type SaveFile } from '../../src/store/profile-store.ts';
import { profileWith } from '../support/profiles.ts';
import { aFinding } from '../support/states.ts';

const files = createNodeFiles({ clock: nodeClock, random: nodeRandom, platform: 'linux' });
/** Whoever waits for a lock looks again at once. */
const clock = { now: () => Date.UTC(2026, 11, 5), sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) };

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'crossorg-profiles-')), 'config');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const path = () => join(folder, 'profiles.json');
const storeIn = (save: SaveFile = saveProfiles, by: Clock = clock) =>
  createProfileStore({ files, clock: by, folder, save });
const add = (profile: Profile, save?: SaveFile, by?: Clock) =>
  storeIn(save, by).change((all) => ok({ profiles: new Map([...all, [profile.name, profile]]), value: profile.name }));
const names = async () => [...(await storeIn().read()).profiles.keys()].sort();

test('a profile that was saved is read, by its owner alone', async () => {
  const profile = profileWith({ window: '22:00-06:00', readOnly: 'yes', budget: '600' });
  expect(await add(profile)).toEqual(ok('c2f'));
  expect((await storeIn().read()).profiles.get('c2f')).toEqual(profile);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('what others may read is for the owner alone after the next write', async () => {
  await add(profileWith());
  chmodSync(path(), 0o644);
  await add(profileWith({}, 'n2f'));
  expect(statSync(path()).mode & 0o777).toBe(0o600);
});

test('processes that write at the same time do not lose each other’s profiles', async () => {
  const wanted = Array.from({ length: 8 }, (_, index) => `p${index}`);
  const saved = await Promise.all(wanted.map((name) => add(profileWith({}, name), saveProfiles, nodeClock)));
  expect(saved.every((one) => one.ok)).toBe(true);
  expect(await names()).toEqual(wanted);
});

test('whoever holds the lock for too long is told of, and nothing is changed', async () => {
  const stuck = await files.database(join(mkFolder(), 'profiles.lock'));
  stuck.run('BEGIN EXCLUSIVE');
  const told = await add(profileWith());
  stuck.close();
  expect(told).toMatchObject({ ok: false, error: [{ code: 'profilesBusy' }] });
  expect(existsSync(path())).toBe(false);
});

const mkFolder = (): string => {
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe('a file with anything wrong in it is never written', () => {
  const good = JSON.stringify(JSON.parse(readableFile()).profiles.c2f);
  const rows = [
    { name: 'no JSON', text: '{"profiles": {' },
    { name: 'one bad profile beside a good one', text: `{"profiles": {"c2f": ${good}, "bad": {}}}` },
    { name: 'a name that nothing has', text: '{"profiles": {}, "x": 1}' },
    { name: 'a newer version', text: '{"version": 99, "profiles": {}}' },
    { name: 'an empty file', text: '' },
  ];

  test.each(rows)('$name', async ({ text }) => {
    mkFolder();
    writeFileSync(path(), text);
    const told = await add(profileWith({}, 'n2f'));
    expect(told.ok).toBe(false);
    expect(readFileSync(path(), 'utf8')).toBe(text);
  });

  test('a file that cannot be read at all', async () => {
    mkFolder();
    mkdirSync(path());
    expect((await storeIn().read()).findings).toMatchObject([{ code: 'profilesUnusable' }]);
    expect(await add(profileWith())).toMatchObject({ ok: false, error: [{ code: 'profilesUnusable' }] });
  });
});

function readableFile(): string {
  const { name: _, ...saved } = profileWith();
  const { clientId: _s, ...source } = saved.source;
  const { clientId: _t, ...target } = saved.target;
  return JSON.stringify({ version: 1, profiles: { c2f: { source, target, targetHost: saved.targetHost } } });
}

test('a file of somebody’s own hand, with nulls and without a version, is taken over', async () => {
  mkFolder();
  const { profiles } = JSON.parse(readableFile());
  writeFileSync(
    path(),
    JSON.stringify({ profiles: { c2f: { ...profiles.c2f, window: null, limits: { budget: null } } } }),
  );
  expect((await add(profileWith({}, 'n2f'))).ok).toBe(true);
  expect(await names()).toEqual(['c2f', 'n2f']);
});

test('a change that is refused writes nothing', async () => {
  const finding = aFinding({ field: 'profile' });
  expect(await storeIn().change(() => err([finding]))).toEqual(err([finding]));
  expect(existsSync(path())).toBe(false);
});

test('a form that no reader would take is not written', async () => {
  mkFolder();
  await expect(saveProfiles(folder, { version: 1, profiles: { c2f: { source: {} } } })).rejects.toThrow(/schema/i);
  await expect(saveProfiles(folder, { version: 1, profiles: {}, secret: 'x' })).rejects.toThrow(/schema/i);
  expect(existsSync(path())).toBe(false);
});

test('a disk that is full is told of', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  expect(await add(profileWith(), () => Promise.reject(full))).toMatchObject({
    ok: false,
    error: [{ code: 'profilesUnusable', why: expect.stringContaining('no space left on device') }],
  });
});

describe('live use', () => {
  const use = {
    profile: 'c2f',
    sourceTenantId: 's',
    targetTenantId: 't',
    endpoint: 'https://graph.microsoft.com/beta',
  };
  const uses = () => createLiveUses({ files, folder });

  test('is remembered for exactly the place where it happened', async () => {
    expect(await uses().has(use)).toBe(false);
    uses().note(use);
    expect(await uses().has(use)).toBe(true);
    for (const [key, value] of Object.entries({
      profile: 'n2f',
      sourceTenantId: 'x',
      targetTenantId: 'x',
      endpoint: 'x',
    }))
      expect(await uses().has({ ...use, [key]: value })).toBe(false);
  });

  test('a line that a crash cut is asked once more, and harms no other', async () => {
    uses().note(use);
    const file = join(folder, 'live-uses.ndjson');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"profile":"n2f","sour`);
    expect(await uses().has(use)).toBe(true);
    expect(await uses().has({ ...use, profile: 'n2f' })).toBe(false);
  });

  test('a disk that refuses it stops nothing', async () => {
    mkFolder();
    mkdirSync(join(folder, 'live-uses.ndjson'));
    uses().note(use);
    expect(await uses().has(use)).toBe(false);
  });
});

test('when profiles were used last is kept to the minute, and is no reason to fail', async () => {
  const stamps = createProfileStamps({ files, folder });
  const noon = Date.UTC(2026, 11, 5, 12);
  await stamps.note('c2f', noon);
  await stamps.note('c2f', noon + 30_000);
  await stamps.note('n2f', noon + 90_000);
  expect(await stamps.read()).toEqual(
    new Map([
      ['c2f', noon],
      ['n2f', noon + 90_000],
    ]),
  );
  writeFileSync(join(folder, 'profiles-used.json'), 'broken');
  expect(await stamps.read()).toEqual(new Map());
});
