import { labelled } from '../../plan/describe.ts';
import { hasErrors } from '../../plan/finding.ts';
import { shortId } from '../../plan/plan.ts';
import { progress } from '../../plan/progress.ts';
import type { Origin } from '../../plan/typed.ts';
import { contextOf } from '../../wizard/asking.ts';
import { confirmRows, evidence, onePass, submitQuestion, whatHappens } from '../../wizard/confirm-words.ts';
import { inPlace } from '../../wizard/in-place.ts';
import { checksPassed, oneProblemAtATime, refusedText } from '../../wizard/sentences.ts';
import type { State, StateOf } from '../../wizard/state.ts';
import { confirmStep, dryRunStep, requestStep } from '../../wizard/steps.ts';
import { modeLine, progressLine } from '../plain-lines.ts';
import { askingNews, skippedSteps } from './asking.ts';
import { findingWithWay } from './finding-with-way.ts';
import { followingNews } from './following.ts';
import { spellOut } from './heartbeat.ts';
import type { Memory } from './memory.ts';
import { spokenFinding } from './spoken-finding.ts';
import type { Line } from './voice.ts';

/** What is known when a change is told. */
export type News = {
  before: State | null;
  /** The line that led to it; null when nobody said one. */
  heard: string | null;
  memory: Memory;
  /** By the clock of the migration. */
  now: number;
};

/** What there is to say about a new state. */
export function newsOf(after: State, news: News): Line[] {
  switch (after.status) {
    case 'asking':
      return askingNews(after, news);
    case 'reviewing':
      return reviewingNews(after, news);
    case 'dryRunDone':
      return dryRunNews(after, news);
    case 'confirming':
      return confirmingNews(after, news);
    case 'refused':
      return refusedNews(after, news);
    case 'dryRunning':
      return lineOf(news.before, after).map((line) => `Step ${dryRunStep} of 7. ${line}`);
    case 'submitting':
      return lineOf(news.before, after);
    default:
      return followingNews(after, news);
  }
}

const lineOf = (before: State | null, after: State): string[] => {
  const line = progressLine(before, after);
  return line === null ? [] : [line];
};

function reviewingNews(after: StateOf<'reviewing'>, { before, memory, now }: News): Line[] {
  const { typed, session, move } = after;
  const isFirst = !memory.knowsPlan();
  if (!memory.isNewPlan(move.id))
    return [
      ...(before?.status === 'confirming' ? ['Nothing was sent.'] : []),
      `Step ${requestStep} of 7. The same request as before, plan ${shortId(move.id)}.`,
    ];
  const walked = progress(typed, contextOf(after, now));
  const values = labelled(typed, walked, session.zone);
  const findings = memory.fresh(after.findings);
  const isTold = after.findings.length > findings.length;
  return [
    ...(isFirst ? skippedSteps(before, requestStep) : []),
    `Step ${requestStep} of 7. Request, ${values.length} values.`,
    ...values.map(({ label, shown, origin }) => `${label}: ${shown}, ${originWords(origin)}`),
    `Plan: ${shortId(move.id)}`,
    ...(after.findings.length === 0 ? [checksPassed] : findings.flatMap(findingWithWay)),
    ...(isTold ? ['What was said about the answers still holds: full says it again.'] : []),
  ];
}

const origins: Readonly<Record<string, string>> = {
  typed: 'typed',
  default: 'by default',
  rule: 'by the naming rule',
  profile: 'from the profile',
  flag: 'by flag',
  env: 'from the environment',
};

const originWords = (origin: Origin): string => origins[origin] ?? `from ${origin.replace(':', ' line ')}`;

function dryRunNews(after: StateOf<'dryRunDone'>, { before, memory }: News): Line[] {
  const { report, session } = after;
  const findings = inPlace(memory.fresh(report.findings), session);
  const isFromService = report.clean === null && report.findings.some(({ from }) => from === 'service');
  const isNamed = report.requestId === null || report.findings.some(({ requestId }) => requestId === report.requestId);
  return [
    ...lineOf(before, after),
    ...findings.flatMap(findingWithWay),
    ...(isFromService ? [oneProblemAtATime] : []),
    ...(isNamed ? [] : [`Request id: ${report.requestId}`]),
  ];
}

/** Said in one piece once the source was looked up: the question comes last. */
function confirmingNews(after: StateOf<'confirming'>, { before, memory, now }: News): Line[] {
  if (after.waitingFor !== null) return [];
  const errors = memory.fresh(after.findings.filter(({ severity }) => severity === 'error'));
  const told = inPlace(errors, after.session).flatMap(findingWithWay);
  if (before?.status === 'confirming' && before.waitingFor === null) return told;
  const { session, move } = after;
  return [
    `Step ${confirmStep} of 7. Confirm. ${modeLine(session)}`,
    submitQuestion(session),
    ...confirmRows(after).map(({ term, value }) => `${term}: ${value}`),
    ...whatHappens(move.plan.type),
    ...evidence(after, now).map(({ severity, text }) => spellOut(severity === 'passed' ? text : `Warning: ${text}`)),
    ...(hasErrors(after.findings) ? told : [`Warning: ${onePass}`]),
  ];
}

function refusedNews(after: StateOf<'refused'>, { memory }: News): Line[] {
  const findings = inPlace(memory.fresh(after.findings), after.session);
  return [
    refusedText(after),
    ...(after.runId === null ? [] : [`Run: ${after.runId}`]),
    ...findings.flatMap((finding) => (finding.severity === 'error' ? findingWithWay(finding) : spokenFinding(finding))),
  ];
}
