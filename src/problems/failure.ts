/** What identifies one answer of the service for support; times are service times in milliseconds since 1970. */
export type AnswerMeta = {
  status: number;
  requestId: string | null;
  clientRequestId: string;
  /** The answer's `Date` header. */
  date: number | null;
};

export const calls = ['validate', 'create', 'read', 'cancel', 'mapping'] as const;

/** Which call failed: some failures mean different things on different calls. */
export type Call = (typeof calls)[number];

export const networkReasons = [
  'dns',
  'refused',
  'reset',
  'timeout',
  'tls',
  // The proxy refused; it wants a sign-in; it cannot be reached itself.
  'proxy',
  'proxyAuth',
  'proxyDown',
  'redirect',
  // A web page in place of an answer of the sign-in service.
  'page',
  'offline',
  'other',
] as const;

export type NetworkReason = (typeof networkReasons)[number];

/** Everything that can go wrong around a call, as data. `problems/explain.ts` turns it into a finding. */
export type Failure =
  /** The service answered with an error status. */
  | {
      kind: 'http';
      call: Call;
      meta: AnswerMeta;
      code: string;
      message: string;
      /** Codes of `details` and nested `innerError`, most specific last. */
      innerCodes: readonly string[];
      /** Milliseconds, as the service asked; null when it did not. */
      retryAfterMs: number | null;
    }
  /** The service answered 200 with a task that carries an error, or a task failed later. */
  | {
      kind: 'task';
      call: Call;
      meta: AnswerMeta;
      code: string;
      message: string;
      rawStatus: string;
      taskId: string | null;
    }
  /** An answer came, but it is not what the service sends: a proxy's page, a cut body, a wrong type. */
  | {
      kind: 'unreadable';
      call: Call;
      meta: AnswerMeta;
      looksLike: 'html' | 'cut' | 'empty' | 'wrong type' | 'text';
      excerpt: string;
    }
  /** No answer came. `reached` says whether the request may have arrived. */
  | {
      kind: 'network';
      call: Call;
      reason: NetworkReason;
      reached: 'no' | 'maybe';
      clientRequestId: string;
      detail: string;
    }
  /** The caller stopped it. */
  | { kind: 'stopped'; call: Call; reached: 'no' | 'maybe'; clientRequestId: string };

/** Whether a failure proves that a create did nothing, or leaves it open. 4xx and 501 are definite; 429 and 503 with Retry-After did nothing. */
export function effectOf(failure: Failure): 'none' | 'open' {
  switch (failure.kind) {
    case 'http':
      return isDefinite(failure.meta.status) || wasThrottled(failure) ? 'none' : 'open';
    case 'task':
      return 'none';
    case 'unreadable':
      return isDefinite(failure.meta.status) && !mayHideAnAnswer(failure) ? 'none' : 'open';
    case 'network':
    case 'stopped':
      return failure.reached === 'no' ? 'none' : 'open';
  }
}

/** A 4xx is definite only when the service itself speaks; 408 is a timeout like any other. */
const isDefinite = (status: number): boolean => (status >= 400 && status < 500 && status !== 408) || status === 501;

/** A filter's page can stand in place of the service's answer to a create; only a proxy that wants a sign-in passed nothing on. */
const mayHideAnAnswer = ({ call, looksLike, meta }: Extract<Failure, { kind: 'unreadable' }>): boolean =>
  call === 'create' && looksLike === 'html' && meta.status !== 407;

const wasThrottled = (failure: Extract<Failure, { kind: 'http' }>): boolean =>
  failure.meta.status === 429 || (failure.meta.status === 503 && failure.retryAfterMs !== null);
