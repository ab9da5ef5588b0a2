import type { Tokens } from '../../ports/ports.ts';
import type { Failure } from '../../problems/failure.ts';
import type { Outgoing, Policy } from '../policy.ts';

/** Bears the token; an expired one is replaced once, where sending again does no harm. */
export const withToken =
  (tokens: Tokens): Policy =>
  async (request, next) => {
    const outcome = await next(bearing(request, await tokens.source()));
    if (outcome.ok || !request.repeatable || !isUnauthorized(outcome.error)) return outcome;
    const fresh = await tokens.source({ fresh: true });
    return fresh === null ? outcome : next(bearing(request, fresh));
  };

/** Without a usable token the service itself says 401, and that is explained like any other. */
const bearing = (request: Outgoing, token: string | null): Outgoing =>
  token !== null && /^[\x21-\x7e]+$/.test(token.trim())
    ? { ...request, headers: { ...request.headers, Authorization: `Bearer ${token.trim()}` } }
    : request;

const isUnauthorized = (failure: Failure): boolean => 'meta' in failure && failure.meta.status === 401;
