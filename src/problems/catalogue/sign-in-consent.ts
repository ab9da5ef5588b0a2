import { links } from '../links.ts';
import type { SignInWords } from './sign-in.ts';
import { signInAgain } from './steps.ts';

const consent = { field: 'permission', link: links.adminConsent } as const;

/** Permissions: asked for, and not granted. */
export const signInConsentWords = {
  AADSTS65001: {
    ...consent,
    also: ['AADSTS90008'],
    what: 'Nobody has consented to what the app asks for in {tenant}.',
    why: 'Both permissions for moves need the consent of an admin, once for the whole tenant.',
    next: [
      {
        do: 'As Cloud Application Administrator: Entra ID > App registrations > the app > API permissions > Grant admin consent.',
        who: 'sign-in admin',
      },
      { ...signInAgain, do: 'Then sign in again.' },
    ],
    known: [
      "AADSTS65001: The user or administrator has not consented to use the application with ID '3f2a' named 'crossorg'. Send an interactive authorization request for this user and resource.",
    ],
  },
  AADSTS65004: {
    ...consent,
    what: 'The consent was declined at the sign-in page.',
    why: 'Somebody chose Cancel where the app asks for its permissions. Nothing was granted.',
    next: [
      { ...signInAgain, do: 'Sign in again and accept, if you may.' },
      { do: 'Or let an admin consent for the whole tenant.', who: 'sign-in admin' },
    ],
    known: ['AADSTS65004: User declined to consent to access the app.'],
  },
  AADSTS65005: {
    ...consent,
    also: ['AADSTS650056', 'AADSTS650057'],
    what: 'The app asks for permissions that its registration does not list.',
    why: 'In the app registration of {tenant}, API permissions has neither of the two for moves.',
    next: [
      {
        do: 'Add SharePointCrossTenantMigration.Read.All and .Manage.All of Microsoft Graph there, and grant consent.',
        who: 'sign-in admin',
      },
      { ...signInAgain, do: 'Then sign in again.' },
    ],
    known: [
      'AADSTS650056: Misconfigured application. The client has not listed any permissions in the requested permissions in the client application registration.',
    ],
  },
  AADSTS90094: {
    ...consent,
    also: ['AADSTS90095', 'AADSTS90093'],
    what: 'Only an admin of {tenant} can consent to what the app asks for.',
    why: 'The account that signs in may not. Both permissions for moves are for admins to grant.',
    next: [
      { do: 'Send the consent link to a Cloud Application Administrator of the tenant.', who: 'you' },
      { do: 'Open the link, read what is asked for, and accept.', who: 'sign-in admin' },
      { ...signInAgain, do: 'Then sign in again.' },
    ],
    known: ['AADSTS90094: Admin consent is required for the permissions requested by this application.'],
  },
} as const satisfies Record<string, SignInWords>;
