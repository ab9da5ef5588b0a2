import type { Finding } from '../plan/finding.ts';
import { catalogue } from './catalogue/catalogue.ts';
import type { Failure } from './failure.ts';
import { looseText } from './loose.ts';
import type { Rule, ServiceMatch } from './rule.ts';

type Spoken = Extract<Failure, { kind: 'http' | 'task' }>;
type ServiceRule = Rule & { match: ServiceMatch };

const isServiceRule = (rule: Rule): rule is ServiceRule => rule.match.on === 'service';

const sameCode = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The codes that name a rule. */
export function codesOf({ match, code }: Rule): readonly string[] {
  if (match.on === 'service') return [...(match.codes ?? [code]), ...(match.wraps ?? [])];
  if (match.on === 'signIn') return match.codes;
  return match.on === 'network' ? [code, ...(match.codes ?? [])] : [code];
}

export const vagueCodesOf = (rule: Rule): readonly string[] =>
  rule.match.on === 'service' ? (rule.match.vague ?? []) : [];

/** The rule that explains a failure: first match wins, the most specific first. */
export function findRule(failure: Failure): Rule {
  const rule =
    catalogue.find((candidate) => meets(candidate, failure)) ?? renewalRule(failure) ?? serviceRuleFor(failure);
  if (rule === undefined) throw new Error(`No rule explains a failure of the kind ${failure.kind}`);
  return rule;
}

/** The rule behind a finding of the service or of ours, found again by its code, else by its status. */
export function ruleOfFinding(finding: Pick<Finding, 'code' | 'service'>): Rule | undefined {
  const status = finding.service?.status;
  return catalogue.find((rule) => rule.code === finding.code) ?? (status ? byStatus(status, undefined) : undefined);
}

/** The rule about a refusal of the sign-in service; the first code that is known decides, numbers before words of OAuth. */
export function signInRuleOf(...codes: readonly string[]): Rule | undefined {
  for (const code of codes) {
    const found = catalogue.find(
      (rule) => rule.match.on === 'signIn' && rule.match.codes.some((own) => sameCode(own, code)),
    );
    if (found) return found;
  }
  return undefined;
}

/** A sign-in that could not be renewed comes as a refused call, with the code of the sign-in service. */
const renewalRule = (failure: Failure): Rule | undefined =>
  failure.kind === 'http' && failure.meta.status === 401 ? signInRuleOf(failure.code) : undefined;

function meets({ match }: Rule, failure: Failure): boolean {
  switch (match.on) {
    case 'network':
      return failure.kind === 'network' && failure.reason === match.reason;
    case 'stopped':
      return failure.kind === 'stopped' && failure.reached === match.reached;
    case 'unreadable':
      return failure.kind === 'unreadable' && failure.looksLike === match.looksLike && !speaksByStatus(failure);
    default:
      return false;
  }
}

/** An error status with a body that is no page of something in between is the service's own word. */
const speaksByStatus = (failure: Extract<Failure, { kind: 'unreadable' }>): boolean =>
  failure.meta.status >= 400 && failure.looksLike !== 'html';

function serviceRuleFor(failure: Failure): Rule | undefined {
  if (failure.kind === 'unreadable') return byStatus(failure.meta.status, failure);
  if (failure.kind !== 'http' && failure.kind !== 'task') return undefined;
  return (
    byCode(failure, decisive) ??
    byText(failure) ??
    byCode(failure, ({ match }) => match.wraps ?? []) ??
    (failure.kind === 'http' ? byStatus(failure.meta.status, failure) : undefined) ??
    byCode(failure, vagueCodesOf) ??
    byKind(failure)
  );
}

const serviceRules = catalogue.filter(isServiceRule);

/** Most specific first: nested codes from the inside, the code itself, then codes quoted in the message. */
const spokenCodes = (failure: Spoken): readonly string[] => [
  ...(failure.kind === 'http' ? failure.innerCodes.toReversed() : []),
  failure.code,
  ...(failure.message.slice(0, 4_000).match(/\bMnA\w+|\bFeatureIsNotEnabled\b/gu) ?? []),
];

const decisive = ({ match, code }: ServiceRule): readonly string[] => match.codes ?? [code];

function byCode(failure: Spoken, codesOfRule: (rule: ServiceRule) => readonly string[]): Rule | undefined {
  for (const spoken of spokenCodes(failure)) {
    const found = serviceRules.find(
      (rule) => codesOfRule(rule).some((own) => sameCode(own, spoken)) && callFits(rule, failure),
    );
    if (found) return found;
  }
  return undefined;
}

/** Statuses that say all there is to say, whatever text stands beside them. */
const clearStatuses = [401, 408, 429, 502, 503, 504];

function byText(failure: Spoken): Rule | undefined {
  if (failure.kind === 'http' && clearStatuses.includes(failure.meta.status)) return undefined;
  const words = looseText(`${failure.code} ${failure.message}`);
  return serviceRules.find(
    (rule) => rule.match.text?.test(words) && callFits(rule, failure) && statusFits(rule, failure),
  );
}

function byStatus(status: number, failure: Failure | undefined): Rule | undefined {
  return serviceRules.find(
    (rule) => !rule.match.text && coversStatus(rule, status) && (failure ? callFits(rule, failure) : !rule.match.calls),
  );
}

const byKind = (failure: Spoken): Rule | undefined =>
  serviceRules.find(
    ({ match }) => !match.text && !match.statuses && match.kinds?.includes(failure.kind) && fitsCall(match, failure),
  );

/** Whether a rule speaks about an HTTP status. */
export const coversStatus = (rule: Rule, status: number): boolean =>
  rule.match.on === 'service' &&
  (rule.match.statuses ?? []).some((own) => own === status || own === `${Math.floor(status / 100)}xx`);

const fitsCall = ({ calls }: ServiceMatch, { call }: Failure): boolean => calls?.includes(call) ?? true;
const callFits = (rule: ServiceRule, failure: Failure): boolean => fitsCall(rule.match, failure);
/** A task that failed later answers with 200, so its status limits nothing. */
const statusFits = (rule: ServiceRule, failure: Spoken): boolean =>
  !rule.match.statuses || failure.kind === 'task' || coversStatus(rule, failure.meta.status);
