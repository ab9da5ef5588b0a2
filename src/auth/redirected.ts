import { readRefusal } from './service-refusal.ts';
import type { ServiceRefusal } from './sign-in-failure.ts';

/** What the sign-in page sends back: a code to exchange, or a refusal. */
export type Redirected = { code: string; clientInfo: string | null } | { refusal: ServiceRefusal };

/** `otherSignIn`: an address of this kind, but not of the sign-in that is waiting. */
export type ReadRedirected = { read: 'ok'; redirected: Redirected } | { read: 'otherSignIn' | 'unreadable' };

/** Reads the address that the browser ended at, as the page sent it or as a person pasted it. */
export function readRedirected(text: string, state: string): ReadRedirected {
  const query = queryOf(text);
  const code = query?.get('code');
  const error = query?.get('error');
  if (!query || (!code && !error)) return { read: 'unreadable' };
  const states = query.getAll('state');
  if (states.length !== 1 || states[0] !== state) return { read: 'otherSignIn' };
  const refusal = readRefusal(Object.fromEntries(query));
  if (refusal !== null) return { read: 'ok', redirected: { refusal } };
  if (!code) return { read: 'unreadable' };
  return { read: 'ok', redirected: { code, clientInfo: query.get('client_info') } };
}

/** A whole address, or its end from the question mark on: terminals and mail programs break long ones. */
function queryOf(text: string): URLSearchParams | null {
  const tidy = text.replace(/\s+/g, '').replace(/^[<"']+|[>"']+$/g, '');
  const at = tidy.indexOf('?');
  if (at === -1) return null;
  return new URLSearchParams(tidy.slice(at + 1).replace(/#.*$/, ''));
}
