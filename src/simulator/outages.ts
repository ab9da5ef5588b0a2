/** What `fetch` tells about a connection that failed, as the cause of its error. */
export type Cause = { code: string; message: string; syscall?: string };

/** Why a request never reaches the service. A real network has all of them, a web server can show none. */
export type Outage = keyof typeof outages;

/** The words of Node.js; the addresses are reserved for examples. `garbled`: something answers that does not speak HTTP. */
export const outages = {
  dns: { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND graph.microsoft.com', syscall: 'getaddrinfo' },
  refused: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 192.0.2.10:443', syscall: 'connect' },
  tls: { code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate in certificate chain' },
  proxy: { code: 'UND_ERR_ABORTED', message: 'Proxy response (403) !== 200 when HTTP Tunneling' },
  proxyAuth: { code: 'UND_ERR_ABORTED', message: 'Proxy response (407) !== 200 when HTTP Tunneling' },
  proxyDown: { code: 'ERR_PROXY_UNREACHABLE', message: 'The proxy cannot be reached' },
  offline: { code: 'ENETUNREACH', message: 'connect ENETUNREACH 192.0.2.10:443', syscall: 'connect' },
  garbled: { code: 'HPE_INVALID_CONSTANT', message: 'Parse Error: Expected HTTP/' },
} as const satisfies Record<string, Cause>;

export const outageNames = Object.keys(outages) as [Outage, ...Outage[]];

/** A connection that breaks while somebody waits for the answer. */
export const reset: Cause = { code: 'ECONNRESET', message: 'read ECONNRESET', syscall: 'read' };
