import { shortId } from '../plan/plan.ts';
import { cleanText } from '../problems/clean.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import type { Followed, State } from '../wizard/state.ts';
import { commandLine, wayBack } from '../wizard/way-back.ts';
import { exitCodeOf } from './migrate-exit.ts';
import { modeWords, stateWords } from './plain-lines.ts';

/** What stays in the normal screen after the wizard: what was done, the ids, the way back. At most eight lines. */
export function farewellLines(state: State): string[] {
  return linesOf(state).map((line) => `${/^ */.exec(line)?.[0] ?? ''}${cleanText(line)}`);
}

function linesOf(state: State): string[] {
  const mode = modeWords[state.session.mode];
  switch (state.status) {
    case 'watching':
    case 'cancelling':
    case 'unconfirmed':
    case 'finished':
      return [...followedLines(mode, state.followed, state.status === 'unconfirmed'), ...backLine(state)];
    case 'submitting':
      return [
        `${mode}: a submission of ${sourceLabel(state.move.plan)} was on its way.`,
        'Find out what came of it:',
        `  ${wayBack(state)}`,
      ];
    case 'refused':
      return [`${mode}: ${sourceLabel(state.move.plan)} was not submitted. ${state.findings[0]?.what ?? ''}`];
    default:
      return [`${mode}: nothing was submitted.`];
  }
}

function followedLines(mode: string, { task, move, runId }: Followed, isOpen: boolean): string[] {
  const word = stateWords[isOpen ? 'unconfirmed' : (task?.state ?? 'unknown')];
  return [
    `${mode}: ${sourceLabel(move.plan)} to ${targetLabel(move.plan)}`,
    `${word}${task?.error ? ` ${task.error.code}` : ''}`,
    `Task ${task?.id ?? 'not found yet'}`,
    `Run ${runId}, plan ${shortId(move.id)}`,
  ];
}

function backLine(state: State): string[] {
  if (state.status === 'finished') {
    const { task, runId } = state.followed;
    // What ended badly also leaves a line about its log, which may take two rows.
    const records = ['For your records:', `  ${commandLine(state.session, 'report', runId)}`];
    return [
      ...(farewellCode(state) === 0 ? records : []),
      'See it again:',
      `  ${commandLine(state.session, 'status', task?.id ?? runId)}`,
    ];
  }
  return [
    state.status === 'unconfirmed' ? 'Find out whether it arrived:' : 'It goes on in the service. Watch it again:',
    `  ${wayBack(state)}`,
  ];
}

/** Leaving is not failing: only an end that was watched counts, and a submission nobody answered. */
export const farewellCode = (state: State): number =>
  ['finished', 'refused', 'unconfirmed'].includes(state.status) ? exitCodeOf(state, { watched: true }) : 0;
