import { cleanText } from '../problems/clean.ts';

/** Whether a person acts (by scopes), or an app as itself (by roles). */
export type TokenKind = 'person' | 'app';

/** An account that is at home elsewhere: its home tenant or provider where the token says it. */
export type Guest = { home: string | null };

/**
 * What a bearer token says about itself. It is read, not verified: the service does that.
 * Follows "Access token claims reference" in Microsoft Entra's documentation.
 */
export type TokenClaims = {
  /** The tenant the token belongs to. */
  tid: string | null;
  /** The account, or the app's id where no person signed in. */
  account: string | null;
  /** Null where the token does not tell. */
  kind: TokenKind | null;
  /** Delegated scopes and application roles alike. */
  permissions: readonly string[];
  /** The app that asked for the token, by its client id. */
  appId: string | null;
  guest: Guest | null;
  /** Milliseconds since 1970. */
  expiresAt: number | null;
};

/** Whether a text can stand in a header: visible ASCII only. */
export const isSendable = (token: string): boolean => /^[\x21-\x7e]+$/.test(token);

/** Null for an opaque token, one that is no JSON Web Token. */
export function readToken(token: string): TokenClaims | null {
  const body = token.split('.')[1];
  const claims = body === undefined ? null : parseClaims(body);
  if (!claims) return null;
  return {
    tid: text(claims.tid),
    account: accountIn(claims),
    kind: kindOf(claims),
    permissions: [...scopesIn(claims), ...rolesIn(claims)],
    appId: text(claims.appid) ?? text(claims.azp),
    guest: guestIn(claims),
    expiresAt: timeOf(claims.exp),
  };
}

/** Seconds since 1970 in milliseconds; null for what is no time, or one that no calendar reaches. */
export function timeOf(seconds: unknown): number | null {
  const ms = typeof seconds === 'number' ? seconds * 1000 : Number.NaN;
  return Math.abs(ms) <= lastMs ? ms : null;
}

/** How far dates of JavaScript reach, in milliseconds from 1970. */
const lastMs = 8.64e15;

type Claims = Record<string, unknown>;

function parseClaims(body: string): Claims | null {
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
  } catch {
    return null;
  }
}

const accountIn = (claims: Claims): string | null =>
  text(claims.upn) ?? text(claims.preferred_username) ?? text(claims.unique_name) ?? text(claims.appid);

const scopesIn = ({ scp }: Claims): string[] => text(scp, 4_000)?.split(' ') ?? [];

const rolesIn = ({ roles }: Claims): string[] =>
  Array.isArray(roles) ? roles.flatMap((role) => text(role) ?? []) : [];

/** An app without any role says so by `idtyp`; without that it cannot be told from a token of another kind. */
function kindOf(claims: Claims): TokenKind | null {
  if (typeof claims.scp === 'string') return 'person';
  return rolesIn(claims).length > 0 || claims.idtyp === 'app' ? 'app' : null;
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Told by the account type, by the provider the account comes from, or by the name that guests are given. */
function guestIn(claims: Claims): Guest | null {
  const provider = text(claims.idp);
  const home = provider === null ? null : (guid.exec(provider)?.[0] ?? provider);
  const isForeign = home !== null && home.toLowerCase() !== text(claims.tid)?.toLowerCase();
  const isNamedSo = /#EXT#/i.test(accountIn(claims) ?? '') || /^live\.com#/i.test(text(claims.unique_name) ?? '');
  if (!isForeign && !isNamedSo && String(claims.acct) !== '1') return null;
  return { home: isForeign ? home : null };
}

/** The same from the library's name of an account, which ends in the tenant that the account is at home in. */
export function guestOfAccount(homeAccountId: string, tenantId: string): Guest | null {
  const home = homeAccountId.split('.')[1]?.toLowerCase() ?? '';
  return guid.test(home) && home !== tenantId.toLowerCase() ? { home } : null;
}

/** Names of accounts and tenants reach the screen: they are cleaned here, once. */
const text = (value: unknown, maxLength = 200): string | null =>
  typeof value === 'string' ? cleanText(value, { maxLength }) || null : null;
