import { describe, expect } from 'vitest';
import { masked, type Turn, talk, test } from './dialogue.ts';
import { dryRun, leave, migrate, move, offers, yes } from './stories.ts';

const stories: { name: string; argv: string[]; turns: Turn[]; code: number; says: string[] }[] = [
  {
    name: 'a person by Enter and one word',
    argv: migrate,
    turns: [
      ['Type. Number, or Enter for 1:', ''],
      ['Source sign-in name (Contoso), or Enter for dana@contoso.com:', ''],
      ['Target sign-in name (Fabrikam), or Enter for dana@fabrikam.com:', ''],
      ...offers,
      ['Type dry run (or press Enter)', ''],
      yes,
      leave,
    ],
    code: 0,
    says: ['Queued: dana@contoso.com', 'Running: dana@contoso.com', 'Completed: dana@contoso.com.'],
  },
  {
    name: 'a site by its addresses',
    argv: migrate,
    turns: [
      ['Type. Number', '2'],
      ['Source site address (Contoso)', 'https://contoso.sharepoint.com/sites/IT'],
      ['Target site address (Fabrikam)', ''],
      ...offers,
      dryRun,
      yes,
      leave,
    ],
    code: 0,
    says: ['The source site becomes read-only', 'Completed: https://contoso.sharepoint.com/sites/IT.'],
  },
  {
    name: 'a group by word, with a start and an end',
    argv: migrate,
    turns: [
      ['Type. Number', 'group'],
      ['Source group mail nickname (Contoso), or Enter for finance-eu:', ''],
      ['Target group mail nickname (Fabrikam), or Enter for finance-eu:', ''],
      ['Target addressed by. Number', '2'],
      ['Target organization id, or Enter for', ''],
      ['Target data location, or Enter for none:', 'default'],
      ['Not before', '+2h'],
      ['Must start by', 'tomorrow 18:00'],
      dryRun,
      yes,
      leave,
    ],
    code: 0,
    says: [
      'Not before: Sat 5 Dec 2026 15:00 Berlin = 14:00 UTC, typed',
      'Waits for its start at 14:00:00 UTC, in',
      'Completed: finance-eu.',
    ],
  },
  {
    name: 'an answer that cannot be read, its fix, and a name that is completed',
    argv: migrate,
    turns: [
      ['Type. Number', 'usr'],
      [/typeUnreadable.*Number, or Enter for 1:/s, 'fix'],
      ['Source sign-in name', 'dana lind@contoso.com'],
      ['Source sign-in name', 'dana'],
      ['Target sign-in name', 'https://x'],
      ['Target sign-in name', 'dana'],
      ['Target addressed by', '1'],
      ['Target host', 'fabrikam-admin.sharepoint.com'],
      ['Not before', 'tomorow 18:00'],
      ['Not before, fix for tomorrow 18:00, or Enter for now:', 'fix'],
      ['Must start by', ''],
      dryRun,
      yes,
      leave,
    ],
    code: 0,
    says: [
      'Problem: Type. Code typeUnreadable.',
      'Problem: Source. Code upnForbiddenCharacter.',
      'Source sign-in name: dana@contoso.com',
      'Problem: Target. Code upnForbiddenCharacter.',
      'Target sign-in name: dana@fabrikam.com',
      'Target host: https://fabrikam-my.sharepoint.com, typed',
    ],
  },
  {
    name: 'a dry run that is not ready, and the step that mends it',
    argv: move('lee'),
    turns: [
      dryRun,
      ['Type dry run to run it again', '2'],
      ['Source sign-in name (Contoso), or Enter to keep lee@contoso.com:', 'dana'],
      [/lee@fabrikam.com, by flag.*Type dry run/s, '2'],
      ['Source sign-in name', 'next'],
      ['Target sign-in name (Fabrikam), or Enter to keep lee@fabrikam.com:', 'dana'],
      dryRun,
      yes,
      leave,
    ],
    code: 0,
    says: [
      'Dry run: not ready. Nothing was moved.',
      'Problem: Licence. Code MnAOdbUsersAreNotLicensed.',
      'Problem: Licence. Code',
    ],
  },
  {
    name: 'a move that fails, and a new try of it that is left alone',
    argv: move('faye'),
    turns: [dryRun, yes, ['Type new try, another, full', 'new try'], ['The same request as before', 'quit']],
    code: 0,
    says: ['Failed: faye@contoso.com', 'Is the source all right?', 'SIMULATOR: nothing was submitted.'],
  },
  {
    name: 'a move that fails, and is left at that',
    argv: move('carl'),
    turns: [dryRun, yes, ['Type new try', '']],
    code: 6,
    says: ['Failed: carl@contoso.com'],
  },
];

describe('whole moves by lines', () => {
  test.for(stories)('$name', async ({ name, argv, turns, code, says }, { line }) => {
    const { told, transcript } = await talk(line, argv, turns);
    expect(told.exitCode).toBe(code);
    for (const text of says) expect(transcript).toContain(text);
    await expect(masked(transcript)).toMatchFileSnapshot(`transcripts/${name.replaceAll(/[ ,]+/g, '-')}.txt`);
  });
});
