import { expect } from 'vitest';
import type { Program } from './pty.ts';
import { leftBehind } from './stream-scan.ts';

export const enter = '\r';
export const esc = '\u001b';
export const backTab = '\u001b[Z';
export const ctrlC = '\u0003';
export const ctrlU = '\u0015';
export const down = '\u001b[B';

/** A sentence that only the screen of a question, or of a step, shows. */
export const on = {
  welcome: 'Where do you want to work?',
  type: 'What do you want to move?',
  sourceUser: 'Whose OneDrive moves?',
  sourceSite: 'Which site moves?',
  sourceGroup: "Which group's site moves?",
  sourceUpn: 'What is the sign-in name of that object id?',
  targetUser: 'Who receives it?',
  targetSite: 'Which address does it get?',
  targetGroup: 'Which group receives it?',
  targetBy: 'How is the target addressed?',
  targetHost: "What is the target's -my host?",
  targetOrgId: "What is the target's organization id?",
  targetLocation: 'Which data location at the target?',
  start: 'When may it start?',
  latestStart: 'By when must it have started?',
  request: 'This is what the dry run sends',
  notReady: 'Not ready. Nothing was moved.',
  ready: 'Ready. The service found no problem',
  confirm: 'Type yes to submit:',
  queued: '– Queued ',
  running: '▸ Running ',
  completed: /^ ✓ Completed .*after/m,
  leave: 'Leave crossorg?',
} as const;

/** A submitted task, whatever has come of it meanwhile. */
export const underWay = /^ (– Queued|▸ Running|✓ Completed) /m;

/** A whole simulated move takes up to half a minute. */
export const MOVE_MS = 45_000;

/** From the question about the address on, everything as it is offered, up to the request. */
export async function takeOffers(program: Program): Promise<void> {
  await program.at(on.targetBy, enter);
  await program.at(on.targetHost, enter);
  await program.at(on.start, enter);
  await program.at(on.latestStart, enter);
  await program.see(on.request);
}

/** From the request to the submitted task. */
export async function submit(program: Program): Promise<void> {
  await program.at(on.request, enter);
  await program.at(on.ready, enter);
  await confirm(program);
}

/** Enough for a machine on which each look at the screen takes as long as the whole wait for the word. */
const TRIES = 20;

/**
 * Types the word. What arrives in the very moment in which the confirmation is painted does not count, and nothing on
 * the screen says when that moment is over: a person is slower, a test tries again, in an emptied field.
 */
export async function confirm(program: Program, question: string = on.confirm, word = 'yes'): Promise<void> {
  await program.see(question);
  await new Promise((next) => setTimeout(next, 50));
  for (let tries = 1; ; tries += 1) {
    program.send(word);
    const isTaken = await program.see(new RegExp(`^ Type ${word} to [^:]+: {2}${word}$`, 'm'), 500).then(
      () => true,
      () => false,
    );
    if (isTaken) break;
    if (tries === TRIES) throw new Error(`The word was not taken:\n${await program.screen()}`);
    program.send(ctrlU);
  }
  program.send(enter);
}

/** Waits for the end of a move, leaves, and gives back what stays in the normal screen. */
export async function finish(program: Program): Promise<string[]> {
  await program.at(on.completed, enter, MOVE_MS);
  return await left(program, 0);
}

/** Waits for the end of the program; nothing of it may stay switched on in the terminal. */
export async function left(program: Program, code: number): Promise<string[]> {
  expect((await program.exit).code).toBe(code);
  expect(leftBehind(program.bytes())).toEqual([]);
  expect(program.term.buffer.active.type).toBe('normal');
  expect(program.term.modes.bracketedPasteMode).toBe(false);
  return await program.leftOver();
}

/** The command that a farewell names last, as it is typed into a shell. */
export const wayBack = (lines: readonly string[]): string[] => {
  const command = lines.findLast((line) => line.trim().startsWith('crossorg ')) ?? '';
  return command.trim().split(' ').slice(1);
};
