import type { QuestionId } from '../plan/answers.ts';
import type { Finding } from '../plan/finding.ts';
import { finding, hasErrors } from '../plan/finding.ts';
import { missingAnswer } from '../plan/missing.ts';
import { type Progress, progress } from '../plan/progress.ts';
import type { Context } from '../plan/question.ts';
import { questionAt, questionIds } from '../plan/questions.ts';
import type { Typed } from '../plan/typed.ts';
import { typedAs } from '../plan/typed.ts';
import { cleanText } from '../problems/clean.ts';
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

/** An argument and its flag that say different things: taking one of them would be a guess. */
export function givenTwice(args: readonly string[], flags: Readonly<Record<string, unknown>>): Finding[] {
  return (['type', 'source'] as const).flatMap((id, index) => {
    const [argument, flag] = [args[index], flags[id]];
    return argument === undefined || typeof flag !== 'string' || argument === flag ? [] : [twice(id, argument, flag)];
  });
}

const twice = (id: 'type' | 'source', argument: string, flag: string): Finding =>
  finding(
    {
      field: id,
      code: `${id}GivenTwice`,
      what: `The ${id} is given twice: ${short(argument)} and --${id} ${short(flag)}.`,
      why: 'They differ, and only one of them can be meant.',
      next: `Leave one of them out.`,
    },
    { from: 'input' },
  );

const short = (text: string): string => cleanText(text, { maxLength: 80 });

const camel = (flag: string): string => flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Everything that keeps these answers from being a plan, for a script that cannot be asked. */
export function findingsForFlags(typed: Typed, context: Context): readonly Finding[] {
  const walked = progress(typed, context);
  const unused = walked.unused.filter((id) => !isTold(walked, id)).map(unusedAnswer);
  return inOrder([...unused, ...missingIn(walked, typed), ...walked.findings]);
}

/** A check says more about it: host and organization id together, or a location without an organization id. */
const isTold = ({ findings }: Progress, id: QuestionId): boolean =>
  (id === 'targetOrgId' || id === 'targetLocation') &&
  findings.some(({ field, severity }) => field === 'targetBy' && severity === 'error');

const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, other) => placeOf(one) - placeOf(other));

const ids: readonly string[] = questionIds;
const placeOf = ({ field }: Finding): number => (ids.includes(field) ? ids.indexOf(field) : ids.length);

const missingIn = (walked: Progress, typed: Typed): Finding[] =>
  walked.asked.filter((id) => !(id in walked.known) && !typed[id]?.text).map((id) => missingAnswer(id, walked.known));

const unusedAnswer = (id: QuestionId): Finding =>
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

export type Wishes = {
  dryRun: boolean;
  word: string | null;
  watch: boolean;
  /** The target tenant's name, which is the word on the first live use of a profile. */
  targetName?: string | null;
};

/** What a script does next in a state: say something, wait for an effect, or stop there. */
export function nextForFlags(state: State, wishes: Wishes): Happening | 'wait' | 'stop' {
  switch (state.status) {
    case 'reviewing':
      return { type: 'dryRunAsked' };
    case 'dryRunDone':
      return state.report.clean && !wishes.dryRun ? { type: 'confirmationOpened' } : 'stop';
    case 'confirming':
      if (state.waitingFor !== null) return 'wait';
      return hasErrors(state.findings) ? 'stop' : confirmWith(wordIn(state, wishes));
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

const wordIn = ({ session }: State, { word, targetName = null }: Wishes): string | null =>
  session.targetWord === undefined ? word : targetName;

const confirmWith = (word: string | null): Happening | 'stop' => (word === null ? 'stop' : { type: 'confirmed', word });
