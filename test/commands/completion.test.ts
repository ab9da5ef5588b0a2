import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { bashScript } from '../../src/commands/completion/bash.ts';
import { fishScript } from '../../src/commands/completion/fish.ts';
import { pwshScript } from '../../src/commands/completion/pwsh.ts';
import { zshScript } from '../../src/commands/completion/zsh.ts';
import { wrongIn } from '../support/answer-shape.ts';
import { fakePorts } from '../support/ports.ts';
import { shellNamed } from '../support/shells.ts';

async function ask(argv: string[]) {
  const { ports, said } = fakePorts();
  const exitCode = await run(argv, ports);
  expect(wrongIn(argv, { exitCode, ...said })).toEqual([]);
  return { exitCode, ...said };
}

const scripts = [
  { shell: 'bash', script: bashScript },
  { shell: 'zsh', script: zshScript },
  { shell: 'fish', script: fishScript },
  { shell: 'pwsh', script: pwshScript },
];

test.each(scripts)('prints the script for $shell, as text and in a document', async ({ shell, script }) => {
  expect(await ask(['completion', shell])).toEqual({ exitCode: 0, out: script, err: '' });
  const { out } = await ask(['completion', shell, '--json']);
  expect(JSON.parse(out)).toMatchObject({ kind: 'completion', shell });
  const lines = JSON.parse(out).lines.map((line: string) => line.trim());
  expect(lines).toEqual(
    script
      .trimEnd()
      .split('\n')
      .map((line) => line.trim()),
  );
});

test.each(scripts)(
  'the script for $shell says at its top what to do with it, and asks the hidden command',
  ({ shell, script }) => {
    expect(script.split('\n').slice(0, 2).join('\n')).toContain(`crossorg completion ${shell}`);
    expect(script).toMatch(/crossorg complete (--word=|"--word=\$word" '--'|--) /);
    expect(script).not.toMatch(/\beval\b|Invoke-Expression "/);
  },
);

const refused = [
  { name: 'no shell', argv: [], code: 'shellMissing', says: 'bash, zsh, fish or pwsh' },
  { name: 'a mistyped shell', argv: ['bsh'], code: 'shellUnknown', says: 'Write crossorg completion bash.' },
  { name: "PowerShell's other name", argv: ['powershell'], code: 'shellUnknown', says: 'completion pwsh.' },
  { name: 'another shell', argv: ['tcsh-like'], code: 'shellUnknown', says: 'There is one for bash' },
];

test.each(refused)('refuses $name', async ({ argv, code, says }) => {
  const { exitCode, out } = await ask(['completion', ...argv, '--json']);
  expect(exitCode).toBe(2);
  expect(JSON.parse(out).findings).toMatchObject([{ code, field: 'command' }]);
  expect(out).toContain(says);
});

const syntax = [
  { shell: 'bash', script: bashScript, args: ['-n', '-c'] },
  { shell: 'zsh', script: zshScript, args: ['-n', '-c'] },
  { shell: 'fish', script: fishScript, args: ['--no-execute', '-c'] },
].map((row) => ({ ...row, ...shellNamed(row.shell) }));

test.each(syntax)('$shell reads its script$note', ({ path, script, args }) => {
  if (path === null) return expect(script).not.toBe('');
  const { status, stderr } = spawnSync(path, [...args, script], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

describe('PowerShell', () => {
  const code = pwshScript
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .join('\n');

  test('gets the dashes in quotes, because it takes bare ones for its own', () => {
    expect(code).toContain('crossorg complete "--word=$word" \'--\' @before 2>$null');
    expect(code.match(/(?<!')--(?![\w'])/g)).toBeNull();
  });

  test('hands over every word as one argument, values with spaces and empty words too', () => {
    expect(code).toContain('$text = $element.Value');
    expect(code).not.toMatch(/-split|\.Split\(' '|"\$Command"|Invoke-Expression/);
  });

  test('puts an offer into single quotes when it has spaces or signs, quotes in it doubled', () => {
    expect(code).toContain(
      'if ($value -notmatch \'^[\\w=./:+-]+$\') { $completed = "\'" + $value.Replace("\'", "\'\'") + "\'" }',
    );
  });

  test('is asked to offer nothing in place of files, except where files are wanted', () => {
    expect(code).toContain("-eq ':0') { return }");
    expect(code).toContain("if ($shown -eq 0) { '' }");
  });

  test('finds every bracket closed', () => {
    const bare = code.replaceAll(/"[^"\n]*"|'[^'\n]*'/g, '');
    for (const [open, close] of ['{}', '()', '[]']) {
      const count = (sign: string | undefined) => bare.split(sign ?? '').length;
      expect({ open, count: count(open) }).toEqual({ open, count: count(close) });
    }
    expect(bare).not.toMatch(/["']/);
  });
});
