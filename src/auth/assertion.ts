import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import { faultOfThrown } from '../problems/thrown.ts';
import type { SignInFailure } from './sign-in-failure.ts';

type Needs = Pick<Ports, 'files' | 'env' | 'fetch'>;
type Read = Promise<Result<string, SignInFailure>>;

/** Who the assertion is made for: Microsoft's own name of the exchange. */
const audience = 'api://AzureADTokenExchange';

const missing = (path: string | null): Result<never, SignInFailure> =>
  err({ kind: 'credential', problem: 'assertionMissing', path });

/**
 * The assertion of a platform that Microsoft Entra was told to trust: a file that the platform keeps fresh
 * (AZURE_FEDERATED_TOKEN_FILE, as in Kubernetes), or GitHub's own OpenID provider inside a workflow.
 * Follows "Workload identity federation" in Microsoft Entra's documentation.
 */
export async function readAssertion(needs: Needs): Read {
  const { AZURE_FEDERATED_TOKEN_FILE: path, ACTIONS_ID_TOKEN_REQUEST_URL: url } = needs.env;
  if (path) return assertionInFile(path, needs);
  return url ? assertionOfGitHub(url, needs) : missing(null);
}

async function assertionInFile(path: string, { files }: Needs): Read {
  const text = await files.read(path).catch(() => null);
  return text?.trim() ? ok(text.trim()) : missing(path);
}

async function assertionOfGitHub(address: string, { env, fetch }: Needs): Read {
  const url = URL.parse(address);
  const token = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (url === null || !token || (url.protocol !== 'https:' && !isLocal)) return missing(null);
  url.searchParams.set('audience', audience);
  try {
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
    const response = await fetch(url.href, { method: 'GET', headers, redirect: 'manual' });
    const { value } = (await response.json()) as { value?: unknown };
    return typeof value === 'string' && value !== '' ? ok(value) : missing(null);
  } catch (error) {
    const { reason, detail } = faultOfThrown(error);
    return err({ kind: 'network', reason, host: url.host, detail });
  }
}
