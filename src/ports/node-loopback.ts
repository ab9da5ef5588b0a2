import type { AddressInfo } from 'node:net';
import type { Loopback } from './ports.ts';

/** A small server that only this computer can reach. */
export const nodeLoopback: Loopback = {
  listen: async (answer) => {
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => {
      const { status, html } = request.method === 'GET' ? answer(request.url ?? '/') : { status: 405, html: '' };
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', connection: 'close' };
      response.writeHead(status, headers).end(html);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return {
      port: (server.address() as AddressInfo).port,
      close: () => {
        server.close();
        server.closeIdleConnections();
      },
    };
  },
};
