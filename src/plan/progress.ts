import type { Known, QuestionId } from './answers.ts';
import { checkAnswers } from './checks.ts';
import { type Finding, finding } from './finding.ts';
import { assemblePlan, type Plan } from './plan.ts';
import type { Context } from './question.ts';
import { questionAt, questionIds } from './questions.ts';
import type { Entry, Typed } from './typed.ts';

type Walked = {
  /** The questions these answers lead to, in order. */
  asked: readonly QuestionId[];
  known: Known;
  /** Everything that can be said about the answers so far, all at once. */
  findings: readonly Finding[];
  /** Given, but not asked with these answers: they do not reach the plan. */
  unused: readonly QuestionId[];
};

export type Progress = Walked & ({ next: QuestionId; plan: null } | { next: null; plan: Plan });

/** The only walk: every finding, and the next question to ask or the finished plan. */
export function progress(typed: Typed, context: Context): Progress {
  const read = readAnswers(typed, context);
  const findings = [...read.findings, ...checkAnswers(read.known, typed, context)];
  const stuck = new Set(findings.filter((f) => f.severity === 'error').map((f) => f.field));
  const next = read.asked.find((id) => !(id in read.known) || stuck.has(id));
  const walked = { asked: read.asked, known: read.known, findings, unused: unusedIn(typed, read.asked) };
  return next === undefined
    ? { ...walked, next: null, plan: assemblePlan(read.known) }
    : { ...walked, next, plan: null };
}

export type Read = { asked: readonly QuestionId[]; known: Known; findings: readonly Finding[] };

/** Reads the answers in the order of the questions, without judging them. */
export function readAnswers(typed: Typed, context: Context): Read {
  const asked: QuestionId[] = [];
  const known: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const id of questionIds) {
    const question = questionAt(id);
    if (question.askedWhen && !question.askedWhen(known)) continue;
    asked.push(id);
    const text = typed[id]?.text ?? question.infer?.(typed);
    if (text === undefined) continue;
    const parsed = question.parse(text, known, context);
    if (parsed.ok) known[id] = parsed.value;
    else if (text !== '')
      findings.push(
        finding({ field: id, code: `${id}Unreadable`, ...parsed.error }, fromInput(parsed.error.suggestion)),
      );
  }
  return { asked, known, findings };
}

const fromInput = (suggestion: string | undefined) => ({
  from: 'input' as const,
  ...(suggestion === undefined ? {} : { suggestion }),
});

const unusedIn = (typed: Typed, asked: readonly QuestionId[]): QuestionId[] =>
  questionIds.filter((id) => typed[id]?.text && !asked.includes(id));

/** Records an answer. Times become the instant they mean now; a text that cannot be read is kept as it was typed. */
export function answer(typed: Typed, id: QuestionId, entry: Entry, context: Context): Typed {
  const { canonical, parse } = questionAt(id);
  const parsed = canonical ? parse(entry.text, readAnswers(typed, context).known, context) : undefined;
  return { ...typed, [id]: parsed?.ok && canonical ? { ...entry, text: canonical(parsed.value) } : entry };
}

/** Answers given together, in the order of the questions: flags, a row, a profile. */
export const answerAll = (given: Typed, context: Context): Typed =>
  questionIds.reduce<Typed>((typed, id) => {
    const entry = given[id];
    return entry ? answer(typed, id, entry, context) : typed;
  }, {});

/** From here on no answer decides whether another one is asked. */
const afterConditions = questionIds.findLastIndex((id) => questionAt(id).askedWhen !== undefined);

/** Fills what was left open and has a default, for drivers that cannot ask. */
export function withDefaults(typed: Typed, context: Context): Typed {
  const known: Record<string, unknown> = {};
  let filled = typed;
  for (const [index, id] of questionIds.entries()) {
    const { askedWhen, parse } = questionAt(id);
    if (askedWhen && !askedWhen(known)) continue;
    const text = filled[id]?.text ?? defaultOf(filled, id);
    if (text === undefined) continue;
    if (filled[id] === undefined) filled = { ...filled, [id]: { text, origin: 'default' } };
    const read = index < afterConditions ? parse(text, known, context) : null;
    if (read?.ok) known[id] = read.value;
  }
  return filled;
}

/** What Enter alone answers: what other answers imply, else the default. */
export const defaultOf = (typed: Typed, id: QuestionId): string | undefined =>
  questionAt(id).infer?.(typed) ?? questionAt(id).default;
