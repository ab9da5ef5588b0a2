import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { targetSaver } from '../../src/commands/save-target.ts';
import { nodeClock, nodeRandom } from '../../src/ports/node-clock.ts';
import { createNodeFiles } from '../../src/ports/node-files.ts';
import { profileAt, SigningIn } from '../support/signing-in.ts';

let place: SigningIn;
beforeEach(async () => {
  place = new SigningIn();
  await place.save(profileAt('https://login.example.com', { targetHost: null }));
});
afterEach(() => place.remove());

const files = createNodeFiles({ random: nodeRandom, clock: nodeClock, platform: 'linux' });
const saver = (name: string) =>
  targetSaver(name, { files, clock: nodeClock, folders: { config: `${place.computer.folder}/config`, state: '' } });
const saved = () => JSON.parse(readFileSync(`${place.computer.folder}/config/profiles.json`, 'utf8')).profiles.c2f;
const nowhere = { targetHost: null, targetOrgId: null, targetLocation: null };

test('where a move lands is written into its profile, and nothing else changes', async () => {
  const before = saved();
  const host = 'https://fabrikam-my.sharepoint.com';
  expect(await saver('c2f')({ ...nowhere, targetHost: host })).toEqual({ ok: true, value: null });
  expect(saved()).toEqual({ ...before, targetHost: host });
});

test('what a profile would be refused for is not saved', async () => {
  const refused = await saver('c2f')({ ...nowhere, targetHost: 'https://contoso-my.example.com' });
  expect(refused).toMatchObject({ ok: false });
  expect(saved().targetHost ?? null).toBeNull();
});

test('a profile that is gone is said to be', async () => {
  expect(await saver('n2f')({ ...nowhere })).toMatchObject({ ok: false, error: { code: 'profileGone' } });
});
