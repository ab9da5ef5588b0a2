import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Fetch } from '../../src/ports/ports.ts';
import type { Seed } from './secret-seeds.ts';

/** A text that was left somewhere. */
export type Trace = { where: string; text: string };

/** Every file below a folder; databases row by row, because a page may tear a text apart. */
export function tracesIn(folder: string, from = ''): Trace[] {
  return readdirSync(join(folder, from)).flatMap((name) => {
    const path = join(folder, from, name);
    const where = from === '' ? name : `${from}/${name}`;
    if (statSync(path).isDirectory()) return tracesIn(folder, where);
    const text = readFileSync(path, 'utf8');
    return text.startsWith('SQLite format 3')
      ? [
          { where, text },
          { where, text: rowsOf(path) },
        ]
      : [{ where, text }];
  });
}

function rowsOf(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    return JSON.stringify(tables.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all()));
  } catch {
    return '';
  } finally {
    database.close();
  }
}

/** Half a secret is one, too; short ones only count as a whole. */
const partsOf = (secret: string): string[] =>
  secret.length < 28 ? [secret] : [secret.slice(0, 20), secret.slice(-20)];

const writings = (text: string): string[] => [
  ...new Set([text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), text.replaceAll('\n', ' ')]),
];

/** The names of the secrets that are in a text. The header of a web token is the same for all. */
export const leaksIn = (traces: readonly Trace[], seeds: readonly Seed[]): string[] =>
  seeds.flatMap(({ name, secret }) =>
    traces
      .filter(({ text }) => partsOf(secret).some((part) => writings(part).some((written) => text.includes(written))))
      .map(({ where }) => `${name}: ${where}`),
  );

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** One line, as headers have to be. */
const inHeader = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, ' ');

export type Carrier = { name: string; answer(said: string): Response };

/** Every way in which something on the other side can say what it should not. */
export const carriers: readonly Carrier[] = [
  { name: 'a message', answer: (said) => json({ error: { code: 'badRequest', message: said } }, 400) },
  { name: 'a code', answer: (said) => json({ error: { code: said, message: 'No.' } }, 422) },
  {
    name: 'an inner error',
    answer: (said) =>
      json(
        {
          error: { code: 'x', message: '', details: [{ code: said }], innerError: { code: said, 'request-id': said } },
        },
        403,
      ),
  },
  { name: 'the words of a sign-in', answer: (said) => json({ error: 'invalid_grant', error_description: said }, 401) },
  {
    name: 'headers',
    answer: (said) =>
      json({ error: { code: 'notAllowed', message: 'No.' } }, 403, {
        'request-id': inHeader(said),
        'client-request-id': inHeader(said),
        'WWW-Authenticate': inHeader(`Bearer error="${said}"`),
        'Set-Cookie': inHeader(said),
      }),
  },
  {
    name: 'the page of a proxy',
    answer: (said) => new Response(`<html><body>You sent: ${said}</body></html>`, { status: 407 }),
  },
  { name: 'a page that looks well', answer: (said) => new Response(`<!DOCTYPE html><html>${said}</html>`) },
  { name: 'a plain text', answer: (said) => new Response(said, { status: 502 }) },
  { name: 'a cut answer', answer: (said) => new Response(`{"id": "1", "error": {"message": ${JSON.stringify(said)}`) },
  {
    name: 'a redirect',
    answer: (said) =>
      new Response(null, { status: 302, headers: { Location: `https://a.invalid/?${encodeURI(said)}` } }),
  },
  {
    name: 'a task that failed',
    answer: (said) =>
      json({ id: '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0', status: 'failed', error: { code: said, message: said } }),
  },
  { name: 'an answer of another type', answer: (said) => json([said, { id: 7 }]) },
];

/** A service that answers every call alike. */
export const answering =
  ({ answer }: Carrier, said: string): Fetch =>
  async () =>
    answer(said);

/** A connection that breaks, and quotes what it was about to send. */
export const breaking =
  (said: string): Fetch =>
  async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(said), { code: 'ECONNRESET' }) });
  };

/** So few at a time that no message is cut before the last one. */
export const chunksOf = (seeds: readonly Seed[], size = 5): Seed[][] =>
  Array.from({ length: Math.ceil(seeds.length / size) }, (_, at) => seeds.slice(at * size, (at + 1) * size));

export const saidOf = (chunk: readonly Seed[]): string => chunk.map(({ said }) => said).join(' | ');
