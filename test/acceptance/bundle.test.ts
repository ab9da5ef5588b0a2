import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../support/pty.ts';

const answers = [
  { name: 'nothing typed', keys: '\r', isWritten: false },
  { name: 'Ctrl+C', keys: '\u0003', isWritten: false },
  { name: 'no', keys: 'n\r', isWritten: false },
  { name: 'yes', keys: 'y\r', isWritten: true },
];

describe('crossorg bundle in a terminal', () => {
  test.for(answers)('shows what it holds and asks; $name is taken for what it is', async (row, { start, home }) => {
    const path = join(home.folder, 'bundle.txt');
    const program = start(['bundle', '--out', path]);
    await program.see(/Left out or made unreadable[\s\S]+Write it to/);
    program.send(row.keys);
    expect((await program.exit).code).toBe(0);
    expect(readdirSync(home.folder).includes('bundle.txt')).toBe(row.isWritten);
    if (row.isWritten) expect(readFileSync(path, 'utf8')).toContain('== Program and computer');
  });
});
