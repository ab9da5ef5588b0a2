import { err } from '../plan/result.ts';
import { failureOfRenewal } from './failure-of-error.ts';
import { personApp } from './library.ts';
import { createSignInNetwork } from './network.ts';
import { type SignInAsk, scopesOf } from './sign-in-ask.ts';
import { grantOf, oneAtATime, type SignInSession } from './sign-in-session.ts';
import { cachePluginFor } from './token-cache.ts';
import type { StorePorts, TokenStore } from './token-store.ts';

type Needs = Pick<StorePorts, 'clock'> & Parameters<typeof createSignInNetwork>[0];

/**
 * A person's sign-in as it is kept: renewed in silence, and read anew each time, so that a sign-in of another process
 * counts here as well.
 */
export async function personSession(
  ask: SignInAsk,
  clientId: string,
  store: TokenStore,
  needs: Needs,
): Promise<SignInSession> {
  const network = createSignInNetwork(needs);
  const app = await personApp(ask, clientId, network.module, cachePluginFor(store));
  return oneAtATime(async (fresh) => {
    network.heard.refusal = null;
    network.heard.trouble = null;
    try {
      const account = (await app.getAllAccounts()).find(({ tenantId }) => tenantId.toLowerCase() === ask.tenantId);
      if (account === undefined) return err({ kind: 'needsInteraction', refusal: null, store: null });
      const result = await app.acquireTokenSilent({ account, scopes: scopesOf(ask), forceRefresh: fresh });
      return grantOf(ask, result, store.storage, network.heard);
    } catch (error) {
      return err(failureOfRenewal(error, network));
    }
  });
}
