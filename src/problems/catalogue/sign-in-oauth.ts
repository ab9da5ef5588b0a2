import { links } from '../links.ts';
import type { SignInWords } from './sign-in.ts';
import { askLogs, byBrowser, checkApp, checkWay, signInAgain } from './steps.ts';

/** Words of OAuth and of the sign-in library, where no number says more. */
export const oauthWords = {
  access_denied: {
    also: ['authorization_declined'],
    what: 'The sign-in was declined.',
    why: 'Somebody chose Cancel at the sign-in page, or a policy of {tenant} said no.',
    next: [{ ...signInAgain, do: 'Sign in again and accept what the app asks for.' }, askLogs],
    known: ['access_denied: the user has denied access', 'authorization_declined'],
  },
  consent_required: {
    field: 'permission',
    link: links.adminConsent,
    what: 'What the app asks for needs consent first.',
    why: 'Both permissions for moves are granted by an admin, once for the whole tenant.',
    next: [
      {
        do: 'Consent for the tenant: App registrations > the app > API permissions > Grant admin consent.',
        who: 'sign-in admin',
      },
      { ...signInAgain, do: 'Then sign in again.' },
    ],
    known: ['consent_required'],
  },
  message_only: {
    what: 'The sign-in service refuses this account, and signing in again does not change that.',
    why: 'A rule of {tenant} stands against it. The page of the sign-in says which, where a browser is used.',
    next: [{ ...askLogs }, { ...byBrowser, do: 'To read what stands against it, sign in with the browser.' }],
    known: ['suberror message_only'],
  },
  additional_action: {
    what: 'Something beside the sign-in has to be done first.',
    why: 'A rule of {tenant} wants it of the device or the account. The page of the sign-in says what it is.',
    next: [{ ...byBrowser, do: 'Sign in with the browser, and do what its page asks for.' }, askLogs],
    known: ['suberror additional_action'],
  },
  interaction_required: {
    also: ['basic_action'],
    what: 'The sign-in service wants a person.',
    why: 'Something has to be confirmed at its page: a second factor, new terms, or the account itself.',
    next: [{ ...signInAgain }],
    known: ['interaction_required'],
  },
  login_required: {
    also: [
      ...(['AADSTS50058', 'no_tokens_found', 'no_account_found', 'refresh_token_expired', 'bad_token'] as const),
      ...(['token_refresh_required', 'token_expired'] as const),
    ],
    what: 'Nobody is signed in any more.',
    why: 'The session at the sign-in service has ended, or nothing usable of it is kept here.',
    next: [{ ...signInAgain }],
    known: ['login_required', 'AADSTS50058: Session information is not sufficient for single-sign-on.'],
  },
  invalid_grant: {
    what: 'What the sign-in was to be renewed with is no longer accepted.',
    why: 'It expired, was withdrawn or was used up. A code beside this word, AADSTS and a number, says which.',
    next: [{ ...signInAgain }],
    known: ['invalid_grant'],
  },
  invalid_client: {
    what: 'The app did not prove that it is itself.',
    why: 'Its certificate, secret or kind is not what the registration has. A number beside this word says which.',
    next: [{ ...checkApp }, { do: 'Check the CROSSORG_CLIENT variables.', who: 'you' }],
    known: ['invalid_client'],
  },
  unauthorized_client: {
    what: 'The app may not sign in in this way.',
    why: 'It is unknown in {tenant}, switched off there, or registered for another way to sign in.',
    next: [{ ...checkApp }, { ...signInAgain, do: 'Then sign in again.' }],
    known: ['unauthorized_client'],
  },
  temporarily_unavailable: {
    also: [
      ...(['server_error', 'AADSTS50033', 'AADSTS50087', 'AADSTS90006', 'AADSTS90012', 'AADSTS90024'] as const),
      ...(['AADSTS90033', 'AADSTS90090', 'AADSTS90055'] as const),
    ],
    retry: 'repeat',
    exit: 7,
    what: 'The sign-in service is busy just now.',
    why: 'It asks to try again later. Nothing is wrong with the account or the app.',
    next: [{ do: 'Try again in a few minutes.', who: 'you' }],
    known: ['temporarily_unavailable', 'AADSTS90033: A transient error has occurred. Please try again.'],
  },
  endpoints_resolution_error: {
    also: ['openid_config_error', 'untrusted_authority'],
    field: 'network',
    exit: 7,
    what: 'The sign-in service could not be found at its address.',
    why: 'The network is in the way, or --authority or the tenant id of the profile names no sign-in service.',
    next: [
      { ...checkWay },
      { do: 'Check --authority and the tenant ids in the profile.', who: 'you', command: 'crossorg profile list' },
    ],
    known: ['endpoints_resolution_error: Endpoints cannot be resolved'],
  },
} as const satisfies Record<string, SignInWords>;
