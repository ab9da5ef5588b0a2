import type { AuthenticationResult } from '@azure/msal-node';
import { err, ok, type Result } from '../plan/result.ts';
import { cleanText } from '../problems/clean.ts';
import type { Storage } from './envelope.ts';
import type { Heard } from './network.ts';
import { plainScopes, type SignInAsk } from './sign-in-ask.ts';
import type { SignInFailure } from './sign-in-failure.ts';
import { type Guest, guestOfAccount, readToken, type TokenClaims, type TokenKind } from './token.ts';

/** Who signed in, for screens and documents. It holds no token. */
export type Who = {
  /** The sign-in name, or the app's id where no person signed in. */
  account: string;
  isApp: boolean;
  tenantId: string;
  /** When the access token ends, in milliseconds since 1970. It is renewed before. */
  expiresAt: number;
  /** Delegated permissions, or the roles of an app, without the name of Graph. */
  scopes: readonly string[];
  storage: Storage;
  /** Whether the token says that it acts by scopes or by roles; null where it does not tell. */
  kind: TokenKind | null;
  guest: Guest | null;
};

export type Grant = { token: string; who: Who };

export type GrantResult = Promise<Result<Grant, SignInFailure>>;

/** A sign-in at work. */
export type SignInSession = {
  /** A token that is good for now, renewed in silence where needed. `fresh` asks for one that was not used before. */
  get(options?: { fresh?: boolean }): GrantResult;
};

/**
 * Holds what the library brought to the tenant that was asked for, before anything is done with it. The token's own word
 * counts beside the library's.
 */
export function grantOf(
  ask: SignInAsk,
  result: AuthenticationResult | null,
  storage: Storage,
  heard: Pick<Heard, 'trouble'>,
): Result<Grant, SignInFailure> {
  // The library takes an answer without a token for a success.
  if (!result?.accessToken) return err(heard.trouble ?? noToken);
  const claims = readToken(result.accessToken);
  const isApp = result.account === null;
  // An app's own sign-in names no tenant: it is the one of the authority, which was asked by its id.
  const ofAuthority = isApp && ask.method !== 'managed' ? ask.tenantId : null;
  const said = [result.account ? result.tenantId : null, claims?.tid].flatMap((tenant) => tenant || []);
  const tenants = (said.length > 0 ? said : [ofAuthority ?? '']).map((tenant) => tenant.toLowerCase());
  const account = nameOf(result) ?? claims?.account ?? ask.clientId ?? 'an account without a name';
  const stranger = tenants.find((tenant) => tenant !== ask.tenantId);
  if (stranger === '') return err({ kind: 'tenantUnknown' });
  if (stranger !== undefined)
    return err({ kind: 'wrongTenant', side: ask.side, expected: ask.tenantId, actual: stranger, account });
  const who: Who = {
    account,
    isApp,
    tenantId: ask.tenantId,
    expiresAt: result.expiresOn?.getTime() ?? claims?.expiresAt ?? 0,
    scopes: permissionsOf(result, claims?.permissions ?? []),
    storage,
    kind: claims?.kind ?? (isApp ? null : 'person'),
    guest: claims?.guest ?? (result.account ? guestOfAccount(result.account.homeAccountId, ask.tenantId) : null),
  };
  return ok({ token: result.accessToken, who });
}

const noToken: SignInFailure = { kind: 'library', code: 'no_result', message: 'There was no token' };

const nameOf = ({ account }: AuthenticationResult): string | null =>
  account ? cleanText(account.username || account.name || '', { maxLength: 200 }) || null : null;

/** What the token itself says it may do; an opaque one is taken at the service's word. */
const permissionsOf = ({ scopes, account }: AuthenticationResult, inToken: readonly string[]): string[] =>
  plainScopes(inToken.length > 0 || account === null ? inToken : scopes);

/** A sign-in as the guard judges it. It is renewed before it ends, so its end is nobody's trouble. */
export const claimsOf = ({ tenantId, account, kind, guest, scopes }: Who, clientId: string | null): TokenClaims => ({
  tid: tenantId,
  account,
  kind,
  permissions: scopes,
  appId: clientId,
  guest,
  expiresAt: null,
});

/** One question at a time: what many callers want at once is asked for once. */
export function oneAtATime(ask: (fresh: boolean) => GrantResult): SignInSession {
  let last: Promise<unknown> = Promise.resolve();
  const under = new Map<boolean, GrantResult>();
  return {
    get: ({ fresh = false } = {}) => {
      const running = under.get(fresh);
      if (running !== undefined) return running;
      const next = last.then(() => ask(fresh)).finally(() => under.delete(fresh));
      under.set(fresh, next);
      last = next.catch(() => undefined);
      return next;
    },
  };
}
