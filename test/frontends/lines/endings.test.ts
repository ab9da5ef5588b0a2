import { describe, expect } from 'vitest';
import { exits } from '../../../src/problems/exit.ts';
import { type Turn, talk, test } from './dialogue.ts';
import { dryRun, leave, migrate, move, offers, yes } from './stories.ts';

/** Every place where something is asked, on the way of a person who takes what is offered. */
const asked: readonly { at: string; turn: Turn; missing: string; flag: string }[] = [
  { at: 'the type', turn: ['Type. Number', ''], missing: 'typeMissing', flag: '--type' },
  { at: 'the source', turn: ['Source sign-in name', ''], missing: 'sourceMissing', flag: '--source' },
  { at: 'the target', turn: ['Target sign-in name', ''], missing: 'targetMissing', flag: '--target' },
  { at: 'the address', turn: offers[0] as Turn, missing: 'targetByMissing', flag: '' },
  { at: 'the host', turn: offers[1] as Turn, missing: 'targetHostMissing', flag: '--target-host' },
  { at: 'the start', turn: offers[2] as Turn, missing: 'startMissing', flag: '--start' },
  { at: 'the latest start', turn: offers[3] as Turn, missing: 'latestStartMissing', flag: '--latest-start' },
  { at: 'the request', turn: ['Type dry run (or press Enter)', ''], missing: 'confirmMissing', flag: '--confirm' },
  { at: 'the confirmation', turn: yes, missing: 'confirmMissing', flag: '--confirm' },
];
const upTo = (index: number): Turn[] => asked.slice(0, index).map(({ turn }) => turn);
const questions = asked.map((one, index) => ({ ...one, before: upTo(index) }));

describe('the end of the input', () => {
  test.for(questions)(
    'at $at names what is missing, with exit code 2',
    async ({ before, turn, missing, flag }, { line }) => {
      const { told } = await talk(line, migrate, [...before, [turn[0], null]]);
      expect(told.exitCode).toBe(exits.usage);
      expect(told.err).toContain(`Code ${missing}.`);
      expect(told.err).toContain(flag);
      expect(line.world.log.filter(({ kind }) => kind === 'create')).toEqual([]);
    },
  );

  test('at the first question of all says that no place was named', async ({ line }) => {
    const { told } = await talk(line, ['--line'], [['Place.', null]]);
    expect(told.exitCode).toBe(exits.usage);
    expect(told.err).toContain('Code placeMissing.');
  });

  test('after a dry run that is not ready is a missing confirmation', async ({ line }) => {
    const { told } = await talk(line, move('lee'), [dryRun, ['Type dry run to run it again', null]]);
    expect(told.exitCode).toBe(exits.usage);
  });

  test('while a task is watched changes nothing: it is watched to its end', async ({ line }) => {
    const { told, transcript } = await talk(line, move('dana'), [dryRun, yes, ['Watching.', null, 'at any time']]);
    expect(transcript).toContain('The input has ended.');
    expect(transcript).toContain('Completed: dana@contoso.com.');
    expect(told.exitCode).toBe(exits.done);
  });

  test('where a word would cancel means that nothing is cancelled', async ({ line }) => {
    const { transcript } = await talk(
      line,
      move('hana'),
      [dryRun, yes, ['Watching.', 'cancel', 'at any time'], ['Type yes to cancel it', null]],
      { stopAt: 'It has started' },
    );
    expect(transcript).toContain('The input has ended before the word, so nothing was done.');
    expect(line.world.log.filter(({ kind }) => kind === 'cancel')).toEqual([]);
  });

  test('after a task that failed keeps the code of the failure', async ({ line }) => {
    const { told } = await talk(line, move('milo'), [dryRun, yes, ['Type new try', null]]);
    expect(told.exitCode).toBe(exits.failed);
  });
});

const quits = questions.map(({ at, before, turn }) => ({ at, turns: [...before, [turn[0], 'quit'] as Turn] }));

describe('quit', () => {
  test.for(quits)('leaves at $at', async ({ turns }, { line }) => {
    const { told, transcript } = await talk(line, migrate, turns);
    expect(told.exitCode).toBe(exits.done);
    expect(transcript.trimEnd()).toMatch(/SIMULATOR: nothing was submitted\.$/);
  });

  test('leaves at the first question of all', async ({ line }) => {
    const { told } = await talk(line, ['--line'], [['Place.', 'quit']]);
    expect(told.exitCode).toBe(exits.done);
  });

  test('leaves a task running, and says how to come back', async ({ line }) => {
    const { told, lines } = await talk(line, move('hana'), [dryRun, yes, ['Running: hana', 'quit', 'at any time']]);
    expect(told.exitCode).toBe(exits.done);
    expect(lines).toContain('It goes on in the service. Watch it again:');
    expect(lines.at(-2)).toMatch(/^crossorg watch \S{36} --simulator$/);
  });

  test('leaves after the end like Enter does', async ({ line }) => {
    const { told } = await talk(line, move('dana'), [dryRun, yes, [leave[0], 'quit']]);
    expect(told.exitCode).toBe(exits.done);
  });
});

const stops = [
  { at: 'a question', argv: migrate, turns: [], stopAt: 'Type. Number', says: 'SIMULATOR: nothing was submitted.' },
  { at: 'the confirmation', argv: move('dana'), turns: [dryRun], stopAt: 'Type yes', says: 'nothing was submitted.' },
  {
    at: 'a running task',
    argv: move('hana'),
    turns: [dryRun, yes],
    stopAt: 'Running: hana',
    says: 'It goes on in the service. Watch it again:',
  },
];

test.for(stops)('Ctrl+C at $at says the state and the way back, with exit code 130', async (story, { line }) => {
  const { told, transcript } = await talk(line, story.argv, story.turns, { stopAt: story.stopAt });
  expect(told.exitCode).toBe(exits.interrupted);
  expect(transcript).toContain(story.says);
});
