import { describe, expect } from 'vitest';
import { talk, test } from './dialogue.ts';
import { dryRun, migrate, move, offers, yes } from './stories.ts';

describe('words at a question', () => {
  test('back keeps an answer, also one that cannot be read', async ({ line }) => {
    const { transcript } = await talk(line, migrate, [
      ['Type. Number', ''],
      ['Source sign-in name (Contoso), or Enter for', 'dana lind@contoso.com'],
      [/upnForbiddenCharacter.*Source sign-in name/s, 'back'],
      ['Type. Number, or Enter to keep 1:', ''],
      ['Source sign-in name (Contoso), fix for danalind@contoso.com', 'sam'],
      ['Target sign-in name', 'back'],
      ['Source sign-in name (Contoso), or Enter to keep sam@contoso.com:', ''],
      ['Target sign-in name (Fabrikam), or Enter for sam@fabrikam.com:', 'quit'],
    ]);
    expect(transcript.match(/Code upnForbiddenCharacter/g)).toHaveLength(2);
  });

  test('back at the first question says how to leave', async ({ line }) => {
    const { transcript } = await talk(line, migrate, [
      ['Type. Number', 'back'],
      ['Type. Number', 'quit'],
    ]);
    expect(transcript).toContain('This is the first question. Type quit to leave.');
  });

  test('help says the words of the place, and words what the terms mean', async ({ line }) => {
    const { lines } = await talk(line, migrate, [
      ['Type. Number', 'HELP'],
      ['Type. Number', 'words'],
      ['Type. Number', 'quit'],
    ]);
    expect(lines).toContain('help: says these words');
    expect(lines).toContain('Dry run: the service checks the move and moves nothing');
  });

  test('clear empties an answer that may be left out', async ({ line }) => {
    const { transcript } = await talk(
      line,
      [...move('dana').filter((word) => word !== '--latest-start='), '--latest-start', '+8h'],
      [
        ['Must start by: ', '4'],
        ['Not before', 'next'],
        ['Must start by, or Enter to keep Sat 5 Dec 2026 21:00 Berlin = 20:00 UTC:', 'clear'],
        [/Request, 5 values.*Type dry run/s, 'quit'],
      ],
    );
    expect(transcript.match(/^Must start by: /gm)).toHaveLength(1);
  });

  test('an equals sign makes an answer of a word', async ({ line }) => {
    const { lines } = await talk(line, migrate, [
      ['Type. Number', '3'],
      ['Source group mail nickname', '=help'],
      ['Target group mail nickname (Fabrikam), or Enter for help:', 'quit'],
    ]);
    expect(lines.join('\n')).not.toContain('Words here');
  });

  test('earlier answers are listed and taken', async ({ line }) => {
    const { transcript } = await talk(line, migrate, [
      ['Type. Number', ''],
      ['Source sign-in name', 'sam'],
      ['Target sign-in name', ''],
      ...offers,
      dryRun,
      yes,
      ['Type another', 'another'],
      ['Type. Number', ''],
      ['Source sign-in name', 'earlier'],
      ['earlier 1: sam@contoso.com', 'earlier 1'],
      ['Target sign-in name (Fabrikam), or Enter for sam@fabrikam.com:', 'quit'],
    ]);
    expect(transcript.match(/^Step 1 of 7/gm)).toHaveLength(2);
  });
});

describe('words from the request on', () => {
  test('full says the exact request, and command the same for shells', async ({ line }) => {
    const { transcript } = await talk(line, move('dana'), [
      ['Type dry run', 'full'],
      ['Type dry run', 'command'],
      ['Type dry run', 'copy'],
      ['Type dry run', 'nonsense'],
      ['Type dry run', 'quit'],
    ]);
    expect(transcript).toContain('"validateOnly": true (false in the live request)');
    expect(transcript).toMatch(/^Plan: [0-9a-f]{64}$/m);
    expect(transcript).toContain('crossorg migrate user dana@contoso.com --target dana@fabrikam.com \\\n--target-host');
    expect(transcript).toContain('No clipboard was found here. The command:');
    expect(transcript).toContain('"nonsense" means nothing here.');
  });

  test('save writes the plan, and says where', async ({ line }) => {
    const { transcript } = await talk(line, move('dana'), [
      ['Type dry run', 'save'],
      ['Type dry run', 'quit'],
    ]);
    expect(transcript).toMatch(/The plan is saved:|cannot be/);
  });

  test('a number edits its step, also from the confirmation', async ({ line }) => {
    const { told } = await talk(line, move('dana'), [
      dryRun,
      ['Type yes to submit', '4'],
      ['Not before, or Enter to keep As soon as the service has room:', '+3h'],
      [/Not before: .*, typed.*Type dry run/s, 'dry run'],
      ['Type yes to submit', 'full'],
      ['Type yes to submit', 'dry run'],
      ['Type yes to submit', 'back'],
      ['The same request as before', 'quit'],
    ]);
    expect(told.exitCode).toBe(0);
  });

  test('a dry run can be waited for no longer', async ({ line }) => {
    const { transcript } = await talk(
      line,
      [...move('dana'), '--scenario', 'slow'],
      [dryRun, [/Dry run\s+sent\./, 'back', 'at any time'], ['The same request as before', 'quit']],
    );
    expect(transcript).not.toContain('Dry run: ready');
  });
});
