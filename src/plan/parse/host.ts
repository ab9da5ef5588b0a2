import type { Parse } from '../question.ts';
import { err, ok } from '../result.ts';
import { quoted, readable, suggesting } from './readable.ts';
import { hostOf, splitAddress, splitHost } from './sharepoint-host.ts';

/** Any spelling of a tenant's SharePoint host, read as its `-my` form. Only a check says which clouds are supported. */
export const parseHost: Parse<string> = readable((text) => {
  const parts = splitAddress(text);
  const host = parts && splitHost(parts.host);
  const web = parts?.scheme === null || parts?.scheme === 'https' || parts?.scheme === 'http';
  if (host && web) return ok(`https://${hostOf({ ...host, role: 'my' })}`);
  return err({
    what: `${quoted(text)} is not a SharePoint host.`,
    why: 'The target is named by its -my host at sharepoint.com, not by a domain or a display name.',
    next: 'Use the form https://fabrikam-my.sharepoint.com. On the target, Get-SPOCrossTenantHostUrl prints it.',
    ...suggesting(fromTenantName(text)),
  });
});

/** The host that belongs to a bare tenant name or its onmicrosoft.com domain. */
function fromTenantName(text: string): string | undefined {
  const name = text.toLowerCase().replace(/\.onmicrosoft\.com$/, '');
  return /^[a-z0-9]{2,}$/.test(name) ? `https://${name}-my.sharepoint.com` : undefined;
}
