import { foreignText } from '../problems/secrets.ts';
import type { Heard } from './network.ts';
import type { SignInFailure } from './sign-in-failure.ts';

type Around = { heard: Heard; signal?: AbortSignal | undefined };

/** What went wrong when the library gave up. It hides the cause, so what was heard on the wire decides. */
export function failureOfError(error: unknown, { heard, signal }: Around): SignInFailure {
  if (signal?.aborted) return { kind: 'cancelled' };
  if (heard.trouble !== null) return heard.trouble;
  const { refusal } = heard;
  const known = libraryError(error);
  if (known === null) throw error;
  if (refusal?.error === 'expired_token' || known.code === 'device_code_expired')
    return { kind: 'expired', what: 'code', refusal: refusal?.error === 'expired_token' ? refusal : null };
  if (refusal !== null) return { kind: 'refused', ...refusal };
  return { kind: 'library', ...known };
}

/** Refusals that a person at the sign-in page can heal. */
const needPerson: ReadonlySet<string> = new Set([
  ...['invalid_grant', 'interaction_required', 'consent_required', 'login_required'],
]);

/** Nothing of the kind in the library's cache, or nothing that still can be used. */
const nothingKept: ReadonlySet<string> = new Set([
  ...['no_tokens_found', 'refresh_token_expired', 'no_account_found', 'token_refresh_required', 'bad_token'],
  ...['token_parsing_error', 'null_or_empty_token'],
]);

/** The same for a renewal: what a person can heal is told apart. */
export function failureOfRenewal(error: unknown, around: Around): SignInFailure {
  const failure = failureOfError(error, around);
  if (failure.kind === 'refused' && needPerson.has(failure.error)) {
    const { kind: _, ...refusal } = failure;
    return { kind: 'needsInteraction', refusal, store: null };
  }
  if (failure.kind === 'library' && nothingKept.has(failure.code))
    return { kind: 'needsInteraction', refusal: null, store: null };
  return failure;
}

/** Told by its shape: its class would have to be loaded with the whole library. */
function libraryError(error: unknown): { code: string; message: string } | null {
  if (!(error instanceof Error) || !('errorCode' in error)) return null;
  return { code: foreignText(String(error.errorCode), 60), message: foreignText(error.message, 300) };
}
