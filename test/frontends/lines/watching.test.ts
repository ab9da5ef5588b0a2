import { describe, expect } from 'vitest';
import { talk, test } from './dialogue.ts';
import { dryRun, leave, move, yes } from './stories.ts';

const queuedLate = move('sam').map((word, at, all) => (all[at - 1] === '--start' ? '+1d' : word));

describe('watching by lines', () => {
  test('a sign of life says in what state it is, and since when', async ({ line }) => {
    const { transcript } = await talk(
      line,
      [...move('dana'), '--scenario', 'stuck'],
      [dryRun, yes, ['Still running', 'quit', 'at any time']],
    );
    expect(transcript).toMatch(/^Still running, 30 minutes\.$/m);
    expect(transcript).toContain('It goes on in the service. Watch it again:');
  });

  test('a queued task is cancelled after the word only, and tried again', async ({ line }) => {
    const { told, transcript } = await talk(line, queuedLate, [
      dryRun,
      yes,
      ['Watching. Type look, cancel', 'cancel', 'at any time'],
      ['Type yes to cancel it', ''],
      ['Type yes to cancel it', 'no'],
      ['Type yes to cancel it', 'help'],
      ['Type yes to cancel it', 'back'],
      ['Nothing was done.', 'cancel', 'at any time'],
      ['Type yes to cancel it', 'yes'],
      ['Type new try', 'new try'],
      ['The same request as before', 'dry run'],
      yes,
      ['Queued:', 'quit', 'at any time'],
    ]);
    expect(transcript).toContain('Cancel the queued task? SIMULATOR: from Contoso to Fabrikam.');
    expect(transcript).toContain('That is not the word yes, so nothing was done.');
    expect(transcript).toContain('Cancelled: sam@contoso.com');
    expect(told.exitCode).toBe(0);
    expect(line.world.log.filter(({ kind }) => kind === 'cancel')).toHaveLength(1);
    expect(line.world.log.filter(({ kind }) => kind === 'create')).toHaveLength(2);
  });

  test('a question about a task that moves on is asked once, and closes by itself', async ({ line }) => {
    const { transcript } = await talk(line, move('hana'), [
      dryRun,
      yes,
      ['Watching.', 'cancel', 'at any time'],
      ['It is too late for that word now', 'quit', 'at any time'],
    ]);
    expect(transcript.match(/Type yes to cancel it, or back:/g)).toHaveLength(1);
    expect(line.world.log.filter(({ kind }) => kind === 'cancel')).toEqual([]);
  });

  test('a look that finds everything as it was is answered', async ({ line }) => {
    const { transcript } = await talk(line, queuedLate, [
      dryRun,
      yes,
      ['Watching.', 'look', 'at any time'],
      ['No change at', 'full', 'at any time'],
      ['Plan:', 'status', 'at any time'],
      ['means nothing here', 'quit', 'at any time'],
    ]);
    expect(transcript).toMatch(/^No change at 12:00:\d\d UTC: Queued\.$/m);
    expect(transcript).toMatch(/^Waits for its start at 12:00:00 UTC, in (1 day|24 hours|23 hours 59 minutes)\.$/m);
    expect(transcript).toContain('History:');
    expect(transcript).toContain('"status" means nothing here. Type look, cancel, full, command, copy, help or\nquit.');
  });

  test('what is typed before the confirmation does not answer it', async ({ line }) => {
    const { told, transcript } = await talk(line, move('dana'), [
      ['Type dry run (or press Enter)', 'dry run\nyes'],
      ['Type yes to submit', 'back'],
      ['Nothing was sent.', 'quit'],
    ]);
    expect(told.exitCode).toBe(0);
    expect(transcript).not.toContain('Submitting');
    expect(line.world.log.filter(({ kind }) => kind === 'create')).toEqual([]);
  });

  test('another word, or Enter alone, submits nothing', async ({ line }) => {
    const { transcript } = await talk(line, move('dana'), [
      dryRun,
      ['Type yes to submit', ''],
      ['Type yes to submit', 'YES'],
      ['Type yes to submit', 'yes please'],
      ['Type yes to submit', 'quit'],
    ]);
    expect(transcript.match(/^Problem: Confirm\. Code confirmWord\.$/gm)).toHaveLength(3);
    expect(line.world.log.filter(({ kind }) => kind === 'create')).toEqual([]);
  });

  test('a note of the service on the way is told once', async ({ line }) => {
    const { transcript, told } = await talk(line, move('rex'), [dryRun, yes, leave]);
    expect(transcript.match(/The service notes/g)).toHaveLength(1);
    expect(told.exitCode).toBe(0);
  });
});

describe('an answer that was lost', () => {
  const lost = (scenario: string) => [...move('dana'), '--scenario', scenario];

  test('is looked for until the task is found', async ({ line }) => {
    const { told, transcript } = await talk(line, lost('lost-after'), [dryRun, yes, leave]);
    expect(told.exitCode).toBe(0);
    expect(transcript).toContain('Completed: dana@contoso.com.');
    expect(line.world.log.filter(({ kind }) => kind === 'create')).toHaveLength(1);
  });

  test('may be sent once more after five minutes, after a word', async ({ line }) => {
    const { told, transcript } = await talk(line, lost('lost-before'), [
      dryRun,
      yes,
      ['Unconfirmed', 'look', 'at any time'],
      ['The words send again', 'send again', 'at any time'],
      ['Type yes to send it once more', 'back'],
      ['Nothing was done.', 'send again', 'at any time'],
      ['Type yes to send it once more', 'yes'],
      leave,
    ]);
    expect(told.exitCode).toBe(0);
    expect(transcript).toContain('Send it once more? SIMULATOR: from Contoso to Fabrikam.');
    expect(transcript).toContain('Completed: dana@contoso.com.');
  });
});

describe('a conflict', () => {
  test('with a task that is there already stands against the confirmation', async ({ line }) => {
    await talk(line, queuedLate, [dryRun, yes, ['Watching.', 'quit', 'at any time']]);
    const { told, transcript } = await talk(line, move('sam'), [
      dryRun,
      ['Type dry run to run it again, full, 1 to 4 to edit, or back:', 'yes'],
      ['means nothing here', 'quit'],
    ]);
    expect(transcript).toMatch(/^Problem: (Task|Source)\. Code \w+\.$/m);
    expect(told.exitCode).toBe(0);
  });
});
