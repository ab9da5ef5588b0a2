import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { waveBytes } from '../../src/commands/wave/sheet.ts';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';

const faultOf = (code: string): Error => Object.assign(new Error(`${code}: not permitted, read`), { code });

describe('a file of moves that the system does not hand out', () => {
  test.each([
    { name: 'a folder', code: 'EISDIR', says: 'waveFileIsFolder', why: 'It is a folder.', next: 'Name the file in it' },
    {
      name: 'one without the right to read it',
      code: 'EACCES',
      says: 'waveFileForbidden',
      why: 'no right',
      next: 'owner',
    },
    { name: 'one that another program holds', code: 'EBUSY', says: 'waveFileLocked', why: 'program', next: 'Excel' },
    { name: 'one that Windows refuses', code: 'EPERM', says: 'waveFileForbidden', why: 'program holds', next: 'Excel' },
    {
      name: 'anything else, by the words of the system',
      code: 'EIO',
      says: 'waveFileMissing',
      why: 'EIO',
      next: 'name',
    },
  ])('is told with why and what to do: $name', async ({ code, says, why, next }) => {
    const read = await waveBytes('moves/wave.csv', { bytes: () => Promise.reject(faultOf(code)) });
    if (read.ok) throw new Error('It cannot be read');
    expect(read.error).toMatchObject({ code: says, from: 'input', what: 'moves/wave.csv cannot be read.' });
    expect(read.error.why).toContain(why);
    expect(read.error.next[0].do).toContain(next);
    if (says !== 'waveFileMissing') expect(read.error.why).not.toContain(code);
  });

  test('is told apart from one that is to come through a pipe', async () => {
    const read = await waveBytes('-', { bytes: async () => null });
    if (read.ok) throw new Error('It cannot be read');
    expect(read.error.next[0].do).toBe('Save what comes through the pipe into a file, and name that.');
  });

  test('is a folder on this computer too, and exit 2', async () => {
    const computer = new CommandLine();
    mkdirSync(join(computer.folder, 'moves'));
    const told = await computer.run(['wave', join(computer.folder, 'moves'), ...simulated, '--dry-run', '--json']);
    expect(told).toMatchObject({ exitCode: 2, codes: ['waveFileIsFolder'] });
    computer.remove();
  });
});
