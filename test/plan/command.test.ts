import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionId } from '../../src/plan/answers.ts';
import { commandFor, quotePosix, quotePowerShell } from '../../src/plan/command.ts';
import { answerAll, withDefaults } from '../../src/plan/progress.ts';
import type { Context } from '../../src/plan/question.ts';
import { questionAt, questionIds } from '../../src/plan/questions.ts';
import { type Typed, typedAs } from '../../src/plan/typed.ts';
import { arbitraryTyped, moveOf } from './support/arbitrary.ts';
import { given, group, orgId, site, user } from './support/given.ts';
import { berlin, now } from './support/reading.ts';

/** Reads `migrate [TYPE] [SOURCE] --flag value --flag=value` as a command line does. */
function readArgv(
  [command, ...words]: readonly string[],
  switches = ['dry-run', 'simulator', 'json'],
): Record<string, string> {
  expect(command).toBe('migrate');
  const read: Record<string, string> = {};
  const bare = ['type', 'source'];
  while (words.length > 0) {
    const word = words.shift() ?? '';
    const [, name = '', , value] = /^--([a-z-]+)(=([\s\S]*))?$/.exec(word) ?? [];
    if (name === '') read[bare.shift() ?? 'too many'] = word;
    else read[name] = value ?? (switches.includes(name) ? 'yes' : (words.shift() ?? 'nothing follows'));
  }
  return read;
}

const elsewhere: Context = { now: now + 3 * 86_400_000, zone: 'Asia/Tokyo' };

/** The answers of a command line, read days later and in another zone, over those of a profile. */
function answersOf(argv: readonly string[], profile: Typed = {}): Typed {
  const read = readArgv(argv);
  const texts = questionIds.map((id): [QuestionId, string | undefined] => [id, read[questionAt(id).flag ?? '']]);
  return withDefaults(answerAll({ ...profile, ...typedAs('flag', Object.fromEntries(texts)) }, elsewhere), elsewhere);
}

it('1,000 plans: the printed command gives the same plan again, days later and in another zone', () => {
  fc.assert(
    fc.property(arbitraryTyped, (typed) => {
      expect(moveOf(answersOf(commandFor(typed))).id).toBe(moveOf(typed).id);
    }),
    { numRuns: 1000 },
  );
});

it('1,000 plans over a profile: the printed command gives the same plan again', () => {
  const profile = typedAs('profile', {
    targetHost: 'fabrikam.sharepoint.com',
    targetOrgId: orgId,
    targetLocation: 'FRA',
  });
  const choice = fc.constantFrom('host', 'organization', undefined);
  fc.assert(
    fc.property(arbitraryTyped, choice, (typed, chosen) => {
      const flags = Object.fromEntries(Object.entries(typed).filter(([, entry]) => entry.origin === 'flag'));
      const layered = withDefaults({ ...profile, ...flags, ...typedAs('typed', { targetBy: chosen }) }, berlin);
      const argv = commandFor(layered, { profile: 'c2f' });
      expect(readArgv(argv).profile).toBe('c2f');
      expect(moveOf(answersOf(argv, profile)).id).toBe(moveOf(layered).id);
    }),
    { numRuns: 1000 },
  );
});

describe('the command', () => {
  const rows: readonly { name: string; argv: readonly string[]; line: string }[] = [
    {
      name: 'a plain move',
      argv: commandFor(given(user)),
      line: 'migrate user dana@contoso.com --target dana@fabrikam.com --target-host https://fabrikam-my.sharepoint.com',
    },
    {
      name: 'normalised values, times in UTC',
      argv: commandFor(
        given({ ...site, source: `${site.source}/?web=1`, targetHost: 'FABRIKAM.sharepoint.com', start: 'sat 22:00' }),
      ),
      line: 'migrate site https://contoso.sharepoint.com/sites/IT --target https://fabrikam.sharepoint.com/sites/IT --target-host https://fabrikam-my.sharepoint.com --start 2026-12-05T21:00:00Z',
    },
    {
      name: 'a nickname that looks like a flag',
      argv: commandFor(given({ ...group, source: '-x', target: '-y' })),
      line: 'migrate group --source=-x --target=-y --target-host https://fabrikam-my.sharepoint.com',
    },
    {
      name: 'a profile: its values stay there, what empties them does not',
      argv: commandFor(
        {
          ...typedAs('profile', { ...user, latestStart: '2026-12-06T05:00:00Z' }),
          ...typedAs('typed', { source: 'eve@contoso.com', start: 'now' }),
        },
        { profile: 'c2f', dryRun: true },
      ),
      line: 'migrate --source eve@contoso.com --start now --latest-start 2026-12-06T05:00:00Z --profile c2f --dry-run',
    },
    {
      name: 'a profile whose window was emptied',
      argv: commandFor(
        { ...typedAs('profile', user), ...typedAs('typed', { type: 'user', latestStart: '' }) },
        { profile: 'c2f' },
      ),
      line: 'migrate user --latest-start= --profile c2f',
    },
    {
      name: 'all that stands around the answers',
      argv: commandFor(typedAs('flag', { type: 'user' }), {
        simulator: true,
        scenario: 'throttled',
        graphUrl: 'http://127.0.0.1:8080/beta',
        sourceTenant: 'contoso.com',
        timeZone: 'Europe/Berlin',
        change: 'CHG 1',
        planOut: 'plan.json',
        dryRun: true,
        json: true,
      }),
      line: "migrate user --simulator --scenario throttled --graph-url http://127.0.0.1:8080/beta --source-tenant contoso.com --time-zone Europe/Berlin --change 'CHG 1' --plan-out plan.json --dry-run --json",
    },
    {
      name: 'what cannot be read stands as it was typed',
      argv: commandFor(typedAs('flag', { type: 'user', source: 'dana', start: 'tomorow 18:00' })),
      line: "migrate user dana --start 'tomorow 18:00'",
    },
  ];
  it.each(rows)('has $name', ({ argv, line }) => {
    expect(quotePosix(argv)).toBe(line);
  });
});

describe('quoting', () => {
  it('a POSIX shell reads back every word', () => {
    const words = fc.array(
      fc.string({ unit: 'grapheme' }).filter((word) => !word.includes('\0')),
      { minLength: 1 },
    );
    const nasty = ["o'neil", '$HOME', '`id`', '!x', 'a\nb', '', '*', '~', '=ls', '-n', 'ü 🦊', '"', '\\'];
    const all = [...nasty, ...fc.sample(words, { numRuns: 100, seed: 1 }).flat()];
    const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${quotePosix(all)}`], { encoding: 'utf8' });
    expect(printed.split('\0').slice(0, -1)).toEqual(all);
  });

  it.each([
    ['a plain word', 'dana@contoso.com', 'dana@contoso.com'],
    ['a flag', '--target-host', '--target-host'],
    ['an address', 'https://c.sharepoint.com/sites/IT', 'https://c.sharepoint.com/sites/IT'],
    ['a word that would be a variable', '$env:x', "'$env:x'"],
    ['a word that would be a splat', '@x', "'@x'"],
    ['a flag that would be split', '--target=-a.b', "'--target=-a.b'"],
    ['a guest', 'd#EXT#@c.com', "'d#EXT#@c.com'"],
    ['a quote', "o'neil", "'o''neil'"],
    ['a typographic quote', 'o’neil', "'o’’neil'"],
    ['nothing', '', "''"],
    ['a list', 'a,b', "'a,b'"],
  ])('PowerShell: %s', (_name, word, quoted) => {
    expect(quotePowerShell([word])).toBe(quoted);
  });
});
