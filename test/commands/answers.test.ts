import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine({
    env: { CROSSORG_GRAPH_URL: 'http://127.0.0.1:4000/beta', CROSSORG_ACCESS_TOKEN: 'opaque' },
  });
});
afterEach(() => computer.remove());

const esc = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e';
const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html' };

type Answer = { name: string; body: string | null; status?: number; headers?: Record<string, string> };

const answers: Answer[] = [
  { name: 'nothing at all', body: null, status: 200 },
  { name: 'no content', body: null, status: 204 },
  { name: 'an empty object', body: '{}', headers: json },
  { name: 'null', body: 'null', headers: json },
  { name: 'a list', body: '[1,2]', headers: json },
  { name: 'a text', body: '"hello"', headers: json },
  { name: 'a number', body: '7', headers: json },
  { name: 'half an object', body: '{"id":"3ed6d46d-13a3-4995', headers: json },
  { name: 'a page', body: '<!doctype html><h1>Sign in to the guest network</h1>', headers: html },
  { name: 'a page that says it is JSON', body: '<html><body>Blocked</body></html>', headers: json },
  { name: 'values of wrong types', body: '{"id":5,"status":{"a":1},"parameters":"x","error":[1]}', headers: json },
  {
    name: 'a task full of escape sequences',
    body: JSON.stringify({ id: esc, status: esc, error: { code: esc, message: esc } }),
    headers: json,
  },
  {
    name: 'an unknown status',
    body: '{"id":"3ed6d46d-13a3-4995-b6ea-a74a20b1fac0","status":"pondering"}',
    headers: json,
  },
  { name: 'a very large answer', body: JSON.stringify({ status: 'x'.repeat(2_000_000) }), headers: json },
  { name: 'very deep lists', body: `${'['.repeat(5_000)}${']'.repeat(5_000)}`, headers: json },
  {
    name: '400 with escape sequences',
    body: JSON.stringify({ error: { code: esc, message: esc } }),
    status: 400,
    headers: json,
  },
  { name: '400 with nothing', body: null, status: 400 },
  { name: '403 as a page', body: '<html>Forbidden</html>', status: 403, headers: html },
  { name: '403', body: '{"error":{"code":"accessDenied","message":"Access denied"}}', status: 403, headers: json },
  { name: '404 as a page', body: '<html>Not found</html>', status: 404, headers: html },
  { name: '407', body: 'proxy', status: 407 },
  { name: '418 with a wrong error', body: '{"error":"teapot"}', status: 418, headers: json },
  { name: '429 without a time', body: null, status: 429 },
  { name: '429 with a time of words', body: null, status: 429, headers: { 'retry-after': 'soon' } },
  { name: '500 as a page', body: '<html>Oops</html>', status: 500, headers: html },
  { name: '503 for a year', body: null, status: 503, headers: { 'retry-after': '31536000' } },
  { name: 'a redirect', body: null, status: 302, headers: { location: 'https://evil.example.com/' } },
];

const commands = [
  { name: 'a dry run', argv: [...userMove(), '--dry-run'], codes: [3, 4, 6, 7] },
  { name: 'a submission', argv: [...userMove(), ...confirmed], codes: [3, 4, 6, 7] },
  { name: 'status by source', argv: ['status', 'dana@contoso.com'], codes: [0, 3, 4, 6, 7] },
  { name: 'status by id', argv: ['status', '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0'], codes: [0, 3, 4, 6, 7] },
  { name: 'cancel', argv: ['cancel', '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0', ...confirmed], codes: [3, 4, 5, 6, 7, 9] },
];

describe.each(commands)('$name meets an answer that is', ({ argv, codes }) => {
  test.each(answers)('$name, and tells what it means', async ({ body, status = 200, headers = {} }) => {
    const fetch = async () => new Response(body, { status, headers });
    const told = await computer.run([...argv, '--json'], { fetch });
    expect(codes).toContain(told.exitCode);
    expect(told.out.length).toBeLessThan(20_000);
    expect(told.out).not.toContain('owned\\u0007');
    const lines = await computer.run(argv, { fetch });
    expect(lines.exitCode).toBe(told.exitCode);
  });

  const faults = [
    { name: 'refused', code: 'ECONNREFUSED' },
    { name: 'reset', code: 'ECONNRESET' },
    { name: 'not found by name', code: 'ENOTFOUND' },
    { name: 'signed by a stranger', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
  ];

  test.each(faults)('$name, and tells what it means', async ({ code }) => {
    const cause = Object.assign(new Error(`connect ${code} ${esc}`), { code });
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const told = await computer.run([...argv, '--json'], { fetch });
    expect(told.exitCode).toBe(7);
    expect(told.codes.at(-1)).toMatch(/^network/);
  });
});
