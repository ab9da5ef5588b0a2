/** How a profile signs in. */
export const authMethods = ['browser', 'device', 'certificate', 'secret', 'managed', 'federated'] as const;
export type AuthMethod = (typeof authMethods)[number];

export type Side = 'source' | 'target';

/** One tenant as a profile knows it. */
export type ProfileSide = {
  /** A GUID in lower case. */
  tenantId: string;
  /** What people call it, such as Contoso. */
  name: string;
  /** Its domains in lower case, the usual one first. */
  domains: readonly string[];
  /** Its SharePoint roots, `-my` hosts and geographies included, such as `https://contoso.sharepoint.com`. */
  hosts: readonly string[];
  /** The app to sign in with; null where nobody signs in on this side. */
  clientId: string | null;
};

/** A saved pair of tenants and what saves typing between them. It never holds a secret. */
export type Profile = {
  name: string;
  source: ProfileSide;
  target: ProfileSide;
  auth: AuthMethod;
  /** Asks for permission to read only, and submits nothing. */
  isReadOnly: boolean;
  /** Another sign-in authority, https; null for Microsoft's own. */
  authority: string | null;
  targetHost: string | null;
  targetOrgId: string | null;
  /** A data location, or `default`. */
  targetLocation: string | null;
  /** The name at the target, with `{name}` for what stands before the @ of the source. */
  targetRule: string | null;
  /** When moves start, such as `22:00-06:00`: fills start and latest start. */
  window: string | null;
  /** IANA name. */
  zone: string | null;
  limits: {
    /** Resource units a minute; null for the default. */
    budget: number | null;
    /** Tasks that wait in the service at once; null for the default. */
    maxPending: number | null;
  };
};
