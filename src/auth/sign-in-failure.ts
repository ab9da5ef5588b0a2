import type { Side } from '../plan/profile.ts';
import type { NetworkReason } from '../problems/failure.ts';

/** What the sign-in service said, cleaned but not reworded. */
export type ServiceRefusal = {
  /** `AADSTS…` where Microsoft gave one, else the OAuth error such as `access_denied`. */
  code: string;
  /** The OAuth error alone: `invalid_grant`, `access_denied` and so on. */
  error: string;
  message: string;
  /** What Microsoft adds to `error`: `message_only`, `consent_required` and so on; left out where it adds nothing. */
  suberror?: string;
  correlationId: string | null;
  traceId: string | null;
};

/** What is wrong with the credential of an app, before anybody is asked. */
export type CredentialProblem =
  | 'secretMissing'
  | 'secretForTarget'
  | 'certificateMissing'
  | 'unreadable'
  | 'pfx'
  | 'withoutCertificate'
  | 'withoutKey'
  | 'passwordMissing'
  | 'passwordWrong'
  | 'mismatch'
  | 'notRsa'
  | 'expired'
  | 'assertionMissing';

/** Everything that can come of a sign-in but a sign-in. `explain-sign-in.ts` turns it into a finding. */
export type SignInFailure =
  /** The sign-in service said no. */
  | ({ kind: 'refused' } & ServiceRefusal)
  /** Whoever asked for it stopped it. */
  | { kind: 'cancelled' }
  /** The device code, or the time to sign in with the browser, ran out. */
  | { kind: 'expired'; what: 'code' | 'browser'; refusal: ServiceRefusal | null }
  /** No usable answer came from the sign-in service. */
  | { kind: 'network'; reason: NetworkReason; host: string; detail: string }
  /** Nobody is signed in here, or the sign-in cannot be renewed without a person. */
  | { kind: 'needsInteraction'; refusal: ServiceRefusal | null; store: StoreTrouble | null }
  /** Somebody signed in to another tenant. Nothing of it is kept. */
  | { kind: 'wrongTenant'; side: Side; expected: string; actual: string; account: string | null }
  /** Whose tenant the token is cannot be told. */
  | { kind: 'tenantUnknown' }
  /** The profile names no app for this side. */
  | { kind: 'appMissing' }
  /** The app's secret, certificate or assertion cannot be used. */
  | { kind: 'credential'; problem: CredentialProblem; path: string | null }
  /** The sign-in library gave up for a reason of its own. */
  | { kind: 'library'; code: string; message: string };

/**
 * Why a kept sign-in cannot be used. `damaged`: put aside under this path. `locked`: the keystore did not answer.
 * `unreadable`: the system does not let its file be opened, in its own words.
 */
export type StoreTrouble =
  | { kind: 'damaged'; aside: string }
  | { kind: 'locked' }
  | { kind: 'unreadable'; path: string; detail: string };
