import type { Clock, Fetch, Random, Tokens } from '../ports/ports.ts';
import { withinBaseUrl } from './policies/base-url.ts';
import { withIdentity } from './policies/identity.ts';
import { logged } from './policies/log.ts';
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
};

/** The whole client: what happens to every call, from the outside in. Everything below `withRetry` runs per attempt. */
export const createSend = ({ endpoint, tokens, fetch, clock, random, version, log, onThrottled }: SendOptions): Next =>
  compose(
    [
      withinBaseUrl(endpoint),
      withRetry(clock, random, onThrottled),
      withToken(tokens),
      withIdentity(random, version),
      logged(clock, endpoint, log),
      withTimeout(clock),
    ],
    transport(fetch, clock),
  );
