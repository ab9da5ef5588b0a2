import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import { readAssertion } from './assertion.ts';
import { readCertificate } from './certificate.ts';
import type { AppCredential } from './library.ts';
import type { SignInAsk } from './sign-in-ask.ts';
import type { CredentialProblem, SignInFailure } from './sign-in-failure.ts';

export type CredentialPorts = Pick<Ports, 'files' | 'env' | 'clock' | 'fetch'>;

type Read = Promise<Result<AppCredential, SignInFailure>>;

const unusable = (problem: CredentialProblem, path: string | null = null): Result<never, SignInFailure> =>
  err({ kind: 'credential', problem, path });

/** What proves an app to be itself. Secrets come from the environment or from a file it names, never from a profile. */
export async function credentialFor({ method, side }: SignInAsk, ports: CredentialPorts): Read {
  switch (method) {
    case 'secret':
      // The variable holds one app's secret, and that is the source's.
      return side === 'target' ? unusable('secretForTarget') : secretIn(ports);
    case 'certificate':
      return certificateIn(ports);
    default:
      return assertionIn(ports);
  }
}

function secretIn({ env }: CredentialPorts): Result<AppCredential, SignInFailure> {
  const clientSecret = env.CROSSORG_CLIENT_SECRET?.trim();
  return clientSecret ? ok({ clientSecret }) : unusable('secretMissing');
}

async function certificateIn({ env, files, clock }: CredentialPorts): Read {
  const path = env.CROSSORG_CLIENT_CERTIFICATE?.trim();
  if (!path) return unusable('certificateMissing');
  const text = await files.read(path).catch(() => null);
  if (text === null) return unusable('unreadable', path);
  const certificate = await readCertificate(text, env.CROSSORG_CLIENT_CERTIFICATE_PASSWORD, clock.now());
  return certificate.ok ? ok({ clientCertificate: certificate.value }) : unusable(certificate.error, path);
}

/** Read once to see that there is one, and anew for each token: assertions live for minutes. */
async function assertionIn(ports: CredentialPorts): Read {
  const first = await readAssertion(ports);
  if (!first.ok) return first;
  return ok({
    clientAssertion: async () => {
      const fresh = await readAssertion(ports);
      return fresh.ok ? fresh.value : '';
    },
  });
}
