import type { Finding, NextStep } from '../plan/finding.ts';
import { catalogue } from './catalogue/catalogue.ts';
import type { LocalCode } from './catalogue/local.ts';
import { cleanText } from './clean.ts';
import { effectOf, type Failure } from './failure.ts';
import { codesOf, findRule, vagueCodesOf } from './find-rule.ts';
import type { NonEmpty, RetryClass, Rule } from './rule.ts';
import { type ExplainContext, fill, fillSteps, type LocalContext } from './words.ts';

/** Turns a failure into what a person reads: which field, what, why, what next and who does it. Keeps the raw words. */
export function explain(failure: Failure, context: ExplainContext = {}): Finding {
  const rule = findRule(failure);
  const goesOn = isStillGoing(failure);
  const built = findingOf(rule, { ...context, ...spokenOf(failure) });
  return {
    ...built,
    severity: goesOn ? 'warning' : built.severity,
    code: codeOf(rule, failure),
    next: withFirst(goesOn ? [leaveIt] : openCreate(failure), built.next),
    service: wordsOf(failure),
    ...idsOf(failure),
  };
}

/** A finding of our own, from the catalogue: other modules name its code and never write such texts. */
export const localFinding = (
  code: LocalCode,
  context: LocalContext = {},
  more: Partial<Pick<Finding, 'severity' | 'field' | 'service' | 'requestId' | 'clientRequestId' | 'suggestion'>> = {},
): Finding => ({ ...findingOf(ruleNamed(code), context), ...more });

/** Whether and when trying again can help; whether a call may be repeated at all is for the caller to know. */
export const retryClassOf = (failure: Failure): RetryClass => findRule(failure).retry;

/** Whether every other row of a run would meet the same failure: it is about the tenants or the way to them. */
export const isAboutTenant = (failure: Failure): boolean => findRule(failure).breaker;

function ruleNamed(code: LocalCode): Rule {
  const rule = catalogue.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`The catalogue has no rule ${code}`);
  return rule;
}

/** A rule as a finding, its words filled. */
export const findingOf = (rule: Rule, context: LocalContext): Finding => ({
  severity: rule.severity ?? 'error',
  field: rule.field,
  code: rule.code,
  from: rule.from,
  what: fill(rule.what, context),
  why: fill(rule.why, context),
  next: fillSteps(rule.next, context),
  link: rule.link,
  service: null,
  requestId: null,
  clientRequestId: null,
});

/** A rule that covers unknown reasons gives way to the service's own code, unless that says nothing. */
function codeOf(rule: Rule, failure: Failure): string {
  if (!rule.namedByService || !('code' in failure)) return rule.code;
  const own = [...codesOf(rule), ...vagueCodesOf(rule)].map((code) => code.toLowerCase());
  const raw = cleanText(failure.code, { maxLength: 100 });
  return raw === '' || own.includes(raw.toLowerCase()) ? rule.code : raw;
}

const longestDetail = 60;

/** What a failure itself can put into the texts. */
function spokenOf(failure: Failure): LocalContext {
  switch (failure.kind) {
    case 'http':
      return {
        code: codeText(failure.code),
        status: `${failure.meta.status}`,
        seconds: failure.retryAfterMs === null ? null : Math.ceil(failure.retryAfterMs / 1000),
      };
    case 'task':
      return {
        code: codeText(failure.code),
        status: cleanText(failure.rawStatus, { maxLength: longestDetail }),
        ...(failure.taskId === null ? {} : { taskId: failure.taskId }),
      };
    case 'unreadable':
      return { status: `${failure.meta.status}` };
    case 'network':
      return { detail: cleanText(failure.detail, { maxLength: longestDetail }).replace(/\.$/u, '') };
    case 'stopped':
      return {};
  }
}

const codeText = (code: string): string | null => (code === '' ? null : `code ${cleanText(code, { maxLength: 60 })}`);

const longestMessage = 4_000;

function wordsOf(failure: Failure): Finding['service'] {
  switch (failure.kind) {
    case 'http':
    case 'task':
      return rawWords(failure.meta.status, failure.code, failure.message);
    case 'unreadable':
      return rawWords(failure.meta.status, '', failure.excerpt);
    default:
      return null;
  }
}

const rawWords = (status: number, code: string, message: string): Finding['service'] => ({
  status,
  code: cleanText(code, { maxLength: 200 }),
  message: cleanText(message, { maxLength: longestMessage }),
});

const idsOf = (failure: Failure): Pick<Finding, 'requestId' | 'clientRequestId'> =>
  'meta' in failure
    ? { requestId: failure.meta.requestId, clientRequestId: failure.meta.clientRequestId || null }
    : { requestId: null, clientRequestId: failure.clientRequestId };

const notFinal = /^(not ?started|in ?progress|queued|running|scheduled|rescheduled|ready ?to ?trigger)$/iu;

/** An error can stand on a task that has not failed: the service tries again by itself. */
const isStillGoing = (failure: Failure): boolean =>
  failure.kind === 'task' && failure.call !== 'validate' && notFinal.test(failure.rawStatus.trim());

const leaveIt: NextStep = {
  do: 'Leave it for now: the task has not ended, and the service tries again by itself.',
  who: 'nobody',
};

const lookFirst: NextStep = {
  do: 'Do not send it again by other means: the task may exist. crossorg looks the source up first.',
  who: 'you',
};

const openCreate = (failure: Failure): readonly NextStep[] =>
  failure.call === 'create' && effectOf(failure) === 'open' ? [lookFirst] : [];

function withFirst(before: readonly NextStep[], next: Finding['next']): NonEmpty<NextStep> {
  const [first, ...rest] = before;
  return first === undefined ? next : [first, ...rest, ...next];
}
