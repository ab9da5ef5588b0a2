import { fsyncSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { syncFolder, syncFolderNow } from '../../src/ports/node-folder-sync.ts';

const ways = [
  { name: 'a file of its own', sync: syncFolder },
  { name: 'a database', sync: async (folder: string, platform: string) => syncFolderNow(folder, platform) },
];

/** A file system that refuses it, as some network drives do. */
const refusing = '/proc';

test.skipIf(process.platform !== 'linux').each(ways)(
  'a folder that cannot be synced is no reason to lose what was written: $name',
  async ({ sync }) => {
    expect(() => fsyncSync(openSync(refusing, 'r'))).toThrow('EINVAL');
    await expect(sync(refusing, 'linux')).resolves.toBeUndefined();
  },
);

test.each(ways)('a folder that is not there is a fault: $name', async ({ sync }) => {
  await expect(sync('/nowhere/at/all', 'linux')).rejects.toThrow('ENOENT');
  await expect(sync('/nowhere/at/all', 'win32')).resolves.toBeUndefined();
});
