import type { Finding } from '../plan/finding.ts';
import type { LocalCode } from '../problems/catalogue/local.ts';
import { explainRefusal } from '../problems/explain-sign-in.ts';
import { withConsent } from './consent.ts';
import type { SignInAsk } from './sign-in-ask.ts';
import type { ServiceRefusal } from './sign-in-failure.ts';
import { tenantWords } from './tenant-finding.ts';

/** Who was to sign in where, as far as it is known. */
export type SignInPlaceName = Pick<SignInAsk, 'profile' | 'side'> & Partial<SignInAsk>;

/** What an admin's consent heals, so that the link to it is worth its line. */
const wantConsent = ['AADSTS65001', 'AADSTS65004', 'AADSTS90094', 'consent_required'];

/** A refusal of the sign-in service with both the app and the tenant named, and with the link where consent is missing. */
export function refusalFinding(refusal: ServiceRefusal, place: SignInPlaceName, otherwise?: LocalCode): Finding {
  const { side, tenantId = null, clientId = null, pair = null } = place;
  const words = { side, tenant: tenantWords(tenantId, pair), app: clientId === null ? null : `app ${clientId}` };
  const found = explainRefusal(refusal, words, otherwise);
  if (!wantConsent.includes(found.code)) return found;
  const { authority = null, isReadOnly = false, method = 'browser' } = place;
  const kind = method === 'browser' || method === 'device' ? 'person' : 'app';
  return withConsent(found, { tenantId, clientId, authority, isReadOnly, kind });
}
