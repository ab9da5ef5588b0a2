import type { Clock, Fetch, Random, Tokens } from '../ports/ports.ts';
import { batched } from './batch.ts';
import type { Pace } from './pace.ts';
import { withinBaseUrl } from './policies/base-url.ts';
import { withoutEcho } from './policies/echo.ts';
import { withIdentity } from './policies/identity.ts';
import { logged } from './policies/log.ts';
import { withPace } from './policies/pace.ts';
import { withRetry } from './policies/retry.ts';
import { withTimeout } from './policies/timeout.ts';
import { withToken } from './policies/token.ts';
import { compose, type Next } from './policy.ts';
import { transport } from './transport.ts';

export type SendOptions = {
  /** Base URL without a slash at its end; every call stays below it. */
  endpoint: string;
  tokens: Tokens;
  fetch: Fetch;
  clock: Clock;
  random: Random;
  version: string;
  /** One line an attempt, without tokens, bodies, names or addresses. */
  log?: ((line: string) => void) | undefined;
  /** The service asked for a pause of so many milliseconds before the next attempt. */
  onThrottled?: ((waitMs: number) => void) | undefined;
  /** The budget that all calls share; none for a single move. */
  pace?: Pace | undefined;
  /** Whether reads and dry runs that come together leave together. */
  isBatching?: boolean | undefined;
};

/** The whole client: what happens to every call, from the outside in. Everything below `withRetry` runs per attempt. */
export function createSend(options: SendOptions): Next {
  const { endpoint, tokens, fetch, clock, random, version, log, onThrottled, pace, isBatching } = options;
  const direct = transport(fetch, clock);
  return compose(
    [
      withinBaseUrl(endpoint),
      withRetry(clock, random, onThrottled),
      withToken(tokens),
      withPace(pace),
      withIdentity(random, version),
      logged(clock, endpoint, log),
      withTimeout(clock),
      withoutEcho,
    ],
    isBatching ? batched(direct, { endpoint, clock, random }) : direct,
  );
}
