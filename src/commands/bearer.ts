import { appOfEnv } from '../auth/app-of-env.ts';
import { explainSignIn } from '../auth/explain-sign-in.ts';
import { openSignIn, type SignedIn } from '../auth/sign-in.ts';
import { askOf, type SignInAsk } from '../auth/sign-in-ask.ts';
import type { SignInFailure } from '../auth/sign-in-failure.ts';
import { claimsOf } from '../auth/sign-in-session.ts';
import { isSendable, readToken, type TokenClaims } from '../auth/token.ts';
import { isLoopback } from '../graph/endpoints.ts';
import { type Finding, finding } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Profile } from '../plan/profile.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports, Tokens, TokenTrouble } from '../ports/ports.ts';
import { localFinding } from '../problems/explain.ts';
import { signInPorts } from './sign-in-ports.ts';

/** Whose token a session bears, and what is known of it before the first call. */
export type Bearer = {
  tokens: Tokens;
  /** Null for an opaque token that was brought. */
  claims: TokenClaims | null;
  /** The tenant that an app of the environment is named for. */
  namedTenant: string | null;
  /** After a 401: whether there is a new token of the same tenant now. */
  renew?: () => Promise<boolean>;
};

export type BearerWish = {
  profile: Profile | null;
  endpoint: { endpoint: string; mode: string };
  /** A sign-in that was made a moment ago, where it cannot be kept. */
  signedIn?: SignedIn | undefined;
};

type Found = Promise<Result<Bearer, readonly Finding[]>>;

/** The source's token: a brought one, an app of the environment, else the sign-in of the profile, in this order. */
export async function sourceBearer(wish: BearerWish, ports: Ports): Found {
  const token = ports.env.CROSSORG_ACCESS_TOKEN?.trim();
  if (token) return brought(token);
  const asked = sourceAsk(wish.profile, ports);
  if (!asked.ok) return err([asked.error]);
  if (!mayReceiveSignIn(wish.endpoint)) return err([localFinding('tokenHostRefused', { what: hostOf(wish.endpoint) })]);
  const opened = wish.signedIn ? ok(wish.signedIn) : await openSignIn(asked.value, signInPorts(ports));
  return opened.ok ? ok(signedInBearer(asked.value, opened.value)) : err([explainSignIn(opened.error, asked.value)]);
}

function brought(token: string): Result<Bearer, readonly Finding[]> {
  if (!isSendable(token)) return err([tokenUnusable]);
  return ok({ tokens: { source: async () => token }, claims: readToken(token), namedTenant: null });
}

/** Who signs in to the source: an app of the environment goes before the profile. */
export function sourceAsk(profile: Profile | null, { env }: Pick<Ports, 'env'>): Result<SignInAsk, Finding> {
  const found = appOfEnv(env, profile);
  switch (found.app) {
    case 'incomplete':
      return err(localFinding('appVariablesMissing', { what: found.missing.join(', ') }));
    case 'unreadable':
      return err(localFinding('appTenantUnreadable', { what: quoted(found.tenant) }));
    case 'ask':
      return profile && found.ask.tenantId !== profile.source.tenantId.toLowerCase()
        ? err(explainSignIn(anotherApp(found.ask, profile), found.ask))
        : ok(found.ask);
    case 'none':
      return profile ? ok(askOf(profile, 'source')) : err(localFinding('signInMissing', {}));
  }
}

const anotherApp = ({ tenantId, clientId }: SignInAsk, { source }: Profile): SignInFailure => ({
  kind: 'wrongTenant',
  side: 'source',
  expected: source.tenantId,
  actual: tenantId,
  account: clientId,
});

/** A token that a sign-in brought goes to Microsoft Graph or to this computer, and nowhere else. */
const mayReceiveSignIn = ({ endpoint, mode }: BearerWish['endpoint']): boolean =>
  mode === 'live' || isLoopback(endpoint);

const hostOf = ({ endpoint }: BearerWish['endpoint']): string => new URL(endpoint).host;

function signedInBearer(ask: SignInAsk, { who, session }: SignedIn): Bearer {
  let last: string | null = null;
  const source: Tokens['source'] = async (options) => {
    const grant = await session.get(options);
    if (!grant.ok) return troubleOf(grant.error, ask);
    last = grant.value.token;
    return last;
  };
  return {
    tokens: { source },
    claims: claimsOf(who, ask.clientId),
    namedTenant: ask.profile === null ? ask.tenantId : null,
    // Every token of a session is held to the tenant of its profile before it is given out.
    renew: async () => {
      const before = last;
      const fresh = await source({ fresh: true });
      return typeof fresh === 'string' && fresh !== before;
    },
  };
}

/** Why there is no token now, in the words that the client turns into a failure of the call. */
function troubleOf(failure: SignInFailure, ask: SignInAsk): TokenTrouble {
  if (failure.kind === 'network') {
    const { reason, host, detail } = failure;
    return { trouble: 'network', reason, detail: `${detail} (${host})` };
  }
  const { code, service, what } = explainSignIn(failure, ask);
  return { trouble: 'signIn', code: service?.code || code, message: service?.message || what };
}

const tokenUnusable = finding(
  {
    field: 'signIn',
    code: 'tokenUnusable',
    what: 'The text in CROSSORG_ACCESS_TOKEN is no token, so nothing was sent.',
    why: 'It holds spaces, line ends or other characters that no token has.',
    next: 'Bring the token alone, on one line, without the word Bearer.',
  },
  { from: 'signIn' },
);
