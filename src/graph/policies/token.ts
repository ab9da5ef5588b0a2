import { err } from '../../plan/result.ts';
import type { Tokens, TokenTrouble } from '../../ports/ports.ts';
import { type Failure, type NetworkReason, networkReasons } from '../../problems/failure.ts';
import type { Outcome, Outgoing, Policy } from '../policy.ts';

/** Bears the token; an expired one is replaced once, where sending again does no harm. */
export const withToken =
  (tokens: Tokens): Policy =>
  async (request, next) => {
    const token = await tokens.source();
    if (isTrouble(token)) return unsent(request, token);
    const outcome = await next(bearing(request, token));
    if (outcome.ok || !request.repeatable || !isUnauthorized(outcome.error)) return outcome;
    const fresh = await tokens.source({ fresh: true });
    if (isTrouble(fresh)) return unsent(request, fresh);
    return fresh === null ? outcome : next(bearing(request, fresh));
  };

const isTrouble = (token: string | null | TokenTrouble): token is TokenTrouble =>
  typeof token === 'object' && token !== null;

/** What keeps the sign-in service away is an outage like any other; what it refuses is what Graph would refuse next. */
function unsent({ call, clientRequestId: id }: Outgoing, trouble: TokenTrouble): Outcome {
  const clientRequestId = id ?? '';
  if (trouble.trouble === 'network') {
    const { reason, detail } = trouble;
    return err({ kind: 'network', call, reason: reasonOf(reason), reached: 'no', clientRequestId, detail });
  }
  const { code, message } = trouble;
  const meta = { status: 401, requestId: null, clientRequestId, date: null };
  return err({ kind: 'http', call, meta, code, message, innerCodes: [], retryAfterMs: null });
}

const reasonOf = (reason: string): NetworkReason => networkReasons.find((known) => known === reason) ?? 'other';

/** Without a usable token the service itself says 401, and that is explained like any other. */
const bearing = (request: Outgoing, token: string | null): Outgoing =>
  token !== null && /^[\x21-\x7e]+$/.test(token.trim())
    ? { ...request, headers: { ...request.headers, Authorization: `Bearer ${token.trim()}` } }
    : request;

const isUnauthorized = (failure: Failure): boolean => 'meta' in failure && failure.meta.status === 401;
