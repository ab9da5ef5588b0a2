import type { Finding } from '../plan/finding.ts';
import { finding, hasErrors } from '../plan/finding.ts';
import { missingAnswer } from '../plan/missing.ts';
import { type Progress, progress } from '../plan/progress.ts';
import type { Context } from '../plan/question.ts';
import { questionAt, questionIds } from '../plan/questions.ts';
import type { Typed } from '../plan/typed.ts';
import { typedAs } from '../plan/typed.ts';
import type { Happening } from '../wizard/event.ts';
import type { State } from '../wizard/state.ts';

/** The answers that stand in the flags, and in the two arguments of `migrate`. */
export function typedFromFlags(args: readonly string[], flags: Readonly<Record<string, unknown>>): Typed {
  const fromFlags = questionIds.flatMap((id) => {
    const { flag } = questionAt(id);
    const value = flag === null ? undefined : flags[camel(flag)];
    return typeof value === 'string' ? [[id, value]] : [];
  });
  const [type, source] = args;
  return typedAs('flag', {
    ...(type === undefined ? {} : { type }),
    ...(source === undefined ? {} : { source }),
    ...Object.fromEntries(fromFlags),
  });
}

const camel = (flag: string): string => flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Everything that keeps these answers from being a plan, for a script that cannot be asked. */
export function findingsForFlags(typed: Typed, context: Context): readonly Finding[] {
  const walked = progress(typed, context);
  return [...walked.unused.map(unusedAnswer), ...missingIn(walked, typed), ...walked.findings];
}

const missingIn = (walked: Progress, typed: Typed): Finding[] =>
  walked.asked.filter((id) => !(id in walked.known) && !typed[id]?.text).map((id) => missingAnswer(id, walked.known));

const unusedAnswer = (id: Progress['unused'][number]): Finding =>
  finding(
    {
      field: id,
      code: `${id}Unused`,
      what: `--${questionAt(id).flag} does not go with the other answers.`,
      why: 'It is not asked for this kind of move, so it would be left out of the request without a word.',
      next: `Leave out --${questionAt(id).flag}, or change the answers it belongs to.`,
    },
    { from: 'input' },
  );

export type Wishes = { dryRun: boolean; word: string | null; watch: boolean };

/** What a script does next in a state: say something, wait for an effect, or stop there. */
export function nextForFlags(state: State, wishes: Wishes): Happening | 'wait' | 'stop' {
  switch (state.status) {
    case 'reviewing':
      return { type: 'dryRunAsked' };
    case 'dryRunDone':
      return state.report.clean && !wishes.dryRun ? { type: 'confirmationOpened' } : 'stop';
    case 'confirming':
      if (state.waitingFor !== null) return 'wait';
      return hasErrors(state.findings) || wishes.word === null ? 'stop' : { type: 'confirmed', word: wishes.word };
    case 'watching':
      return wishes.watch && state.waitingFor !== null ? 'wait' : 'stop';
    case 'dryRunning':
    case 'submitting':
    case 'cancelling':
      return 'wait';
    default:
      return 'stop';
  }
}
