import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../runtime/fake-ports.ts';

const rounds = 10;
/** What a process needs to be ready. */
const headStartMs = 150;

/** A process that opens the file at the appointed time, and says in which journal mode it was, or what went wrong. */
const script = `
const [module, path, startAt] = process.argv.slice(1);
const { openDatabase } = await import(module);
while (Date.now() < Number(startAt));
try {
  const database = await openDatabase(path);
  database.run('BEGIN IMMEDIATE');
  database.run('CREATE TABLE IF NOT EXISTS t (v TEXT) STRICT');
  database.run('INSERT INTO t VALUES (?)', String(process.pid));
  database.run('COMMIT');
  console.log(database.all('PRAGMA journal_mode')[0].journal_mode);
  database.close();
} catch (fault) {
  console.log(fault.message);
}
`;

const module = new URL('../../src/ports/node-database.ts', import.meta.url).href;

const opens = (path: string, startAt: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const argv = ['--no-warnings', '--input-type=module', '-e', script, module, path, String(startAt)];
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(said.trim()));
  });

it('processes that make the same file in the same moment all get it, fit for readers beside a writer', async () => {
  const { folder, remove } = tempFolder();
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const startAt = Date.now() + headStartMs;
      const said = await Promise.all([1, 2, 3].map(() => opens(join(folder, `${round}.sqlite`), startAt)));
      expect(said).toEqual(['wal', 'wal', 'wal']);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  } finally {
    remove();
  }
});
