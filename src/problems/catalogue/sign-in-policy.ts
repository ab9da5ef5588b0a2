import { links } from '../links.ts';
import type { SignInWords } from './sign-in.ts';
import { askLogs, byBrowser, signInAgain } from './steps.ts';

const conditional = { link: links.conditionalAccess } as const;

/** Policies of the tenant: second factors, devices, and Conditional Access as a whole. */
export const signInPolicyWords = {
  AADSTS50076: {
    also: ['AADSTS50074', 'AADSTS50078'],
    what: 'The sign-in needs a second factor, and a person to give it.',
    why: 'A policy of {tenant} asks for multifactor authentication: a rule changed, it ran out, or you are in a new place.',
    next: [{ ...signInAgain, do: 'Sign in again and confirm with the second factor.' }, { ...byBrowser }],
    known: [
      'AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access.',
    ],
  },
  AADSTS50079: {
    also: ['AADSTS50072', 'AADSTS53004'],
    what: 'The account has no second factor yet, and {tenant} asks for one.',
    why: 'It is set up once, in a browser, before the first sign-in that needs it.',
    next: [{ do: 'Open https://aka.ms/mfasetup with this account and set one up.', who: 'you' }, { ...signInAgain }],
    known: [
      'AADSTS50079: Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access.',
    ],
  },
  AADSTS50158: {
    what: 'A check of another provider was not passed.',
    why: '{tenant} asks a service beside Microsoft for the second factor, or for the terms of use.',
    next: [{ ...byBrowser, do: 'Sign in with the browser, where that check can be shown.' }, askLogs],
    known: [
      'AADSTS50158: External security challenge not satisfied. User will be redirected to another page or authentication provider.',
    ],
  },
  AADSTS50005: {
    ...conditional,
    what: 'The sign-in came from a platform that the policies of {tenant} do not allow.',
    why: 'A code that is typed elsewhere tells nothing of this computer, so device rules turn it away.',
    next: [{ ...byBrowser }, askLogs],
    known: [
      "AADSTS50005: User tried to log in to a device from a platform (Unknown) that's currently not supported through Conditional Access policy.",
    ],
  },
  AADSTS50097: {
    ...conditional,
    also: ['AADSTS50129', 'AADSTS50155', 'AADSTS50187'],
    what: 'The device has to prove itself, and the sign-in did not.',
    why: 'A policy of {tenant} wants a registered device. A code that is typed elsewhere cannot show one.',
    next: [
      { ...byBrowser, do: 'Sign in with a browser of a registered device that passes its identity on, such as Edge.' },
      askLogs,
    ],
    known: ['AADSTS50097: Device authentication is required.'],
  },
  AADSTS53000: {
    ...conditional,
    what: 'The device does not meet the rules of {tenant} (not compliant).',
    why: 'Conditional Access wants a managed device. A code that is typed elsewhere never counts as one.',
    next: [
      { ...byBrowser, do: 'Sign in with the browser on a managed device.' },
      { do: 'Or bring the device up to date in the Company Portal.', who: 'you' },
      askLogs,
    ],
    known: [
      'AADSTS53000: Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.',
    ],
  },
  AADSTS53001: {
    ...conditional,
    what: 'The device is not joined to the domain of the organization.',
    why: 'Conditional Access of {tenant} wants one that is. A code that is typed elsewhere never counts as one.',
    next: [{ ...byBrowser, do: 'Sign in with the browser on a joined device.' }, askLogs],
    known: [
      'AADSTS53001: Device is not in required device state: domain_joined. Conditional Access policy requires a domain joined device.',
    ],
  },
  AADSTS53002: {
    ...conditional,
    what: 'A policy of {tenant} lets in approved apps only, and this app is none.',
    why: 'The list holds Microsoft apps for phones. An app of your own cannot be put on it.',
    next: [
      {
        do: 'Leave this app, or its admins, out of the policy "Require approved client app".',
        who: 'sign-in admin',
      },
      askLogs,
    ],
    known: ['AADSTS53002: Application used is not an approved application for Conditional Access.'],
  },
  AADSTS53003: {
    ...conditional,
    what: 'A Conditional Access policy of {tenant} blocks this sign-in.',
    why: 'Many tenants block codes that are typed elsewhere. Place, device or app can be the reason as well.',
    next: [{ ...byBrowser }, askLogs, { do: 'Or sign in as an app, by certificate.', who: 'you' }],
    known: [
      'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    ],
  },
  AADSTS530032: {
    ...conditional,
    also: ['AADSTS530035'],
    what: 'A security policy of {tenant} blocks this sign-in.',
    why: 'It is set for the whole tenant, such as the security defaults or a block of device codes.',
    next: [{ ...byBrowser }, askLogs],
    known: [
      'AADSTS530032: Blocked by security policy: the tenant admin has configured a security policy that blocks this request.',
    ],
  },
  AADSTS530084: {
    ...conditional,
    what: 'A policy of {tenant} wants tokens that are bound to the device (token protection).',
    why: 'Programs outside the Windows sign-in broker, this one included, cannot hold such tokens.',
    next: [
      { do: 'Leave this app, or its admins, out of the token protection policy.', who: 'sign-in admin' },
      { do: 'Or sign in as an app, by certificate: the policy is about people.', who: 'you' },
      askLogs,
    ],
    known: [
      'AADSTS530084: Access has been blocked by conditional access token protection policy configured by this organization.',
    ],
  },
} as const satisfies Record<string, SignInWords>;
