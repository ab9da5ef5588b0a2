import type { AnswerMeta, Call, Failure } from '../../src/problems/failure.ts';
import type { Rule } from '../../src/problems/rule.ts';

const meta = (status: number): AnswerMeta => ({
  status,
  requestId: '9d0c1111-0000-4000-8000-000000000001',
  clientRequestId: '77c22222-0000-4000-8000-000000000002',
  date: null,
});

type Http = Extract<Failure, { kind: 'http' }>;

export const http = (status: number, code = '', message = '', more: Partial<Http> = {}): Http => ({
  kind: 'http',
  call: 'validate',
  meta: meta(status),
  code,
  message,
  innerCodes: [],
  retryAfterMs: null,
  ...more,
});

type TaskFailure = Extract<Failure, { kind: 'task' }>;

export const task = (code: string, message = '', more: Partial<TaskFailure> = {}): TaskFailure => ({
  kind: 'task',
  call: 'read',
  meta: meta(200),
  code,
  message,
  rawStatus: 'failed',
  taskId: '3ed63333-0000-4000-8000-000000000003',
  ...more,
});

type Network = Extract<Failure, { kind: 'network' }>;

export const network = (reason: Network['reason'], more: Partial<Network> = {}): Network => ({
  kind: 'network',
  call: 'read',
  reason,
  reached: 'no',
  clientRequestId: '77c22222-0000-4000-8000-000000000002',
  detail: 'ECONNRESET',
  ...more,
});

type Unreadable = Extract<Failure, { kind: 'unreadable' }>;

export const unreadable = (looksLike: Unreadable['looksLike'], status = 200, call: Call = 'read'): Unreadable => ({
  kind: 'unreadable',
  call,
  meta: meta(status),
  looksLike,
  excerpt: '<html>Sign in</html>',
});

export const stopped = (reached: 'no' | 'maybe'): Failure => ({
  kind: 'stopped',
  call: 'read',
  reached,
  clientRequestId: '77c22222-0000-4000-8000-000000000002',
});

const statusOf = (status: number | '4xx' | '5xx' | undefined): number =>
  status === '4xx' ? 418 : status === '5xx' ? 599 : (status ?? 422);

/** A failure that should lead to the rule; null for rules that no call meets. */
export function sampleFor({ match, code, known }: Rule): Failure | null {
  switch (match.on) {
    case 'network':
      return network(match.reason);
    case 'unreadable':
      return unreadable(match.looksLike);
    case 'signIn':
      return http(401, match.codes[0]);
    case 'stopped':
      return stopped(match.reached);
    case 'service': {
      const call = match.calls?.[0] ?? 'create';
      if (match.kinds?.[0] === 'task') return task('', '', { call });
      if (match.kinds) return http(302);
      const wording = match.text && match.statuses ? (known[0] ?? '') : '';
      return http(statusOf(match.statuses?.[0]), match.statuses ? '' : code, wording, { call });
    }
    default:
      return null;
  }
}
