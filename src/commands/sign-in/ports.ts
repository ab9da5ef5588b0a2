import type { SignInPorts } from '../../auth/sign-in.ts';
import type { Ports } from '../../ports/ports.ts';
import { takeLock } from '../../store/lock.ts';

/** Another process writes for milliseconds; one that holds the lock longer has stopped. */
const lockWaitMs = 5_000;

/** What signing in needs of this computer. */
export const signInPorts = (ports: Ports): SignInPorts => ({
  ...ports,
  takeLock: (path) => takeLock(ports, path, lockWaitMs),
});
