import { badRequest } from './answer.ts';
import type { Delivery } from './delivery.ts';
import type { Problem } from './world.ts';

/** One request inside a batch, with its URL relative to the version: `/solutions/…`. */
export type BatchPart = {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** JSON as text; null where there is none. */
  body: string | null;
};

export type PartAnswer = { id: string; status: number; headers: Record<string, string>; body: unknown };

/** How many requests one batch may hold. Follows "Combine multiple HTTP requests using JSON batching". */
const mostParts = 20;

/** Reads a batch's body. A batch that breaks a rule is refused as a whole: none of its parts is looked at. */
export function readBatch(body: string | null): { parts: BatchPart[] } | { problem: Problem } {
  const requests = requestsIn(body);
  if (requests === null) return refused('The batch is no JSON object with a list of requests.');
  if (requests.length === 0 || requests.length > mostParts)
    return refused(`A batch holds 1 to ${mostParts} requests, this one ${requests.length}.`);
  const parts = requests.map(readPart);
  if (parts.some((part) => part === null)) return refused('A request in the batch has no id, method or relative url.');
  const read = parts.filter((part) => part !== null);
  if (new Set(read.map(({ id }) => id)).size < read.length) return refused('Two requests in the batch have one id.');
  const untyped = read.some(({ body: inner, headers }) => inner !== null && headers['content-type'] === undefined);
  return untyped ? refused('A request in the batch has a body and no Content-Type.') : { parts: read };
}

const refused = (message: string): { problem: Problem } => ({ problem: badRequest(message) });

function requestsIn(body: string | null): unknown[] | null {
  try {
    const { requests } = JSON.parse(body ?? '') as { requests?: unknown };
    return Array.isArray(requests) ? requests : null;
  } catch {
    return null;
  }
}

function readPart(value: unknown): BatchPart | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, method, url, headers = {}, body = null } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string' || !url.startsWith('/'))
    return null;
  const named = Object.entries(headers as Record<string, unknown>);
  return {
    id,
    method,
    url,
    headers: Object.fromEntries(named.map(([name, text]) => [name.toLowerCase(), String(text)])),
    body: body === null ? null : JSON.stringify(body),
  };
}

/**
 * The answer to a part as it stands in the answer to the batch. A part cannot be lost on its own: what happens between the
 * service's own machines comes as 504.
 */
export function partAnswer(id: string, { how, status, headers, body }: Delivery): PartAnswer {
  if (how === 'lost') return { id, status: 504, headers: {}, body: lostInside };
  return { id, status, headers, body: parsed(body) };
}

const lostInside = { error: { code: 'gatewayTimeout', message: 'The part did not answer in time.' } };

function parsed(body: string | null): unknown {
  if (body === null) return null;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** The service answers the parts in the order in which they got done, which is any. */
export const shuffled = (answers: readonly PartAnswer[]): PartAnswer[] => [
  ...answers.filter((_, at) => at % 2 === 1),
  ...answers.filter((_, at) => at % 2 === 0),
];
