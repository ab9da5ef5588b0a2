import { tidy } from './addresses.ts';
import { badRequest, problem } from './answer.ts';
import { type BatchPart, readBatch } from './batch.ts';
import { readMove } from './move.ts';
import type { Move, Problem, World } from './world.ts';

/** One request as it arrived; header names in lower case, the URL absolute. */
export type Incoming = { method: string; url: string; headers: Record<string, string>; body: string | null };

/** What a request asks for. `key` is the source or the task id. */
export type Call =
  | { kind: 'validate' | 'create'; key: string; move: Move }
  | { kind: 'read'; by: 'id'; key: string; select: null }
  | { kind: 'read'; by: Move['kind']; key: string; select: string[] | null }
  | { kind: 'cancel'; key: string }
  | { kind: 'mapping'; of: 'user' | 'group'; key: string }
  | { kind: 'batch'; key: string; parts: readonly BatchPart[] }
  | { kind: 'refused'; key: string; problem: Problem };

const base = '/beta';
const migrations = `${base}/solutions/sharePoint/migrations`;
const tasks = `${migrations}/crossOrganizationMigrationTasks`;

/** Reads method, path and body. Follows "sharePointMigrationTask" in the Microsoft Graph reference (beta). */
export function readCall(world: World, incoming: Incoming): Call {
  const { pathname, searchParams } = new URL(incoming.url);
  const { method } = incoming;
  if (pathname === `${base}/$batch`) return batchCall(world, incoming);
  if (pathname === tasks) return method === 'POST' ? createCall(world, incoming) : refused(notImplemented('Listing'));
  if (!pathname.startsWith(`${migrations}/`)) return refused(unknownSegment(pathname));
  if (method === 'GET') return readOf(pathname, searchParams.get('$select'));
  const cancelled = new RegExp(`^${tasks}/([^/()]+)/cancel$`).exec(pathname)?.[1];
  if (method === 'POST' && cancelled !== undefined) return { kind: 'cancel', key: cancelled };
  return refused(notImplemented(`${method} here`));
}

function batchCall(world: World, { method, body }: Incoming): Call {
  if (world.options.batching === 'refused' || method !== 'POST') return refused(notImplemented('JSON batching'));
  const read = readBatch(body);
  return 'problem' in read ? refused(read.problem) : { kind: 'batch', key: '', parts: read.parts };
}

function createCall(world: World, { headers, body }: Incoming): Call {
  if (!(headers['content-type'] ?? '').startsWith('application/json'))
    return refused(problem(415, 'UnsupportedMediaType', 'The content type must be application/json.'));
  const read = readMove(world, body);
  if ('problem' in read) return refused(read.problem);
  return { kind: read.move.validateOnly ? 'validate' : 'create', key: read.move.key, move: read.move };
}

const functions = [
  { path: `${tasks}/getBySourceUserPrincipalName(sourcePrincipalName=`, by: 'user' },
  { path: `${tasks}/getBySourceSiteUrl(sourceSiteUrl=`, by: 'site' },
  { path: `${tasks}/getBySourceGroupMailNickname(sourceGroupMailNickname=`, by: 'group' },
] as const;

const mappings = [
  { path: `${migrations}/crossOrganizationUserMappings(sourceUserPrincipalName=`, of: 'user' },
  { path: `${migrations}/crossOrganizationGroupMappings(sourceGroupObjectId=`, of: 'group' },
] as const;

function readOf(pathname: string, select: string | null): Call {
  const source = functions.find(({ path }) => pathname.startsWith(path));
  const mapping = mappings.find(({ path }) => pathname.startsWith(path));
  const found = source ?? mapping;
  if (found === undefined) return readById(pathname);
  const literal = literalIn(pathname.slice(found.path.length));
  if (literal === null) return refused(badRequest('The parameter is no OData string literal.'));
  if (mapping !== undefined) return { kind: 'mapping', of: mapping.of, key: literal };
  const by = source?.by ?? 'user';
  return {
    kind: 'read',
    by,
    key: `${by}:${tidy(literal)}`,
    select: select?.split(',').map((name) => name.trim()) ?? null,
  };
}

function readById(pathname: string): Call {
  const id = new RegExp(`^${tasks}/([^/()]+)$`).exec(pathname)?.[1];
  return id === undefined ? refused(unknownSegment(pathname)) : { kind: 'read', by: 'id', key: id, select: null };
}

/** `'o''neil%40contoso.com')` → `o'neil@contoso.com`; null when the quotes do not match up. */
function literalIn(rest: string): string | null {
  try {
    const inner = /^'((?:[^']|'')*)'\)$/.exec(decodeURIComponent(rest))?.[1];
    return inner?.replaceAll("''", "'") ?? null;
  } catch {
    return null;
  }
}

const refused = (why: Problem): Call => ({ kind: 'refused', key: '', problem: why });

const notImplemented = (what: string): Problem => problem(501, 'notImplemented', `${what} is not supported.`);

const unknownSegment = (pathname: string): Problem =>
  badRequest(`Resource not found for the segment '${pathname.split('/')[2] ?? ''}'.`);
