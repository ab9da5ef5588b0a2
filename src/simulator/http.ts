import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimulatedClock } from './clock.ts';
import { type Delivery, firstHalf } from './delivery.ts';
import { exchange } from './exchange.ts';
import { tokenFor } from './tokens.ts';
import type { World } from './world.ts';

export type ServeOptions = {
  /** Changed in place. */
  world: World;
  clock: SimulatedClock;
  /** 0 takes any free one. */
  port: number;
  /** Called after every request, before its answer leaves. */
  onChange?: (world: World) => void;
};

export type Served = {
  /** What `--graph-url` takes: `http://127.0.0.1:PORT/beta`. */
  url: string;
  /** A bearer token of the source's admin. */
  token: string;
  /** Ends open connections too. */
  close(): Promise<void>;
};

/** The simulator as a web server, on loopback only. Rejects when the port is taken. */
export async function serveSimulator({ world, clock, port, onChange }: ServeOptions): Promise<Served> {
  const closing = new AbortController();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const delivery = exchange(world, incomingOf(request, body), clock.now());
    onChange?.(world);
    if (delivery.delayMs > 0) await clock.sleep(delivery.delayMs, closing.signal);
    send(response, delivery);
  };
  const close = (): Promise<void> => {
    closing.abort();
    return closed(server);
  };
  const url = `http://127.0.0.1:${await listening(server, port)}/beta`;
  return { url, token: tokenFor(world, { now: clock.now() }), close };
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return chunks.length === 0 ? null : Buffer.concat(chunks).toString('utf8');
}

const incomingOf = ({ method = 'GET', url = '/', headers }: IncomingMessage, body: string | null) => ({
  method,
  url: `http://127.0.0.1${url}`,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  body,
});

/** A lost connection is a destroyed socket; a cut body promises more than it sends. */
function send(response: ServerResponse, { how, status, headers, body }: Delivery): void {
  if (how === 'lost') {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(body ?? '');
  const length: Record<string, string> = body === null ? {} : { 'content-length': String(bytes.length) };
  response.sendDate = false;
  response.writeHead(status, { ...headers, ...length });
  if (how === 'cut') response.write(firstHalf(body ?? ''), () => response.destroy());
  else response.end(bytes);
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
