import { describe, expect } from 'vitest';
import { talk, test } from './dialogue.ts';
import { migrate, move } from './stories.ts';

const typed = (...lines: string[]) => lines.map((line) => ['', line] as const);
const pipe = { terminal: false };

describe('answers from a pipe', () => {
  test('lead to the end, and the dialogue leaves standard output to the result', async ({ line }) => {
    const { told } = await talk(line, migrate, typed('1', 'dana', '', '', '', 'now', '', 'dry run', 'yes'), pipe);
    expect(told.exitCode).toBe(0);
    expect(told.out).toMatch(/^[0-9a-f-]{36} {2}Completed {2}dana@contoso\.com\n$/);
    expect(told.err).toContain('Source sign-in name (Contoso), or Enter for dana@contoso.com: dana\n');
    expect(told.err).toContain('Type yes to submit, full, 1 to 4 to edit, or back: yes\n');
  });

  test('that end too early agree to nothing', async ({ line }) => {
    const { told } = await talk(line, move('dana'), typed('dry run'), pipe);
    expect(told.exitCode).toBe(2);
    expect(told.err).toContain('Code confirmMissing.');
    expect(told.out).toBe('');
    expect(line.world.log.filter(({ kind }) => kind === 'create')).toEqual([]);
  });

  test('that hold another word submit nothing', async ({ line }) => {
    const { told } = await talk(line, move('dana'), typed('dry run', 'no'), pipe);
    expect(told.exitCode).toBe(2);
    expect(told.err).toContain('Code confirmWord.');
  });

  test('for what comes after a task wait until it has ended', async ({ line }) => {
    const { told } = await talk(line, move('dana'), typed('dry run', 'yes', 'another', 'quit'), pipe);
    expect(told.exitCode).toBe(0);
    expect(told.err).toContain('Completed: dana@contoso.com.');
    expect(told.err).toMatch(/Step 1 of 7[\s\S]*nothing was submitted/);
  });

  test('cancel a queued task, with the word behind it', async ({ line }) => {
    const late = move('sam').map((word, at, all) => (all[at - 1] === '--start' ? '+1d' : word));
    const { told } = await talk(line, late, typed('dry run', 'yes', 'cancel', 'yes', ''), pipe);
    expect(told.exitCode).toBe(6);
    expect(told.err).toContain('Cancelled: sam@contoso.com');
  });

  const silent = [
    { name: '--no-prompt', argv: [...migrate, '--no-prompt'], env: {} },
    { name: 'CI', argv: migrate, env: { CI: 'true' } },
    { name: 'lines by ACCESSIBLE only', argv: ['migrate', '--simulator'], env: { ACCESSIBLE: '1' } },
    { name: 'a terminal that is dumb', argv: ['migrate', '--simulator'], env: { TERM: 'dumb' } },
  ];

  test.for(silent)('are not read with $name', async ({ argv, env }, { line }) => {
    const { told } = await talk(line, argv, typed('1', 'dana'), { ...pipe, env });
    expect(told.exitCode).toBe(2);
    expect(told.err).not.toContain('Line mode on');
    expect(told.err).toContain('typeMissing');
  });

  test('are not read with --json either', async ({ line }) => {
    const { told } = await talk(line, [...migrate, '--json'], typed('1'), pipe);
    expect(told.exitCode).toBe(2);
    expect(told.json.kind).toBe('error');
  });
});

describe('line mode is turned on', () => {
  const reasons = [
    { by: '--line', argv: migrate, env: { ACCESSIBLE: '1' } },
    { by: 'CROSSORG_LINE', argv: ['migrate', '--simulator'], env: { CROSSORG_LINE: '1', TERM: 'dumb' } },
    { by: 'ACCESSIBLE', argv: ['migrate', '--simulator'], env: { ACCESSIBLE: 'yes' } },
    { by: 'TERM=dumb', argv: ['migrate', '--simulator'], env: { TERM: 'dumb' } },
  ];

  test.for(reasons)('by $by, and says so first', async ({ by, argv, env }, { line }) => {
    const { lines } = await talk(line, argv, [['Type. Number', 'quit']], { env });
    expect(lines[0]).toBe(`Line mode on, by ${by}.`);
    expect(lines[1]).toBe('Type help at any question, back to go back, quit to leave.');
  });
});
