import type { buildConnector } from 'undici';
import type { Env, Fetch } from './ports.ts';

/** Proxies by the scheme of what is called, as the environment names them. */
export type Proxies = { httpsProxy: string; httpProxy: string; noProxy: string };

/** Where a machine of a cloud asks for its own identity: no proxy knows it. */
const cloudMachine = '169.254.169.254';

/** Null where no proxy is named. Lower case goes first, as with other programs; where only one of the two is named it takes all calls. */
export function proxiesOf(env: Env): Proxies | null {
  const given = (name: string) => env[name.toLowerCase()]?.trim() || env[name]?.trim() || null;
  const [https, http] = [given('HTTPS_PROXY'), given('HTTP_PROXY')];
  const first = https ?? http;
  if (first === null) return null;
  const except = given('NO_PROXY') ?? '';
  const isForAll = except.split(/[\s,]+/).includes('*');
  return {
    httpsProxy: first,
    httpProxy: http ?? first,
    noProxy: isForAll ? '*' : [except, cloudMachine].filter(Boolean).join(','),
  };
}

/**
 * A fetch through these proxies, the same on every Node. A proxy that cannot be reached is told apart from a service that
 * cannot: its errors have a code that begins with ERR_PROXY.
 */
export async function createProxiedFetch({ httpsProxy, httpProxy, noProxy }: Proxies): Promise<Fetch> {
  const [https, http] = [addressOf(httpsProxy), addressOf(httpProxy)];
  if (https === null || http === null) return () => Promise.reject(fetchFailed(noAddress()));
  const { EnvHttpProxyAgent, fetch, Pool } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    httpsProxy: https,
    httpProxy: http,
    noProxy,
    clientFactory: (origin, options) => new Pool(origin, { ...options, connect: toProxy(options as Way) }),
  });
  return async (url, init) => (await fetch(url, { ...init, dispatcher })) as unknown as Response;
}

/** People leave the scheme out. Other kinds, such as SOCKS, carry no request of ours. What follows the port says nothing. */
function addressOf(text: string): string | null {
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !isWellFormed(url)) return null;
  return Object.assign(url, { pathname: '/', search: '', hash: '' }).href;
}

/** A percent sign of a password that was not written as %25. */
function isWellFormed({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(`${username}:${password}`) !== '';
  } catch {
    return false;
  }
}

type Way = { connect: buildConnector.connector };

/** Everything that fails before the proxy has been asked is the proxy's. */
const toProxy =
  ({ connect }: Way): buildConnector.connector =>
  (options, callback) =>
    connect(options, (...[error, socket]) =>
      error === null ? callback(null, socket) : callback(unreachable(error), null),
    );

const unreachable = (cause: Error): Error =>
  Object.assign(new Error('The proxy cannot be reached', { cause }), { code: 'ERR_PROXY_UNREACHABLE' });

const noAddress = (): Error => Object.assign(new Error('No http or https address'), { code: 'ERR_PROXY_ADDRESS' });

const fetchFailed = (cause: Error): TypeError => new TypeError('fetch failed', { cause });
