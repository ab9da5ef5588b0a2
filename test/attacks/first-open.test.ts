import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/ports/node-database.ts';
import { tempFolder } from '../runtime/fake-ports.ts';

const rounds = 200;

/** Another process that waits for each file to appear and uses it at once, before its maker can do anything more to it. */
const neighbour = `
const { existsSync } = await import('node:fs');
const { DatabaseSync } = await import('node:sqlite');
console.log('ready');
for (let n = 0; n < ${rounds}; n += 1) {
  const path = process.argv[1] + '/' + n + '.sqlite';
  while (!existsSync(path));
  const database = new DatabaseSync(path, { timeout: 2000 });
  database.exec('BEGIN IMMEDIATE');
  database.exec('CREATE TABLE IF NOT EXISTS t (v TEXT) STRICT');
  database.exec('COMMIT');
  database.close();
}
`;

it('a file that another process uses as soon as it appears is fit for readers beside a writer', async () => {
  const { folder, remove } = tempFolder();
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', neighbour, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    await new Promise((resolve) => child.stdout.once('data', resolve));
    for (let round = 0; round < rounds; round += 1) {
      const database = await openDatabase(join(folder, `${round}.sqlite`), process.platform);
      expect(database.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      database.close();
    }
    expect(await ended).toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  } finally {
    child.kill();
    remove();
  }
});
