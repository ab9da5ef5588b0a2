import { createProxiedFetch, proxiesOf } from './node-proxy.ts';
import type { Env, Fetch } from './ports.ts';

/**
 * Fetch behind the proxy of HTTPS_PROXY, HTTP_PROXY and NO_PROXY, trusting the certificates of the system beside Node's
 * own. Calls to this computer go past every proxy. What only some networks need is loaded when it is needed.
 */
export function createNodeFetch(env: Env): Fetch {
  const proxies = proxiesOf(env);
  let proxied: Promise<Fetch> | undefined;
  let trusting: Promise<boolean> | undefined;
  const wayTo = async (url: string): Promise<Fetch> => {
    if (proxies === null || isLoopback(url)) return direct;
    proxied ??= createProxiedFetch(proxies);
    return proxied;
  };
  return async (url, init) => {
    const send = await wayTo(url);
    const isTrustKnown = trusting !== undefined;
    try {
      return await send(url, init);
    } catch (error) {
      if (isTrustKnown || !isUnknownIssuer(error)) throw error;
      trusting ??= trustSystemCertificates();
      if (!(await trusting)) throw error;
      // The connection was never made, so nothing is sent twice.
      return await send(url, init);
    }
  };
}

const direct: Fetch = (url, init) => fetch(url, init);

const isLoopback = (url: string): boolean => /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i.test(url);

const unknownIssuer =
  /^(UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT)$/;

function isUnknownIssuer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && unknownIssuer.test(String(error.code))) || isUnknownIssuer(error.cause);
}

/**
 * Company proxies sign with a root certificate that only the system knows. Reading all of them takes a tenth of a second,
 * so it waits for somebody to need it. False where this Node cannot (before 22.19 and 24.5): there NODE_EXTRA_CA_CERTS can.
 */
async function trustSystemCertificates(): Promise<boolean> {
  const { default: tls } = await import('node:tls');
  if (tls.setDefaultCACertificates === undefined) return false;
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]);
    return true;
  } catch {
    return false;
  }
}
