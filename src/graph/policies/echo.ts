import { hideKnown } from '../../problems/secrets.ts';
import type { Outcome, Policy } from '../policy.ts';

/** Some proxies and services repeat the token they were sent, in headers, pages or messages: it ends here. */
export const withoutEcho: Policy = async (request, next) => {
  const outcome = await next(request);
  const token = request.headers.Authorization?.replace(/^Bearer /, '');
  return token ? (withoutToken(outcome, token) as Outcome) : outcome;
};

/** Nobody reads answers so deep; one that goes on for ever must not fill the stack. */
const deepest = 100;

function withoutToken(value: unknown, token: string, depth = 0): unknown {
  if (typeof value === 'string') return withoutHead(hideKnown(value, [token]), token);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return null;
  if (Array.isArray(value)) return value.map((inner) => withoutToken(inner, token, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutToken(inner, token, depth + 1)]),
  );
}

/** Shorter heads of a token can be the end of any word. */
const shortestHead = 6;

/** A text that was cut may end in the first half of a token. */
function withoutHead(text: string, token: string): string {
  if (!text.endsWith('…')) return text;
  for (let length = Math.min(token.length, text.length) - 1; length >= shortestHead; length -= 1) {
    const end = `${token.slice(0, length)}…`;
    if (text.endsWith(end)) return `${text.slice(0, -end.length)}…`;
  }
  return text;
}
