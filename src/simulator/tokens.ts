import type { World } from './world.ts';

const issuer = 'https://sts.simulator.invalid/';
const day = 86_400_000;

export type TokenOptions = {
  /** Simulated milliseconds since 1970; the world's start unless given. */
  now?: number;
  expired?: boolean;
  /** The source tenant's unless given. */
  tid?: string;
  scopes?: readonly string[];
  /** The world's present one unless given. */
  serial?: number;
};

export const readScope = 'SharePointCrossTenantMigration.Read.All';
export const manageScope = 'SharePointCrossTenantMigration.Manage.All';

/** A bearer token of the simulated sign-in: shaped like a JWT, signed by nobody, good for a simulated year. */
export function tokenFor(world: World, options: TokenOptions = {}): string {
  const issuedAt = options.now ?? world.startedAt;
  const tid = options.tid ?? world.source.id;
  const domain = tid === world.target.id ? world.target.domains[0] : world.source.domains[0];
  const claims: Claims = {
    iss: issuer,
    aud: 'https://graph.microsoft.com',
    tid,
    oid: '5e1f0d3a-7d7c-4f0e-9a51-0c5a6f4c2b11',
    name: 'Avery Admin',
    upn: `admin@${domain}`,
    scp: (options.scopes ?? [readScope, manageScope]).join(' '),
    iat: Math.floor(issuedAt / 1000),
    exp: Math.floor((options.expired === true ? issuedAt - day : issuedAt + 365 * day) / 1000),
    serial: options.serial ?? world.tokenSerial,
  };
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.unsigned`;
}

export type Claims = {
  iss: string;
  aud: string;
  tid: string;
  oid: string;
  name: string;
  upn: string;
  scp: string;
  /** Seconds since 1970. */
  iat: number;
  exp: number;
  /** Ours: tokens of an earlier serial can be declared expired. */
  serial: number;
};

/** The claims of a token of this simulator; null for anything else. */
export function claimsOf(token: string): Claims | null {
  try {
    const part = token.split('.')[1] ?? '';
    const claims = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as Claims;
    return claims.iss === issuer ? claims : null;
  } catch {
    return null;
  }
}

const encoded = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
