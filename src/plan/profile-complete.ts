import { hostIn, hostOf } from './parse/sharepoint-host.ts';
import { isDomain } from './profile-parse.ts';
import type { ProfileTexts } from './profile-values.ts';

/** What follows from other values where nobody gave it: a name from a domain, the target's hosts from its `-my` host. */
export function completeTexts(texts: ProfileTexts): ProfileTexts {
  const sourceName = texts.sourceName ?? nameFrom(texts.sourceDomains, texts.sourceHosts);
  const targetName =
    texts.targetName ??
    other(nameFrom(texts.targetDomains, texts.targetHosts ?? texts.targetHost), sourceName, texts.targetDomains);
  const targetHosts = texts.targetHosts ?? rootOf(texts.targetHost);
  return {
    ...texts,
    ...(sourceName === undefined ? {} : { sourceName }),
    ...(targetName === undefined ? {} : { targetName }),
    ...(targetHosts === undefined ? {} : { targetHosts }),
  };
}

/** `contoso.com` and `https://contoso-my.sharepoint.com` are both Contoso's. */
function nameFrom(domains: string | undefined, hosts: string | undefined): string | undefined {
  const domain = first(domains);
  const label = domain !== undefined && isDomain(domain) ? domain.split('.')[0] : hostIn(first(hosts) ?? '')?.label;
  return label === undefined ? undefined : `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
}

/** `contoso.com` and `contoso.de` would both be Contoso: the target is then called by its whole domain. */
const other = (name: string | undefined, taken: string | undefined, domains: string | undefined) =>
  name?.toLowerCase() === taken?.toLowerCase() ? first(domains) : name;

const first = (list: string | undefined): string | undefined => list?.split(/[,;\s]+/).find((part) => part !== '');

function rootOf(address: string | undefined): string | undefined {
  const host = address === undefined ? null : hostIn(address);
  return host ? `https://${hostOf({ ...host, role: 'root' })}` : undefined;
}
