import type { Result } from '../plan/result.ts';
import type { AnswerMeta, Call, Failure } from '../problems/failure.ts';

/** One call on its way out. Policies hand on a changed copy. */
export type Outgoing = {
  call: Call;
  method: 'GET' | 'POST' | 'PATCH';
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Sent as JSON when there is one. */
  body?: unknown;
  /** Whether sending it twice does no harm. Only a live create is not: a cancel that arrives twice cancels one task. */
  repeatable: boolean;
  /** The GUID for `client-request-id`; null for a new one at every attempt. */
  clientRequestId: string | null;
  signal?: AbortSignal | undefined;
};

/** A success status with its JSON; `json` is undefined when the body was empty. */
export type Answer = { meta: AnswerMeta; json: unknown; excerpt: string };

export type Outcome = Result<Answer, Failure>;
export type Next = (request: Outgoing) => Promise<Outcome>;
export type Policy = (request: Outgoing, next: Next) => Promise<Outcome>;

/** Wraps the first policy around the second and so on, with the transport innermost. */
export const compose = (policies: readonly Policy[], transport: Next): Next =>
  policies.reduceRight<Next>((next, policy) => (request) => policy(request, next), transport);
