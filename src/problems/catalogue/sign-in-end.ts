import type { SignInWords } from './sign-in.ts';
import { signInAgain } from './steps.ts';

/** Sign-ins that were good once. What was submitted goes on in the service without them. */
export const signInEndWords = {
  AADSTS50173: {
    also: ['AADSTS50132', 'AADSTS50133', 'AADSTS50089'],
    what: 'The sign-in was withdrawn.',
    why: 'The password was changed, or somebody revoked the sessions of the account.',
    next: [{ ...signInAgain }],
    known: [
      'AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    ],
  },
  AADSTS700082: {
    also: ['AADSTS70008'],
    what: 'The sign-in has ended because it was not used for long.',
    why: 'What is kept of a sign-in lives for about 90 days without use.',
    next: [{ ...signInAgain }],
    known: ['AADSTS700082: The refresh token has expired due to inactivity.'],
  },
  AADSTS70043: {
    what: 'The sign-in has reached the age that the policies of {tenant} allow.',
    why: 'Conditional Access sets how often people have to sign in. For long watches, sign in just before.',
    next: [{ ...signInAgain }, { do: 'For unattended work, sign in as an app by certificate.', who: 'you' }],
    known: [
      'AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
    ],
  },
  AADSTS70000: {
    also: ['AADSTS50013', 'AADSTS54005', 'AADSTS501481'],
    what: 'What was kept of the sign-in is no longer accepted.',
    why: 'It was used up, replaced by a later sign-in, or is of another app.',
    next: [{ ...signInAgain }],
    known: [
      'AADSTS70000: The request was denied because one or more scopes requested are unauthorized or expired. The user must first sign in.',
    ],
  },
  AADSTS70020: {
    also: ['AADSTS70019', 'AADSTS90119', 'expired_token', 'device_code_expired'],
    what: 'The code was not used in time.',
    why: 'A device code is good for about 15 minutes.',
    next: [
      { do: 'Begin again; a new code is made.', who: 'you', command: 'crossorg login --side {side} --auth device' },
    ],
    known: [
      "AADSTS70020: The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
    ],
  },
  AADSTS70018: {
    what: 'The code that was typed at the sign-in page is not the one that was shown.',
    why: 'It may be mistyped, or of an earlier try.',
    next: [
      { do: 'Begin again and copy the new code.', who: 'you', command: 'crossorg login --side {side} --auth device' },
    ],
    known: ['AADSTS70018: Invalid verification code due to user typing in wrong user code for device code flow.'],
  },
  AADSTS90120: {
    also: ['AADSTS50134'],
    what: 'The code has been used already, or was declined.',
    why: 'Each device code works once.',
    next: [
      { do: 'Begin again; a new code is made.', who: 'you', command: 'crossorg login --side {side} --auth device' },
    ],
    known: ['AADSTS90120: The request was already authorized or declined.'],
  },
} as const satisfies Record<string, SignInWords>;
