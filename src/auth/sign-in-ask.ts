import type { AuthMethod, Profile, Side } from '../plan/profile.ts';
import { permissionsFor } from './permissions.ts';
import type { TenantPair } from './tenant-finding.ts';

/** Who is to sign in where. */
export type SignInAsk = {
  /** The profile's name; null for an app that stands in the environment. */
  profile: string | null;
  side: Side;
  /** A GUID in lower case. */
  tenantId: string;
  /** The app to sign in with; null for a managed identity of the system's own. */
  clientId: string | null;
  method: AuthMethod;
  /** Another sign-in authority, https; null for Microsoft's own. */
  authority: string | null;
  /** Asks for permission to read only. */
  isReadOnly: boolean;
  /** Both tenants of the profile, for findings that name them. */
  pair?: TenantPair;
};

export function askOf(profile: Profile, side: Side, method: AuthMethod = profile.auth): SignInAsk {
  const { tenantId, clientId } = profile[side];
  const { name, authority, isReadOnly } = profile;
  return {
    profile: name,
    side,
    tenantId: tenantId.toLowerCase(),
    clientId,
    method,
    authority,
    isReadOnly,
    pair: profile,
  };
}

const identity = ['profile', 'side', 'tenantId', 'clientId', 'authority', 'isReadOnly'] as const;

/** Whether what was signed in for one is good for the other. */
export const isSameAsk = (one: SignInAsk, other: SignInAsk): boolean =>
  identity.every((part) => one[part] === other[part]);

const microsoft = 'https://login.microsoftonline.com';

/** The base address of the sign-in service, without a slash at its end. */
export const authorityBase = ({ authority }: Pick<SignInAsk, 'authority'>): string =>
  (authority ?? microsoft).replace(/\/+$/, '').toLowerCase();

/** The authority of one tenant: its id is appended. */
export const authorityOf = (ask: SignInAsk): string => `${authorityBase(ask)}/${ask.tenantId}`;

/** Hosts that the library must not ask Microsoft about; with their port, as it compares them so. */
export const knownAuthorities = (ask: SignInAsk): string[] =>
  authorityBase(ask) === microsoft ? [] : [new URL(authorityBase(ask)).host];

const resource = 'https://graph.microsoft.com/';

/** A permission as the sign-in service is asked for it. */
export const graphScope = (permission: string): string => `${resource}${permission}`;

/** What a person is asked to permit: both permissions at once, or reading alone. They never follow another Graph host. */
export const scopesOf = ({ isReadOnly }: SignInAsk): string[] =>
  permissionsFor(isReadOnly ? 'read' : 'all').map(graphScope);

/** What an app asks for: all that was permitted to it. */
export const appScope = `${resource}.default`;
export const appResource = resource.slice(0, -1);

const ofEverySignIn = ['openid', 'profile', 'offline_access', 'email'];

/** Granted scopes as people name them. */
export const plainScopes = (scopes: readonly string[]): string[] =>
  scopes
    .map((scope) => (scope.toLowerCase().startsWith(resource) ? scope.slice(resource.length) : scope))
    .filter((scope) => scope !== '' && scope !== '.default' && !ofEverySignIn.includes(scope.toLowerCase()));
