import { appOfEnv } from '../auth/app-of-env.ts';
import { explainSignIn } from '../auth/explain-sign-in.ts';
import { asksPerson, openSignIn, type SignedIn } from '../auth/sign-in.ts';
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
import { signInRuleOf } from '../problems/find-rule.ts';
import { signInPorts } from './sign-in/ports.ts';

/** Whose token a session bears, and what is known of it before the first call. */
export type Bearer = {
  tokens: Tokens;
  /** Null for an opaque token that was brought. */
  claims: TokenClaims | null;
  /** The tenant that an app of the environment is named for. */
  namedTenant: string | null;
  /** After a 401: whether there is a new token of the same tenant now. */
  renew?: () => Promise<boolean>;
  /** The sign-in behind it, where it is one of crossorg's own. */
  own?: OwnSignIn;
};

/** A sign-in at work in a session. Another one of the same account's tenant can take its place. */
export type OwnSignIn = {
  ask: SignInAsk;
  isPerson: boolean;
  now(): SignedIn;
  adopt(next: SignedIn): void;
  /** From now on nobody is asked in the middle of a call: the screens have the terminal, and offer it themselves. */
  leaveToScreens(): void;
};

/** Signs a person in, where one can be asked. A failure `cancelled` is theirs. */
export type ByPerson = (ask: SignInAsk, why: SignInFailure) => Promise<Result<SignedIn, SignInFailure>>;

export type BearerWish = {
  profile: Profile | null;
  endpoint: { endpoint: string; mode: string };
  /** A sign-in that was made a moment ago, where it cannot be kept. */
  signedIn?: SignedIn | undefined;
  /** Left out where nobody can be asked. */
  byPerson?: ByPerson | undefined;
  /** Asks during the work as well, when a sign-in ends: what waits for the token goes on afterwards. */
  asksAgain?: boolean | undefined;
};

type Found = Promise<Result<Bearer, readonly Finding[]>>;

/** The source's token: a brought one, an app of the environment, else the sign-in of the profile, in this order. */
export async function sourceBearer(wish: BearerWish, ports: Ports): Found {
  const token = ports.env.CROSSORG_ACCESS_TOKEN?.trim();
  if (token) return brought(token);
  const asked = sourceAsk(wish.profile, ports);
  if (!asked.ok) return err([asked.error]);
  if (!mayReceiveSignIn(wish.endpoint)) return err([localFinding('tokenHostRefused', { what: hostOf(wish.endpoint) })]);
  const opened = await openOrAsk(asked.value, wish, ports);
  const againBy = wish.asksAgain && asksPerson(asked.value.method) ? wish.byPerson : undefined;
  return opened.ok
    ? ok(signedInBearer(asked.value, opened.value, againBy))
    : err([explainSignIn(opened.error, asked.value)]);
}

/** The sign-in that is there; else a person makes one, where one can be asked. */
async function openOrAsk(
  ask: SignInAsk,
  { signedIn, byPerson }: BearerWish,
  ports: Ports,
): Promise<Result<SignedIn, SignInFailure>> {
  const opened = (await stillGood(signedIn)) ?? (await openSignIn(ask, signInPorts(ports)));
  const isTheirs = !opened.ok && opened.error.kind === 'needsInteraction' && asksPerson(ask.method);
  return isTheirs && byPerson ? byPerson(ask, opened.error) : opened;
}

async function stillGood(signedIn: SignedIn | undefined): Promise<Result<SignedIn, SignInFailure> | null> {
  if (signedIn === undefined) return null;
  const grant = await signedIn.session.get();
  if (grant.ok) return ok(signedIn);
  return grant.error.kind === 'needsInteraction' ? null : grant;
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

function signedInBearer(ask: SignInAsk, first: SignedIn, againBy?: ByPerson): Bearer {
  let [current, last]: [SignedIn, string | null] = [first, null];
  const person = askedOnce(ask, againBy);
  const source: Tokens['source'] = async (options) => {
    const kept = current;
    const grant = await kept.session.get(options).then(async (got) => {
      if (got.ok || got.error.kind !== 'needsInteraction') return got;
      // Somebody else may have asked meanwhile: their answer is ours.
      const next = current === kept ? await person.again(got.error) : current;
      if (next === null) return got;
      current = next;
      return next.session.get();
    });
    if (!grant.ok) return troubleOf(grant.error, ask);
    last = grant.value.token;
    return last;
  };
  return {
    tokens: { source },
    claims: claimsOf(first.who, ask.clientId),
    namedTenant: ask.profile === null ? ask.tenantId : null,
    // Every token of a session is held to the tenant of its profile before it is given out.
    renew: async () => {
      const before = last;
      const fresh = await source({ fresh: true });
      return typeof fresh === 'string' && fresh !== before;
    },
    own: {
      ask,
      isPerson: asksPerson(ask.method),
      now: () => current,
      adopt: (next) => {
        current = next;
      },
      leaveToScreens: person.leave,
    },
  };
}

/** Many calls may miss the token at once: one question is enough, and a no stands. */
function askedOnce(ask: SignInAsk, againBy: ByPerson | undefined) {
  let by = againBy;
  let asking: Promise<SignedIn | null> | null = null;
  const leave = () => {
    by = undefined;
  };
  const askNow = async (signIn: ByPerson, why: SignInFailure) => {
    const answer = await signIn(ask, why);
    if (!answer.ok) leave();
    return answer.ok ? answer.value : null;
  };
  const again = async (why: SignInFailure): Promise<SignedIn | null> => {
    if (by === undefined) return null;
    asking ??= askNow(by, why).finally(() => {
      asking = null;
    });
    return asking;
  };
  return { again, leave };
}

/** Why there is no token now, in the words that the client turns into a failure of the call. */
function troubleOf(failure: SignInFailure, ask: SignInAsk): TokenTrouble {
  if (failure.kind === 'network') {
    const { reason, host, detail } = failure;
    return { trouble: 'network', reason, detail: `${detail} (${host})` };
  }
  const { code, service, what } = explainSignIn(failure, ask);
  // A sign-in service that is busy is an outage: it is asked again, and a watch goes on.
  if (signInRuleOf(code)?.retry === 'repeat')
    return { trouble: 'network', reason: 'other', detail: `${service?.code ?? code}: ${service?.message || what}` };
  // A number that nobody here knows gives way to what explained it.
  const isKnown = service?.code && (signInRuleOf(service.code) || !signInRuleOf(code));
  return { trouble: 'signIn', code: isKnown ? service.code : code, message: service?.message || what };
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
