/** A SharePoint host name in its parts. `label` names the tenant, or one of its geographies. */
export type SharePointHost = { label: string; role: 'root' | 'my' | 'admin'; suffix: string };

const form = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.(sharepoint\.(?:com|us|cn|de)|sharepoint-mil\.us)$/;
const rolePart = /^(.+)-(my|admin)$/;

/** Null for a host that is not SharePoint's. */
export function splitHost(host: string): SharePointHost | null {
  const [, name, suffix] = form.exec(host.toLowerCase()) ?? [];
  if (name === undefined || suffix === undefined || name.length > 63) return null;
  const [, label, role] = rolePart.exec(name) ?? [];
  if (label === undefined) return { label: name, role: 'root', suffix };
  return { label, role: role === 'my' ? 'my' : 'admin', suffix };
}

export const hostOf = ({ label, role, suffix }: SharePointHost): string =>
  `${label}${role === 'root' ? '' : `-${role}`}.${suffix}`;

export type Address = { scheme: string | null; host: string; path: string };

const address = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#\s\\]+)([^?#]*)/i;

/** The parts of an address, as written: nothing is decoded; query and fragment are left out. */
export function splitAddress(text: string): Address | null {
  const [, scheme, host, path] = address.exec(text) ?? [];
  if (host === undefined) return null;
  return { scheme: scheme?.toLowerCase() ?? null, host: host.toLowerCase().replace(/:443$/, ''), path: path ?? '' };
}

/** The SharePoint host of an address, whatever its path. */
export function hostIn(text: string): SharePointHost | null {
  const parts = splitAddress(text);
  return parts && splitHost(parts.host);
}
