import type { Parse } from '../question.ts';
import { err, ok } from '../result.ts';
import { quoted, readable, suggesting } from './readable.ts';
import { splitAddress, splitHost } from './sharepoint-host.ts';

/** A site's address: https, the host in lower case, no slash at the end, no query, no fragment; nothing is decoded. */
export const parseSite: Parse<string> = readable((text) => {
  const parts = splitAddress(text);
  const url = parts && splitHost(parts.host) ? `https://${parts.host}${parts.path.replace(/\/+$/, '')}` : undefined;
  if (url !== undefined && (parts?.scheme === null || parts?.scheme === 'https')) return ok(url);
  return err({
    what: `${quoted(text)} is not the address of a SharePoint site.`,
    why: 'A site is named by its full https address at sharepoint.com.',
    next: 'Copy it from the browser, like https://contoso.sharepoint.com/sites/IT.',
    ...suggesting(parts?.scheme === 'http' ? url : undefined),
  });
});
