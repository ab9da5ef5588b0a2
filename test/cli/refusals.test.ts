import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { wrongIn } from '../support/answer-shape.ts';
import { fakePorts } from '../support/ports.ts';
import { fakeTable } from './fake-table.ts';

const rows = [
  {
    name: 'a mistyped command names the nearest one',
    argv: ['migrte', '--source', 'a'],
    code: 'unknownCommand',
    says: ['There is no command migrte.', 'The nearest one is migrate.', 'crossorg migrate --help'],
  },
  {
    name: 'the beginning of a command is enough to be understood',
    argv: ['sim', '--port', '1'],
    code: 'unknownCommand',
    says: ['Write simulate instead.'],
  },
  {
    name: 'a word unlike any command gets the list',
    argv: ['frobnicate'],
    code: 'unknownCommand',
    says: ['No command has a name like it.', 'crossorg --help'],
  },
  {
    name: 'a mistyped flag names the nearest one',
    argv: ['migrate', '--sorce-upn', 'a'],
    code: 'unknownFlag',
    says: ['crossorg migrate has no flag --sorce-upn.', 'Write --source-upn instead.'],
  },
  {
    name: 'a flag of another command is not taken',
    argv: ['status', '--port', '1'],
    code: 'unknownFlag',
    says: ['crossorg status has no flag --port.'],
  },
  { name: 'a short flag that is unlike any', argv: ['status', '-q'], code: 'unknownFlag', says: ['no flag -q'] },
  {
    name: 'a flag without a command',
    argv: ['--sources', 'a'],
    code: 'unknownFlag',
    says: ['crossorg without a command has no flag --sources.'],
  },
  {
    name: "a command's flag before the command",
    argv: ['--source', 'a', 'migrate'],
    code: 'commandFirst',
    says: ['--source stands before the command migrate.', 'Write the command first'],
  },
  {
    name: 'a value is missing at the end',
    argv: ['migrate', '--source'],
    code: 'flagValueMissing',
    says: ['--source needs a value.', 'Write --source VALUE.'],
  },
  {
    name: 'another flag stands where a value should be',
    argv: ['migrate', '--profile', '--dry-run'],
    code: 'flagValueMissing',
    says: ['--profile needs a value.', 'Write --profile NAME.'],
  },
  {
    name: 'a switch got a value',
    argv: ['migrate', '--watch=yes'],
    code: 'flagValueUnexpected',
    says: ['--watch takes no value.'],
  },
  {
    name: 'there are too many words',
    argv: ['migrate', 'user', 'a', 'b'],
    code: 'tooManyArguments',
    says: ['takes at most 2 arguments, and there are 3', 'The first one too many is b.'],
  },
  {
    name: 'a secret is not taken and not repeated',
    argv: ['migrate', '--access-token=hunter2'],
    code: 'secretFlag',
    says: ['no flag takes a secret', 'CROSSORG_ACCESS_TOKEN'],
  },
];

test.each(rows)('refuses a command line: $name', async ({ argv, code, says }) => {
  const { ports, said } = fakePorts();
  const { table, ran } = fakeTable();
  expect(await run(argv, ports, table)).toBe(2);
  expect(ran).toEqual([]);
  expect(said.out).toBe('');
  const text = said.err.replaceAll(/\n +/g, ' ');
  for (const part of [`✗ Command  ${code}`, 'Why ', 'Next ', ...says])
    expect(text.replaceAll(/ +/g, ' ')).toContain(part.replaceAll(/ +/g, ' '));
  expect(said.err).not.toContain('hunter2');
});

test.each(rows)('says the same as one JSON document: $name', async ({ argv, code, says }) => {
  const { ports, said } = fakePorts();
  expect(await run(['--json', ...argv], ports, fakeTable().table)).toBe(2);
  expect(wrongIn(['--json'], { exitCode: 2, ...said })).toEqual([]);
  const document = JSON.parse(said.out);
  expect(document).toMatchObject({
    ...{ schema: 'crossorg/1', kind: 'error', ok: false, exitCode: 2, mode: null, profile: null },
    source: { tenantId: null, name: null },
    target: { tenantId: null, name: null },
    findings: [{ severity: 'error', field: 'command', code, from: 'input', service: null }],
  });
  expect(document.next).toEqual(document.findings[0].next);
  const words = [document.findings[0].what, document.findings[0].why, JSON.stringify(document.next)].join(' ');
  for (const part of says) expect(words).toContain(part);
  expect(said.err).toBe('');
  expect(said.out.trimEnd()).not.toContain('\n');
});

test('the document is indented for a person at a terminal', async () => {
  const { ports, said } = fakePorts({ screen: { outIsTTY: true } });
  await run(['status', '--json', '--x'], ports, fakeTable().table);
  expect(said.out.split('\n')[1]).toBe('  "schema": "crossorg/1",');
});

test('with events a refusal has its first line and its last one like everything else', async () => {
  const { ports, said } = fakePorts({ screen: { outIsTTY: true } });
  await run(['status', '--events', '--x'], ports, fakeTable().table);
  expect(wrongIn(['--events'], { exitCode: 2, ...said })).toEqual([]);
  const lines = said.out.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'started', mode: null });
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ event: 'summary', kind: 'error', exitCode: 2 });
});

test('no escape sequence of a command line reaches the terminal', async () => {
  const { ports, said } = fakePorts();
  await run(['\u001b[31mred\u0007', '--x'], ports, fakeTable().table);
  expect(said.err).toContain('There is no command red.');
  expect(said.err.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('symbols are ASCII where that is asked for', async () => {
  const { ports, said } = fakePorts();
  await run(['status', '--ascii', '--x'], ports, fakeTable().table);
  expect(said.err).toMatch(/^x Command {2}unknownFlag\n/);
});
