import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetch } from '../../src/ports/ports.ts';
import type { SignInService } from './oidc.ts';
import type { Place } from './served.ts';

/** Tokens that Graph saw, in order, and on which calls it finds them expired. */
export type Doorman = { seen: string[]; refuses: (call: string, token: string) => boolean };

export const openDoor = (refuses: Doorman['refuses'] = () => false): Doorman => ({ seen: [], refuses });

/** Graph takes the tokens of the sign-in service; the simulator behind it wants its own. */
export const through =
  (graph: Place, service: SignInService, doorman: Doorman = openDoor()): Fetch =>
  (url, init) => {
    const own = graph.computer.env.CROSSORG_GRAPH_URL ?? '';
    if (!url.startsWith(own)) return fetch(url, init);
    const token = init.headers.Authorization?.replace('Bearer ', '') ?? '';
    doorman.seen.push(token);
    const isGood = service.issued().includes(token) && !doorman.refuses(`${init.method} ${url} ${init.body}`, token);
    const headers = { ...init.headers, Authorization: `Bearer ${isGood ? graph.token : 'bad'}` };
    return fetch(url, { ...init, headers });
  };

/** The same as a web server, for programs of their own. */
export async function serveDoor(graph: Place, service: SignInService): Promise<{ url: string; close(): void }> {
  const { origin } = new URL(graph.computer.env.CROSSORG_GRAPH_URL ?? '');
  const server = createServer((request, response) => {
    const isGood = service.issued().some((token) => request.headers.authorization === `Bearer ${token}`);
    const headers = { ...request.headers, authorization: `Bearer ${isGood ? graph.token : 'bad'}` };
    const onward = send(`${origin}${request.url}`, { method: request.method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`, close };
}
