import { foreignText } from '../problems/secrets.ts';
import type { ServiceRefusal } from './sign-in-failure.ts';

const longestMessage = 1_000;

/** Reads the error of the sign-in service, from a JSON body or from a redirected address; null when there is none. */
export function readRefusal(body: unknown): ServiceRefusal | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const {
    error,
    error_description: description,
    error_codes: codes,
    suberror,
    ...ids
  } = body as Record<string, unknown>;
  if (typeof error !== 'string' || error === '') return null;
  const text = typeof description === 'string' ? description : '';
  const [number] = Array.isArray(codes) ? codes : [];
  const code = typeof number === 'number' ? `AADSTS${number}` : /\bAADSTS\d{4,8}\b/.exec(text)?.[0];
  return {
    code: code ?? foreignText(error, 60),
    error: foreignText(error, 60),
    message: foreignText(text, longestMessage),
    ...(typeof suberror === 'string' && suberror !== '' ? { suberror: foreignText(suberror, 60) } : {}),
    correlationId: idOf(ids.correlation_id) ?? idIn(text, 'Correlation ID'),
    traceId: idOf(ids.trace_id) ?? idIn(text, 'Trace ID'),
  };
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const idOf = (value: unknown): string | null => (typeof value === 'string' && guid.test(value) ? value : null);

/** Microsoft ends its texts with the ids that support asks for. */
const idIn = (text: string, name: string): string | null =>
  idOf(new RegExp(`${name}: ([0-9a-f-]{36})`, 'i').exec(text)?.[1]);
