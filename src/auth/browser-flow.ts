import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import type { Page, Ports } from '../ports/ports.ts';
import { faultOfThrown } from '../problems/thrown.ts';
import { loadLibrary } from './library.ts';
import { type Redirected, readRedirected } from './redirected.ts';
import type { SignInFailure } from './sign-in-failure.ts';
import type { Pasted, SignInNews } from './sign-in-news.ts';
import { untilStopped } from './until-stopped.ts';

export type FlowPorts = Pick<Ports, 'clock' | 'random' | 'browser' | 'loopback'>;

export type Flow = {
  app: PublicClientApplication;
  scopes: string[];
  ports: FlowPorts;
  hear(news: SignInNews): void;
  signal: AbortSignal;
};

/** What a flow comes to; what the library throws is for the caller to read. */
export type FlowResult = AuthenticationResult | SignInFailure;

/** New passwords and second factors take people a while. */
const patienceMs = 10 * 60_000;

/**
 * Authorization code with PKCE. The answer comes to a port of this computer, or is pasted by a person whose browser is
 * elsewhere: so it is asked for in the address, and the code alone is worth nothing without the verifier.
 */
export async function browserFlow({ app, scopes, ports, hear, signal }: Flow): Promise<FlowResult> {
  const { CryptoProvider } = await loadLibrary();
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const [state, nonce] = [ports.random.guid(), ports.random.guid()];
  const arrival = Promise.withResolvers<Redirected>();
  const take = (text: string): Pasted => {
    const answer = readRedirected(text, state);
    if (answer.read !== 'ok') return answer.read;
    arrival.resolve(answer.redirected);
    return 'taken';
  };
  const door = await ports.loopback.listen((path) => pageFor(path, take)).catch(noDoor);
  if ('kind' in door) return door;
  const timer = new AbortController();
  try {
    const redirectUri = `http://localhost:${door.port}`;
    const address = await app.getAuthCodeUrl({
      ...{ scopes, redirectUri, state, nonce },
      ...{ codeChallenge: challenge, codeChallengeMethod: 'S256' },
      ...{ prompt: 'select_account', responseMode: 'query' },
    });
    const expiresAt = ports.clock.now() + patienceMs;
    const openAgain = () => ports.browser.open(address);
    const opened = await openAgain();
    signal.throwIfAborted();
    hear({ kind: 'browser', address, opened, port: door.port, expiresAt, paste: take, openAgain });
    const late = ports.clock.sleep(patienceMs, timer.signal).then(
      () => null,
      () => null,
    );
    const redirected = await untilStopped(Promise.race([arrival.promise, late]), signal);
    if (redirected === null) return { kind: 'expired', what: 'browser', refusal: null };
    if ('refusal' in redirected) return { kind: 'refused', ...redirected.refusal };
    const { code, clientInfo } = redirected;
    return await app.acquireTokenByCode({
      ...{ code, codeVerifier: verifier, redirectUri, scopes, nonce },
      ...(clientInfo === null ? {} : { clientInfo }),
    });
  } finally {
    timer.abort();
    door.close();
  }
}

const noDoor = (error: unknown): SignInFailure => ({
  kind: 'network',
  reason: 'other',
  host: 'localhost',
  detail: faultOfThrown(error).detail,
});

/** Whatever else knocks at the port, a browser looking for an icon for one, changes nothing. */
function pageFor(path: string, take: (text: string) => Pasted): Page {
  const taken = take(path);
  if (taken === 'taken') return { status: 200, html: pageOf('crossorg has the answer. Go on in the terminal.') };
  if (taken === 'otherSignIn')
    return { status: 400, html: pageOf('This answer belongs to another sign-in. Go on in the terminal.') };
  return { status: 404, html: pageOf('There is nothing here.') };
}

const pageOf = (text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>crossorg</title><p>${text} This window may be closed.</p></html>`;
