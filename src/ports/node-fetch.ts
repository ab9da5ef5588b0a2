import type { Env, Fetch } from './ports.ts';

/**
 * The platform's fetch behind the proxy of HTTPS_PROXY, HTTP_PROXY and NO_PROXY, trusting the certificates of the
 * system beside Node's own. Both are set up before the first call that leaves this computer, not at the start.
 */
export function createNodeFetch(env: Env): Fetch {
  let prepared: Promise<unknown> | undefined;
  return async (url, init) => {
    if (!isLoopback(url)) {
      prepared ??= Promise.all([routeThroughProxy(env), trustSystemCertificates()]);
      await prepared;
    }
    return fetch(url, init);
  };
}

const isLoopback = (url: string): boolean => /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i.test(url);

/** Where a machine of a cloud asks for its own identity: no proxy knows it. */
const cloudMachine = '169.254.169.254';

/** Node 22 lacks the call; there NODE_USE_ENV_PROXY=1 does the same from 22.21 on. */
async function routeThroughProxy(env: Env): Promise<void> {
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
  if (!names.some((name) => env[name])) return;
  const { default: http } = await import('node:http');
  const noProxy = [env.NO_PROXY ?? env.no_proxy, 'localhost', '127.0.0.1', '[::1]', cloudMachine]
    .filter(Boolean)
    .join(',');
  http.setGlobalProxyFromEnv?.({ ...env, NO_PROXY: noProxy, no_proxy: noProxy });
}

/** Company proxies sign with a root certificate that only the system knows. */
async function trustSystemCertificates(): Promise<void> {
  const { default: tls } = await import('node:tls');
  tls.setDefaultCACertificates?.([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]);
}
