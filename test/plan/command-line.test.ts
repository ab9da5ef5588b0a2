import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Raw } from '../../src/commands/command.ts';
import { parseArgv } from '../../src/commands/parse.ts';
import { commands } from '../../src/commands/table.ts';
import { typedFromFlags } from '../../src/frontends/flags.ts';
import { type CommandExtras, commandFor, quotePosix, quotePowerShell } from '../../src/plan/command.ts';
import type { Profile } from '../../src/plan/profile.ts';
import { withProfile } from '../../src/plan/profile-answers.ts';
import { answerAll, progress, withDefaults } from '../../src/plan/progress.ts';
import type { Context } from '../../src/plan/question.ts';
import { type Typed, typedAs } from '../../src/plan/typed.ts';
import { arbitraryTyped, moveOf } from './support/arbitrary.ts';
import { arbitraryWithProfile } from './support/arbitrary-profiles.ts';
import { berlin, now } from './support/reading.ts';

const plans = 1000;

/** Days later and in another zone: what is printed means the same wherever it is pasted. */
const elsewhere: Context = { now: now + 3 * 86_400_000, zone: 'Asia/Tokyo' };

async function rawOf(argv: readonly string[]): Promise<Raw> {
  const parsed = await parseArgv(argv, commands);
  return parsed.kind === 'run' && parsed.entry.name === 'migrate'
    ? parsed.raw
    : expect.fail(JSON.stringify([argv, parsed]));
}

const answersIn = ({ args, flags }: Raw, profile: Profile | null): Typed =>
  withDefaults(withProfile(typedFromFlags(args, flags), profile, elsewhere), elsewhere);

/** Names that a shell would take apart, where they may stand in an answer. */
const hostile = fc.constantFrom(
  "o'neil",
  'd’arcy',
  '-x',

  '$HOME',
  '`id`',
  '!important',
  '#1',
  '~mia',
  '&co',
  'a;b',
  '%PATH%',
  '@mia',
  'ü',
);
const nasty: fc.Arbitrary<Typed> = fc
  .tuple(hostile, hostile)
  .map(([source, target]) =>
    withDefaults(
      answerAll(
        typedAs('flag', { type: 'group', source, target, targetHost: 'https://fabrikam-my.sharepoint.com' }),
        berlin,
      ),
      berlin,
    ),
  )
  .filter((typed) => progress(typed, berlin).plan !== null);
const nastyPeople: fc.Arbitrary<Typed> = fc
  .tuple(hostile, hostile)
  .map(([source, target]) =>
    withDefaults(
      answerAll(
        typedAs('flag', {
          type: 'user',
          source: `${source}@contoso.com`,
          target: `${target}@fabrikam.com`,
          targetHost: 'https://fabrikam-my.sharepoint.com',
        }),
        berlin,
      ),
      berlin,
    ),
  )
  .filter((typed) => progress(typed, berlin).plan !== null);

const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\0\r\n]/.test(text));
const extras: fc.Arbitrary<CommandExtras> = fc.record(
  { change: line, planOut: line, simulator: fc.boolean(), dryRun: fc.boolean(), json: fc.boolean() },
  { requiredKeys: [] },
);

type Told = { typed: Typed; profile: Profile | null; around: CommandExtras };

const without: fc.Arbitrary<Told> = fc
  .tuple(fc.oneof({ weight: 6, arbitrary: arbitraryTyped }, nasty, nastyPeople), extras)
  .map(([typed, around]) => ({ typed, profile: null, around }));

const withOne: fc.Arbitrary<Told> = fc
  .tuple(arbitraryWithProfile, extras)
  .map(([{ typed, profile }, around]) => ({ typed, profile, around }));

/** The same plan, and the same words around it. */
async function expectSame(argv: readonly string[], { typed, profile, around }: Told): Promise<void> {
  const raw = await rawOf(argv);
  expect({ argv, id: moveOf(answersIn(raw, profile)).id }).toEqual({ argv, id: moveOf(typed).id });
  const { change, planOut, simulator, dryRun, json } = around;
  expect(raw.flags).toMatchObject({
    ...(profile === null ? {} : { profile: profile.name }),
    ...(change === undefined ? {} : { change }),
    ...(planOut === undefined ? {} : { planOut }),
    ...(simulator ? { simulator } : {}),
    ...(dryRun ? { dryRun } : {}),
    ...(json ? { json } : {}),
  });
}

const printedWith = ({ typed, profile, around }: Told): string[] =>
  commandFor(typed, { ...around, profile: profile?.name ?? null, saved: profile });

describe.each([
  { name: 'without a profile', stories: without },
  { name: 'with a profile', stories: withOne },
])(`${plans} plans $name, printed as a command and read by the program`, ({ stories }) => {
  const told = fc.sample(stories, { numRuns: plans, seed: 20261205 });
  const printed = told.map(printedWith);

  it('are the same plans', async () => {
    for (const [index, argv] of printed.entries()) await expectSame(argv, told[index] as Told);
  });

  it('are the same plans after a POSIX shell has read the line', async () => {
    const script = printed.map((argv) => `printf '%s\\0' ${quotePosix(argv)} end-of-command`).join('\n');
    const output = execFileSync('/bin/sh', { input: script, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const read = output.split('end-of-command\0').slice(0, -1);
    expect(read).toHaveLength(plans);
    for (const [index, words] of read.entries()) await expectSame(words.split('\0').slice(0, -1), told[index] as Told);
  });

  it('are the same plans after PowerShell has read the line', async () => {
    for (const [index, argv] of printed.entries())
      await expectSame(wordsOfPowerShell(quotePowerShell(argv)), told[index] as Told);
  });
});

const quotes = "'\u2018\u2019\u201a\u201b";

/**
 * The words of a line as PowerShell hands them to a program, for the two forms that we print: bare words without a
 * character that means something there, and texts in single quotes, of which PowerShell knows five.
 */
function wordsOfPowerShell(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') at += 1;
    else {
      const [word, end] = quotes.includes(text[at] ?? '') ? quotedAt(text, at + 1) : bareAt(text, at);
      if (end < text.length && text[end] !== ' ') throw new Error(`A word goes on after its end: ${text.slice(at)}`);
      words.push(word);
      at = end;
    }
  }
  return words;
}

function quotedAt(text: string, from: number): [string, number] {
  let word = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (!quotes.includes(letter)) word += letter;
    else if (quotes.includes(text[at + 1] ?? ' ')) {
      word += letter;
      at += 1;
    } else return [word, at + 1];
  }
  throw new Error('A text in quotes has no end');
}

function bareAt(text: string, from: number): [string, number] {
  const end = text.indexOf(' ', from) === -1 ? text.length : text.indexOf(' ', from);
  const word = text.slice(from, end);
  if (/[`$"'(){};,|&<>\s\u2018-\u201f]/.test(word) || /^[@#%!~*?=]/.test(word))
    throw new Error(`PowerShell reads more into ${word}`);
  // A word that looks like a parameter is taken apart at a dot or a colon.
  if (/^-/.test(word) && /[.:]/.test(word)) throw new Error(`PowerShell takes ${word} apart`);
  return [word, end];
}

describe('the PowerShell reader of this test', () => {
  it.each([
    ["crossorg 'o''neil' --x", ['crossorg', "o'neil", '--x']],
    ["'d\u2019\u2019arcy' ''", ['d\u2019arcy', '']],
  ])('reads %s', (text, words) => {
    expect(wordsOfPowerShell(text)).toEqual(words);
  });

  it.each(['$env:x', '--a=-b.c', 'a,b', "'open", "'a'b", '@splat'])('does not let %s pass', (text) => {
    expect(() => wordsOfPowerShell(text)).toThrow();
  });
});
