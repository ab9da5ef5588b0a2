import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { kindNames } from '../../src/schema/publish.ts';
import { CommandLine } from '../support/command-line.ts';
import { simulated, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

test('lists the kinds, each with a line about it', async () => {
  const { exitCode, out, err } = await computer.run(['schema']);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  for (const kind of kindNames) expect(out).toMatch(new RegExp(`^  ${kind} +[A-Z]`, 'm'));
});

test.each(kindNames)('prints the schema of %s, the same with --json', async (kind) => {
  const { out } = await computer.run(['schema', kind]);
  expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  expect((await computer.run(['schema', kind, '--json'])).out).toBe(out);
});

test('with --json and no kind prints all of them in one', async () => {
  const { json } = await computer.run(['schema', '--json']);
  expect(Object.keys(json.$defs)).toEqual(expect.arrayContaining([...kindNames]));
});

test('with --events the schema stands in the last line', async () => {
  const { events } = await computer.run(['schema', 'status', '--events']);
  expect(events.at(-1)).toMatchObject({ event: 'summary', kind: 'schema', definition: { title: 'State of tasks' } });
});

test('what it prints fits what the other commands print', async () => {
  const validate = new Ajv2020().compile((await computer.run(['schema', 'migrate'])).json);
  const { json } = await computer.run([...userMove(), ...simulated, '--dry-run', '--json']);
  expect({ fits: validate(json), errors: validate.errors }).toEqual({ fits: true, errors: null });
});

test('a mistyped kind is refused with the nearest one', async () => {
  const { exitCode, json } = await computer.run(['schema', 'migrat', '--json']);
  expect(exitCode).toBe(2);
  expect(json.findings).toMatchObject([
    { code: 'kindUnknown', suggestion: 'migrate', next: [{ command: 'crossorg schema migrate' }, {}] },
  ]);
});

test('a kind unlike any is refused with the way to the list', async () => {
  const { exitCode, err } = await computer.run(['schema', 'gossip']);
  expect(exitCode).toBe(2);
  expect(err).toContain('There is no kind of output called "gossip".');
  expect(err).toContain('crossorg schema');
});
