import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../../src/commands/table.ts';
import { CommandLine } from '../support/command-line.ts';
import { userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

/** A word with a letter too many. */
const mistyped = (word: string): string => `${word[0]}q${word.slice(1)}`;

/** What a command has to be told before it looks at its flags. */
const subject: Readonly<Record<string, readonly string[]>> = { profile: ['new', 'c2f'] };

const named = commands.filter(({ name }) => name !== '');

test.each(named)('a mistyped $name names it', async ({ name }) => {
  const { exitCode, json } = await computer.run([mistyped(name), '--json']);
  expect({ exitCode, codes: json.findings[0].code }).toEqual({ exitCode: 2, codes: 'unknownCommand' });
  expect(json.findings[0].suggestion).toBe(name);
});

test.each(named)('every mistyped flag of $name names the right one', async (entry) => {
  for (const { flag } of await entry.options()) {
    const { exitCode, json } = await computer.run([entry.name, `--${mistyped(flag)}`, 'x', '--json']);
    expect(exitCode).toBe(2);
    expect(json.findings[0].suggestion).toBe(`--${flag}`);
  }
});

type Choice = { name: string; argv: string[]; right: string };

const wordsOf = (placeholder: string): string[] =>
  placeholder.includes('|') ? placeholder.split('|').filter((word) => !/^[A-Z]/.test(word)) : [];

/** Every place of the table that lists what can stand there. */
async function choices(): Promise<Choice[]> {
  const found: Choice[] = [];
  for (const { name, args, options } of named) {
    for (const { flag, value = '' } of await options())
      for (const right of wordsOf(value))
        found.push({
          name: `${name} --${flag} ${right}`,
          argv: [name, ...(subject[name] ?? []), `--${flag}`, mistyped(right)],
          right,
        });
    for (const [index, { name: arg }] of args.entries())
      for (const right of wordsOf(arg)) {
        if (index > 0 || !isClosed(arg)) continue;
        found.push({ name: `${name} ${right}`, argv: [name, mistyped(right)], right });
      }
  }
  return found;
}

/** Nothing but the words in the list can stand there. */
const isClosed = (placeholder: string): boolean => wordsOf(placeholder).length === placeholder.split('|').length;

test.each(await choices())('a mistyped $name is refused with the right word', async ({ argv, right }) => {
  const { exitCode, json } = await computer.run([...argv, '--json']);
  expect(exitCode).toBe(2);
  expect(json.findings.map(({ suggestion }: { suggestion?: string }) => suggestion)).toContain(right);
});

const others = [
  { name: 'scenario', argv: [...userMove(), '--simulator', '--scenario', 'throtled', '--dry-run'], right: 'throttled' },
  { name: 'scenario of the server', argv: ['simulate', '--scenario', 'throtled'], right: 'throttled' },
  { name: 'kind of output', argv: ['schema', 'migrat'], right: 'migrate' },
  { name: 'shell', argv: ['completion', 'bsah'], right: 'bash' },
  { name: 'time zone', argv: ['migrate', '--time-zone', 'europe/madird', '--dry-run'], right: 'Europe/Madrid' },
];

test.each(others)('a mistyped $name is refused with the right word', async ({ argv, right }) => {
  const { exitCode, json } = await computer.run([...argv, '--json']);
  expect(exitCode).toBe(2);
  expect(json.findings).toEqual([expect.objectContaining({ suggestion: right })]);
});
