import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shellNamed } from '../support/shells.ts';

const built = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossorg-shell-'));
  mkdirSync(join(folder, 'bin'));
  const program = join(folder, 'bin', 'crossorg');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${built}" "$@"\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(folder, 'plan.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shells = [
  { name: 'bash', args: ['--norc', '--noprofile', '-i'], setUp: ['source <(crossorg completion bash)'] },
  {
    name: 'zsh',
    args: ['-f', '-i'],
    setUp: ['autoload -Uz compinit && compinit -u -d "$HOME/dump"', 'source <(crossorg completion zsh)'],
  },
  { name: 'fish', args: ['--no-config', '-i'], setUp: ['crossorg completion fish | source'] },
].map((shell) => {
  const { path, note } = shellNamed(shell.name);
  return { ...shell, path, title: `${shell.name}${note}` };
});

const lines = [
  { typed: 'crossorg mig', becomes: 'crossorg migrate ' },
  { typed: 'crossorg migrate --dry', becomes: 'crossorg migrate --dry-run ' },
  { typed: 'crossorg migrate --type=u', becomes: 'crossorg migrate --type=user ' },
  { typed: 'crossorg --time-zone Europe/Berl', becomes: 'crossorg --time-zone Europe/Berlin ' },
  { typed: "crossorg migrate --change 'two words' gr", becomes: "crossorg migrate --change 'two words' group " },
  { typed: 'crossorg migrate "$(touch pwned)" --wat', becomes: 'crossorg migrate "$(touch pwned)" --watch ' },
  { typed: 'crossorg --log pla', becomes: 'crossorg --log plan.json ' },
  { typed: 'crossorg --log=pla', becomes: 'crossorg --log=plan.json ' },
];

/** A shell that somebody types into. */
function startShell(path: string, args: string[]) {
  const { PATH = '' } = process.env;
  const env = { PATH: [join(folder, 'bin'), PATH].join(delimiter), HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm' };
  const terminal = pty.spawn(path, args, { cols: 200, rows: 50, cwd: folder, env });
  let heard = '';
  const looks = new Set<() => void>();
  terminal.onData((data) => {
    heard += data;
    for (const look of looks) look();
  });
  const plain = () => heard.replaceAll(/\p{Cc}\[[0-?]*[ -/]*[@-~]|\p{Cc}\][^\p{Cc}]*/gu, '');
  return {
    type: (text: string) => {
      heard = '';
      terminal.write(text);
    },
    shows: (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!plain().includes(text)) return;
          looks.delete(look);
          resolve();
        };
        looks.add(look);
        look();
      }),
    stop: () => terminal.kill('SIGKILL'),
  };
}

describe.each(shells)('$title', ({ path, args, setUp }) => {
  test.skipIf(path === null)('completes what is typed, files included, and runs nothing of it', async () => {
    const shell = startShell(path ?? '', args);
    for (const command of setUp) shell.type(`${command}\r`);
    // What is typed is echoed; only the answer has no quotes in it.
    shell.type('echo rea"dy"\r');
    await shell.shows('ready');
    for (const { typed, becomes } of lines) {
      shell.type(`${typed}\t`);
      await shell.shows(becomes);
      shell.type('\u0015');
    }
    shell.type('ls\r');
    await shell.shows('plan.json');
    shell.type('ls pwned\r');
    await shell.shows('No such file');
    shell.stop();
    expect(lines.length).toBeGreaterThan(0);
  });
});
