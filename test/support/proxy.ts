import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { generate } from 'selfsigned';

/** Where the proxy takes what is meant for a host, and how it changes the headers on the way. */
export type Host = { to: string; headers?: (headers: IncomingHttpHeaders) => IncomingHttpHeaders };

/** `page`: a filter shows its own page in place of every answer. */
export type Manner = { hosts?: Record<string, Host>; wants?: string; refuses?: number; page?: string };

type Root = { cert: string; key: string };

/** A proxy as companies have them: it opens what is encrypted, and encrypts it again with a root of its own. */
export class InspectingProxy {
  readonly url: string;
  /** The certificate that clients have to trust. */
  readonly root: string;
  /** What it was asked to connect to, as `host:port`. */
  readonly asked: string[] = [];
  readonly #outer: Server;
  readonly #inner: TlsServer;
  readonly #sockets = new Set<Duplex>();
  manner: Manner;

  private constructor(outer: Server, inner: TlsServer, root: string, manner: Manner) {
    this.#outer = outer;
    this.#inner = inner;
    this.root = root;
    this.manner = manner;
    this.url = `http://127.0.0.1:${(outer.address() as AddressInfo).port}`;
    outer.on('connect', (request: IncomingMessage, socket: Duplex) => this.#connect(request, socket));
    inner.on('request', (request: IncomingMessage, response: ServerResponse) => void this.#forward(request, response));
  }

  static async start(manner: Manner): Promise<InspectingProxy> {
    const root = await makeRoot();
    const names = Object.keys(manner.hosts ?? {});
    const inner = createTlsServer(await certificateOf(root, names.length > 0 ? names : ['graph.microsoft.com']));
    const outer = createServer((_, response) => response.writeHead(405).end()).listen(0, '127.0.0.1');
    await once(outer, 'listening');
    return new InspectingProxy(outer, inner, root.cert, manner);
  }

  /** From now on this process trusts it, as after an admin has rolled the root out. */
  rollOut(): void {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), this.root]);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#outer.close(() => resolve()));
  }

  #connect({ url = '', headers }: IncomingMessage, socket: Duplex): void {
    this.asked.push(url);
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    const { wants, refuses } = this.manner;
    const known = wants === undefined || headers['proxy-authorization'] === `Basic ${btoa(wants)}`;
    const status = known ? (refuses ?? 200) : 407;
    socket.write(`HTTP/1.1 ${status} As it is\r\n\r\n`);
    if (status === 200) this.#inner.emit('connection', socket);
    else socket.end();
  }

  async #forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { page, hosts = {} } = this.manner;
    const host = hosts[request.headers.host ?? ''];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    }
    if (host === undefined) {
      response.writeHead(502).end();
      return;
    }
    await forward(request, response, host);
  }
}

async function forward(request: IncomingMessage, response: ServerResponse, { to, headers = (same) => same }: Host) {
  const { request: send } = await import(to.startsWith('https:') ? 'node:https' : 'node:http');
  const { method } = request;
  const servername = new URL(to).hostname;
  const onward = send(`${to}${request.url}`, { method, headers: headers(request.headers), servername });
  onward.on('error', () => response.destroy());
  onward.on('response', (answer: IncomingMessage) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  request.pipe(onward);
}

/** A service on this computer, behind TLS with a root of its own that this process trusts. */
export async function overTls(to: string): Promise<{ url: string; close(): void }> {
  const root = await makeRoot();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), root.cert]);
  const server = createTlsServer(await certificateOf(root, ['localhost']), (request, response) =>
    forward(request, response, { to }),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, close };
}

const makeRoot = async (): Promise<Root> => {
  const { cert, private: key } = await generate(
    [{ name: 'commonName', value: `Contoso Network Root ${randomUUID()}` }],
    {
      ...quick,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  return { cert, key };
};

const quick = { keyType: 'ec', algorithm: 'sha256' } as const;

async function certificateOf(root: Root, hosts: readonly string[]): Promise<{ cert: string; key: string }> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: hosts[0] ?? '' }], {
    ...quick,
    ca: root,
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  return { cert, key };
}
