import type { Finding } from '../plan/finding.ts';
import type { LocalCode } from './catalogue/local.ts';
import { findingOf, localFinding } from './explain.ts';
import { signInRuleOf } from './find-rule.ts';
import { foreignText } from './secrets.ts';
import type { LocalContext } from './words.ts';

/** What the sign-in service said no with, as data; `error` is the word of OAuth beside the number. */
export type Refusal = {
  code: string;
  error: string;
  message: string;
  /** What the service adds to `error`: whether a person can heal it at its page, or nobody can there. */
  suberror?: string;
  correlationId: string | null;
  traceId: string | null;
};

/** How long the words may be that stand in the middle of a sentence. */
const longestDetail = 200;

/** A refusal of the sign-in service as a finding; one that is not in the catalogue is told in the service's own words. */
export function explainRefusal(
  refusal: Refusal,
  context: LocalContext,
  otherwise: LocalCode = 'signInFailed',
): Finding {
  const rule = signInRuleOf(...codesOf(refusal));
  const built = rule ? findingOf(rule, context) : localFinding(otherwise, { ...context, detail: detailOf(refusal) });
  const { code, message, traceId, correlationId } = refusal;
  return { ...built, service: { status: null, code, message }, requestId: traceId, clientRequestId: correlationId };
}

/** A number says most, known or not: the advice of the word beside it could be wrong. The suberror is made to say what helps. */
const codesOf = ({ code, error, suberror }: Refusal): string[] => {
  const sub = suberror === undefined ? [] : [suberror];
  return /^AADSTS\d/iu.test(code) ? [code, ...sub] : [...sub, code, error];
};

/** The code and its first sentence, without the ids that follow. */
const detailOf = ({ code, message }: Refusal): string => {
  const [sentence = ''] = message
    .replace(/^AADSTS\d+:\s*/u, '')
    .replace(/\s*Trace ID:.*$/su, '')
    .split(/(?<=[.?!])\s/u);
  return foreignText(`${code} ${sentence}`.trim().replace(/\.$/u, ''), longestDetail);
};
