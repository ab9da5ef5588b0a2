import { cleanText } from '../problems/clean.ts';

/** What a bearer token says about itself. It is read, not verified: the service does that. */
export type TokenClaims = {
  /** The tenant the token belongs to. */
  tid: string | null;
  /** The account, or the app's id where no person signed in. */
  account: string | null;
  /** Delegated scopes and application roles alike. */
  permissions: readonly string[];
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
    account: text(claims.upn) ?? text(claims.preferred_username) ?? text(claims.unique_name) ?? text(claims.appid),
    permissions: [
      ...(text(claims.scp)?.split(' ') ?? []),
      ...(Array.isArray(claims.roles) ? claims.roles.map(String) : []),
    ],
    expiresAt: typeof claims.exp === 'number' ? claims.exp * 1000 : null,
  };
}

function parseClaims(body: string): Record<string, unknown> | null {
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
  } catch {
    return null;
  }
}

/** Names of accounts and tenants reach the screen: they are cleaned here, once. */
const text = (value: unknown): string | null =>
  typeof value === 'string' ? cleanText(value, { maxLength: 200 }) || null : null;
