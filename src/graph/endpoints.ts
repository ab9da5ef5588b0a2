import type { Unreadable } from '../plan/question.ts';
import { err, ok, type Result } from '../plan/result.ts';

/** Microsoft Graph, beta: the only published home of these calls. */
export const defaultEndpoint = 'https://graph.microsoft.com/beta';

/** A base URL without a slash at its end, and whether it is Microsoft's own. */
export type Endpoint = { endpoint: string; mode: 'live' | 'custom' };

/** Reads a base URL for Graph: https, or http on this computer; nothing that could carry secrets or reroute calls. */
export function checkEndpoint(text: string): Result<Endpoint, Unreadable> {
  const url = /^https?:\/\/[^\s\\?#]+$/i.test(text.trim()) ? URL.parse(text.trim()) : null;
  if (url === null)
    return unreadable('It is not a plain http or https address; a query or fragment has no place in it.');
  if (url.username !== '' || url.password !== '')
    return unreadable('It has a name or password in it, which would end up in logs.');
  if (url.protocol !== 'https:' && !isLoopbackHost(url.hostname))
    return unreadable(
      'It uses http, which would send the token in the clear. Only this computer may be reached by http.',
    );
  const endpoint = url.href.replace(/\/+$/, '');
  return ok({ endpoint, mode: url.origin === liveOrigin ? 'live' : 'custom' });
}

const liveOrigin = new URL(defaultEndpoint).origin;

/** Whether a base URL leads to this computer and nowhere else. */
export const isLoopback = (endpoint: string): boolean => isLoopbackHost(URL.parse(endpoint)?.hostname ?? '');

const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

const unreadable = (why: string): Result<never, Unreadable> =>
  err({
    what: 'The Graph address cannot be used.',
    why,
    next: `Give an https address, for example ${defaultEndpoint}`,
  });
