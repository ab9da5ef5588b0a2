import type {
  ConfidentialClientApplication,
  ICachePlugin,
  INetworkModule,
  NodeAuthOptions,
  PublicClientApplication,
} from '@azure/msal-node';
import { authorityOf, knownAuthorities, type SignInAsk } from './sign-in-ask.ts';

/** Loaded when somebody signs in: the library is larger than the rest of the program. */
export const loadLibrary = () => import('@azure/msal-node');

const authOf = (ask: SignInAsk, clientId: string): NodeAuthOptions => ({
  clientId,
  authority: authorityOf(ask),
  knownAuthorities: knownAuthorities(ask),
});

/** For people. Without a plugin it forgets everything at the end of the process. */
export async function personApp(
  ask: SignInAsk,
  clientId: string,
  networkClient: INetworkModule,
  cachePlugin?: ICachePlugin,
): Promise<PublicClientApplication> {
  const { PublicClientApplication } = await loadLibrary();
  return new PublicClientApplication({
    auth: authOf(ask, clientId),
    cache: cachePlugin ? { cachePlugin } : {},
    system: { networkClient },
  });
}

export type AppCredential = Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** For an app that signs in as itself. */
export async function daemonApp(
  ask: SignInAsk,
  clientId: string,
  credential: AppCredential,
  networkClient: INetworkModule,
): Promise<ConfidentialClientApplication> {
  const { ConfidentialClientApplication } = await loadLibrary();
  return new ConfidentialClientApplication({
    auth: { ...authOf(ask, clientId), ...credential },
    system: { networkClient },
  });
}
