import type { AuthenticationResult } from '@azure/msal-node';
import { err } from '../plan/result.ts';
import { type CredentialPorts, credentialFor } from './app-credential.ts';
import { failureOfError } from './failure-of-error.ts';
import { daemonApp, loadLibrary } from './library.ts';
import { createSignInNetwork, type SignInNetwork } from './network.ts';
import { appResource, appScope, type SignInAsk } from './sign-in-ask.ts';
import { grantOf, oneAtATime, type SignInSession } from './sign-in-session.ts';

export type AppPorts = CredentialPorts;

type Acquire = (fresh: boolean) => Promise<AuthenticationResult | null>;

/** An app that signs in as itself: by secret, certificate, federated assertion or the platform's managed identity. */
export function appSession(ask: SignInAsk, ports: AppPorts, signal?: AbortSignal): SignInSession {
  const network = createSignInNetwork({ ...ports, signal });
  let acquire: Acquire | null = null;
  return oneAtATime(async (fresh) => {
    try {
      if (acquire === null) {
        const made = await acquirerFor(ask, ports, network);
        if (typeof made !== 'function') return err(made);
        acquire = made;
      }
      const result = await acquire(fresh);
      return grantOf(ask, result && { ...result, account: null }, 'memory', network.heard);
    } catch (error) {
      return err(failureOfError(error, { ...network, signal }));
    }
  });
}

async function acquirerFor(ask: SignInAsk, ports: AppPorts, network: SignInNetwork) {
  if (ask.method === 'managed') return await managedIdentity(ask, network);
  if (ask.clientId === null) return { kind: 'appMissing' } as const;
  const credential = await credentialFor(ask, ports);
  if (!credential.ok) return credential.error;
  const app = await daemonApp(ask, ask.clientId, credential.value, network.module);
  const acquire: Acquire = (fresh) => app.acquireTokenByClientCredential({ scopes: [appScope], skipCache: fresh });
  return acquire;
}

/** The identity of the machine or service this runs on; one of several is named by its client id. */
async function managedIdentity({ clientId }: SignInAsk, network: SignInNetwork): Promise<Acquire> {
  const { ManagedIdentityApplication } = await loadLibrary();
  const app = new ManagedIdentityApplication({
    system: { networkClient: network.module },
    ...(clientId === null ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } }),
  });
  return (fresh) => app.acquireToken({ resource: appResource, forceRefresh: fresh });
}
