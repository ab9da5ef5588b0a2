import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../support/pty.ts';
import { confirm } from '../support/story.ts';

const rows = 20;

function fileOf(folder: string): string {
  const names = Array.from({ length: rows }, (_, at) => `user${String(at + 1).padStart(4, '0')}`);
  const lines = names.map((name) => `user,${name}@contoso.com,${name}@fabrikam.com,+30d`);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'wave-2.csv');
  writeFileSync(
    path,
    ['type,source,target,latestStart', ...lines, 'Usr,kim@contoso.com,kim@fabrikam.com,+30d'].join('\n'),
  );
  return path;
}

test('a file goes from its problems to a submitted wave, which is left running and found again', async ({
  home,
  start,
}) => {
  const wave = start(['wave', fileOf(home.folder), '--simulator']);
  await wave.at('1 needs a fix', '\u0019');
  await wave.at('21 ready', '\r');
  await wave.at(/21 rows are ready|20 rows are ready/, '\r');
  const question = await wave.see(/Type (\d+) to submit/);
  const count = /Type (\d+) to submit/.exec(question)?.[1] ?? '';
  await confirm(wave, `Type ${count} to submit`, count);
  await wave.see(/STATE +KIND/);
  await wave.at(/in a final state/, 'q');
  await wave.at('Leave them running and exit', '\r');
  expect((await wave.exit).code).toBe(0);
  const left = await wave.leftOver();
  expect(left.length).toBeLessThanOrEqual(8);
  const run = /r-\d{8}-\d{6}-[0-9a-f]{4}/.exec(left.join('\n'))?.[0] ?? '';
  const table = start(['watch', run, '--simulator']);
  await table.at(/STATE +KIND/, 'q');
  await table.see(/Leave them running and exit|The way back|For your records/);
  table.send('\r');
  expect((await table.exit).code).not.toBe(1);
  const again = start(['runs', run, '--simulator']);
  await again.exit;
  expect((await again.leftOver()).join('\n')).toContain('user0001@contoso.com');
});
