import { type Finding, type From, finding } from '../../plan/finding.ts';
import { isGuid } from '../../plan/parse/guid.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { microsoftSignIn } from '../../plan/profile-parse.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { Ports } from '../../ports/ports.ts';
import { cleanText } from '../../problems/clean.ts';
import { faultOfThrown } from '../../problems/thrown.ts';

type Net = Pick<Ports, 'fetch' | 'clock'>;

const patienceMs = 15_000;

/**
 * The id of the tenant that a domain belongs to, as its public OpenID Connect metadata has it in `issuer`. Nobody signs in
 * for it, and nothing of ours is sent. Follows "OpenID Connect on the Microsoft identity platform".
 */
export async function tenantOfDomain(
  domain: string,
  authority: string | null,
  net: Net,
): Promise<Result<string, Finding>> {
  const base = authority ?? microsoftSignIn;
  const where = new URL(base).host;
  const answer = await ask(`${base}/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`, net);
  if (!answer.ok) return err(unreachable(domain, where, answer.error));
  const { status, text } = answer.value;
  const issuer = issuerIn(text);
  if (issuer !== null) {
    const tenantId = /[0-9a-f-]{36}/i.exec(issuer)?.[0]?.toLowerCase() ?? '';
    if (tenantId === consumers) return err(personal(domain));
    if (isGuid(tenantId)) return ok(tenantId);
  }
  if (status === 400 || status === 404) return err(unknownDomain(domain, where));
  return err(strange(domain, where, status, text));
}

/** The tenant that all personal accounts live in. */
const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad';

async function ask(url: string, { fetch, clock }: Net): Promise<Result<{ status: number; text: string }, string>> {
  const attempt = new AbortController();
  const timer = new AbortController();
  clock.sleep(patienceMs, timer.signal).then(
    () => attempt.abort(),
    () => undefined,
  );
  try {
    const headers = { accept: 'application/json' };
    const answer = await fetch(url, { method: 'GET', headers, redirect: 'manual', signal: attempt.signal });
    return ok({ status: answer.status, text: await answer.text() });
  } catch (fault) {
    return err(attempt.signal.aborted ? 'No answer came in time' : faultOfThrown(fault).detail);
  } finally {
    timer.abort();
  }
}

function issuerIn(text: string): string | null {
  try {
    const metadata: unknown = JSON.parse(text);
    const issuer = typeof metadata === 'object' && metadata !== null && 'issuer' in metadata ? metadata.issuer : null;
    return typeof issuer === 'string' ? issuer : null;
  } catch {
    return null;
  }
}

const about = (from: From, code: string, what: string, why: string, next: string): Finding =>
  finding({ field: 'profile', code, what, why, next }, { from });

const byId = 'Give the tenant id in place of the domain: it stands on the overview page in Microsoft Entra.';

const unknownDomain = (domain: string, where: string): Finding =>
  about(
    'input',
    'tenantOfDomainUnknown',
    `No tenant has the domain ${quoted(domain)}.`,
    `${where} knows no tenant by this name.`,
    `Check the domain. ${byId}`,
  );

const personal = (domain: string): Finding =>
  about(
    'check',
    'tenantOfDomainPersonal',
    `${quoted(domain)} is a domain of personal Microsoft accounts.`,
    'They belong to no organization, and nothing moves from or to them.',
    'Give a domain of the tenant, like contoso.com.',
  );

const unreachable = (domain: string, where: string, detail: string): Finding =>
  about(
    'network',
    'tenantOfDomainUnreachable',
    `The tenant of ${quoted(domain)} could not be looked up.`,
    `${where} could not be reached. The system says: ${cleanText(detail, { maxLength: 100 }).replace(/\.$/, '')}.`,
    byId,
  );

const strange = (domain: string, where: string, status: number, text: string): Finding =>
  about(
    'network',
    'tenantOfDomainStrange',
    `The tenant of ${quoted(domain)} could not be looked up.`,
    /<html|<!doctype/i.test(text)
      ? `A web page came in place of the answer of ${where} (status ${status}), as proxies send one.`
      : `The answer of ${where} (status ${status}) does not name a tenant.`,
    byId,
  );
