import type { AuthMethod } from '../plan/profile.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import { appSession } from './app-session.ts';
import { browserFlow, type FlowPorts } from './browser-flow.ts';
import { deviceFlow } from './device-flow.ts';
import { failureOfError } from './failure-of-error.ts';
import { personApp } from './library.ts';
import { createSignInNetwork } from './network.ts';
import { personSession } from './person-session.ts';
import { type SignInAsk, scopesOf } from './sign-in-ask.ts';
import type { SignInFailure, StoreTrouble } from './sign-in-failure.ts';
import type { SignInNews } from './sign-in-news.ts';
import { placeOf } from './sign-in-place.ts';
import { type Grant, grantOf, type SignInSession, type Who } from './sign-in-session.ts';
import { findStore, keepSignIn, type StorePorts } from './token-store.ts';
import { untilStopped } from './until-stopped.ts';

export type SignInPorts = StorePorts & FlowPorts & Pick<Ports, 'fetch' | 'env'>;

/** A sign-in that is there, and the way to its tokens. */
export type SignedIn = { who: Who; session: SignInSession };

type Signing = Promise<Result<SignedIn, SignInFailure>>;

export type SignInWishes = {
  /** Told what the person needs to know while it waits for them. */
  hear(news: SignInNews): void;
  /** Stops it: the answer is `cancelled`, at once. */
  signal: AbortSignal;
  /** Keeps the tokens in a plain file that only its owner may read; otherwise they are never written in the clear. */
  plainFile?: boolean;
};

/** Whether somebody has to take part. */
export const asksPerson = (method: AuthMethod): boolean => method === 'browser' || method === 'device';

/**
 * Signs in anew, whatever is kept. An account of another tenant is refused before anything is kept or done with it.
 * Never rejects for what can be expected of people, networks and services.
 */
export async function signIn(ask: SignInAsk, ports: SignInPorts, wishes: SignInWishes): Signing {
  const { signal } = wishes;
  try {
    return await untilStopped(
      asksPerson(ask.method) ? byPerson(ask, ports, wishes) : byApp(ask, ports, signal),
      signal,
    );
  } catch (error) {
    if (signal.aborted) return err({ kind: 'cancelled' });
    throw error;
  }
}

async function byApp(ask: SignInAsk, ports: SignInPorts, signal: AbortSignal): Signing {
  const session = appSession(ask, ports, signal);
  const grant = await session.get();
  return grant.ok ? ok({ who: grant.value.who, session }) : grant;
}

async function byPerson(ask: SignInAsk, ports: SignInPorts, wishes: SignInWishes): Signing {
  const { clientId } = ask;
  if (clientId === null) return err({ kind: 'appMissing' });
  const { hear, signal, plainFile = false } = wishes;
  const network = createSignInNetwork({ ...ports, signal });
  // In memory until the tenant is known to be the right one.
  const app = await personApp(ask, clientId, network.module);
  const flow = ask.method === 'device' ? deviceFlow : browserFlow;
  try {
    const result = await flow({ app, scopes: scopesOf(ask), ports, hear, signal });
    if ('kind' in result) return err(result);
    const grant = grantOf(ask, result, 'memory', network.heard);
    if (!grant.ok) return grant;
    if (result.account === null) return err(noAccount);
    signal.throwIfAborted();
    const store = await keepSignIn(app.getTokenCache().serialize(), placeOf(ask, ports), ports, plainFile);
    const session = await personSession(ask, clientId, store, ports);
    return ok({ who: { ...grant.value.who, storage: store.storage }, session });
  } catch (error) {
    return err(failureOfError(error, { ...network, signal }));
  }
}

/** A person without a name would be kept, and never be found again. */
const noAccount: SignInFailure = { kind: 'library', code: 'no_account', message: 'It did not say who signed in' };

/**
 * Opens the sign-in that is there, without asking anybody: the one that is kept, else the app's own. A kept one is the later
 * wish of a person, so it comes first.
 */
export async function openSignIn(ask: SignInAsk, ports: SignInPorts): Signing {
  const place = placeOf(ask, ports);
  const found = place === null ? ({ found: 'none' } as const) : await findStore(place, ports);
  if (found.found === 'kept' && ask.clientId !== null) {
    const session = await personSession(ask, ask.clientId, found.store, ports);
    return opened(await session.get(), session);
  }
  if (!asksPerson(ask.method)) {
    const session = appSession(ask, ports);
    return opened(await session.get(), session);
  }
  return err(needsPerson(found.found === 'trouble' ? found.trouble : null));
}

const opened = (grant: Result<Grant, SignInFailure>, session: SignInSession): Result<SignedIn, SignInFailure> =>
  grant.ok ? ok({ who: grant.value.who, session }) : grant;

const needsPerson = (store: StoreTrouble | null): SignInFailure => ({
  kind: 'needsInteraction',
  refusal: null,
  store,
});
