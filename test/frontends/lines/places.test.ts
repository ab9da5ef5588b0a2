import { describe, expect } from 'vitest';
import { people, stoppedHalfway } from '../../support/waves.ts';
import { talk, test } from './dialogue.ts';
import { dryRun, move, offers, yes } from './stories.ts';

const begun = [
  ['Place.', ''],
  ['Type. Number', ''],
  ['Source sign-in name', 'sam'],
  ['Target sign-in name', ''],
] as const;

describe('the first question', () => {
  test('names the mode and both tenants, and opens a place by Enter, number or name', async ({ line }) => {
    for (const answer of ['', '1', 'Simulator', 'simul']) {
      const { transcript } = await talk(
        line,
        ['--line'],
        [
          ['Place. Number, or Enter for 1:', answer],
          ['Type. Number', 'quit'],
        ],
      );
      expect(transcript).toContain('1. Simulator, SIMULATOR. Two made-up tenants, Contoso and Fabrikam.');
      expect(transcript).toContain('SIMULATOR: from Contoso to Fabrikam.');
    }
  });

  test('says what else it understands', async ({ line }) => {
    const { transcript } = await talk(
      line,
      ['--line'],
      [
        ['Place.', 'xyz'],
        ['Place.', 'help'],
        ['Place.', 'words'],
        ['Place.', 'back'],
        ['Place.', 'quit'],
      ],
    );
    expect(transcript).toContain('"xyz" means nothing here.');
    expect(transcript).toContain('1: opens Simulator');
    expect(transcript).toContain('This is the first question. Type quit to leave.');
  });

  test('is come back to from the first question of a migration', async ({ line }) => {
    const { transcript } = await talk(
      line,
      ['--line'],
      [
        ['Place.', ''],
        ['Type. Number', 'back'],
        ['Place.', 'quit'],
      ],
    );
    expect(transcript.match(/^Where do you want to work\?/gm)).toHaveLength(2);
  });

  test('offers to go on with a draft', async ({ line }) => {
    await talk(line, ['--line'], [...begun, ['Target addressed by', 'quit']]);
    const { transcript } = await talk(
      line,
      ['--line'],
      [
        ['draft: goes on with sam@contoso.com, step 3 of 7', 'draft'],
        ['Target addressed by', 'quit'],
      ],
    );
    expect(transcript).toContain('Step 3 of 7. How is the target addressed?');
  });

  test('offers to watch what is under way', async ({ line }) => {
    await talk(line, move('hana'), [dryRun, yes, ['Running: hana', 'quit', 'at any time']]);
    const { transcript } = await talk(
      line,
      ['--line'],
      [
        ['watch: watches hana@contoso.com', 'watch'],
        ['Watching.', 'quit', 'at any time'],
      ],
    );
    expect(transcript).toContain('Running: hana@contoso.com, task');
  });

  test('opens a wave that was stopped as one run, resumes it after its number, and is come back to', async ({
    line,
  }) => {
    const run = await stoppedHalfway(line, people(8));
    const { transcript } = await talk(
      line,
      ['--line'],
      [
        [`resume: opens run ${run}, queued, 4 of 8 submitted, 4 not sent`, 'copy'],
        ['Place.', 'resume'],
        ['Type ', 'go on', 'at any time'],
        ['Type 4 to go on', '4'],
        ['Enter to leave', 'back'],
        ['Place.', 'quit'],
      ],
    );
    expect(transcript).toContain(`crossorg resume ${run} --simulator`);
    expect(transcript.match(/^Where do you want to work\?/gm)).toHaveLength(2);
    expect(transcript.match(/^Begun before:/gm)).toHaveLength(1);
  });

  test('leads to a whole move in the demo', async ({ line }) => {
    const { told } = await talk(
      line,
      ['demo', '--line'],
      [...begun, ...offers, dryRun, yes, ['press Enter to leave', '']],
    );
    expect(told.exitCode).toBe(0);
  });
});

describe('commands that ask or watch', () => {
  test('watch follows a task by lines', async ({ line }) => {
    await talk(line, move('hana'), [dryRun, yes, ['Running: hana', 'quit', 'at any time']]);
    const { transcript } = await talk(
      line,
      ['watch', 'hana@contoso.com', '--simulator', '--line'],
      [
        ['Watching.', 'look', 'at any time'],
        ['No change at', 'quit', 'at any time'],
      ],
    );
    expect(transcript).toContain('SIMULATOR: from Contoso to Fabrikam.');
  });

  const late = move('sam').map((word, at, all) => (all[at - 1] === '--start' ? '+1d' : word));

  test('cancel asks for its word by lines, and an end of input is no word', async ({ line }) => {
    await talk(line, late, [dryRun, yes, ['Watching.', 'quit', 'at any time']]);
    const command = ['cancel', 'sam@contoso.com', '--simulator', '--line'];
    const over = await talk(line, command, [['press Enter to stop', null]]);
    expect(over.told.exitCode).toBe(2);
    expect(over.transcript).toContain('SIMULATOR: from Contoso to Fabrikam. Cancel sam@contoso.com?');
    const { told } = await talk(line, command, [['press Enter to stop', 'yes']]);
    expect(told.exitCode).toBe(0);
  });
});
