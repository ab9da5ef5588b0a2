import { links } from '../links.ts';
import type { SignInWords } from './sign-in.ts';
import { checkApp, signInAgain } from './steps.ts';

const credential = { link: links.certificates } as const;

/** The app registration: where it is, what it may, and how it proves itself. */
export const signInAppWords = {
  AADSTS50011: {
    also: ['AADSTS900971'],
    what: 'The app does not allow the address that the browser comes back to.',
    why: 'crossorg comes back to http://localhost, which has to be listed for mobile and desktop applications.',
    next: [
      {
        do: 'App registrations > the app > Authentication > Add Redirect URI > Mobile and desktop applications: add http://localhost there.',
        who: 'sign-in admin',
      },
      { ...signInAgain, do: 'Then sign in again.' },
    ],
    known: [
      "AADSTS50011: The redirect URI 'http://localhost:51234' specified in the request does not match the redirect URIs configured for the application '3f2a'.",
    ],
  },
  AADSTS9002327: {
    what: 'The address that the browser comes back to is listed for a single-page application.',
    why: 'Then only web pages may fetch the token. crossorg is a program on a computer.',
    next: [
      {
        do: 'App registrations > the app > Authentication: take http://localhost out of Single-page application, and add it under Mobile and desktop applications.',
        who: 'sign-in admin',
      },
      { ...signInAgain, do: 'Then sign in again.' },
    ],
    known: [
      "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    ],
  },
  AADSTS700016: {
    also: ['AADSTS700011', 'AADSTS70001', 'AADSTS700038'],
    what: 'There is no {app} in {tenant}.',
    why: 'The client id is mistyped, or it is the app of the other tenant: each tenant has an app of its own.',
    next: [
      { ...checkApp },
      { do: 'Correct the client id, or the tenant, in the profile.', who: 'you', command: 'crossorg profile list' },
    ],
    known: [
      "AADSTS700016: Application with identifier '3f2a9c1e-0000-4000-8000-000000000001' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant.",
    ],
  },
  AADSTS7000112: {
    what: 'The app is switched off in {tenant}.',
    why: 'Somebody disabled its enterprise app ("Enabled for users to sign in?").',
    next: [
      { do: 'In Entra ID > Enterprise apps > the app > Properties, switch it on again.', who: 'sign-in admin' },
      { ...signInAgain, do: 'Then sign in again.' },
    ],
    known: ["AADSTS7000112: Application '3f2a'(crossorg) is disabled."],
  },
  AADSTS7000218: {
    what: 'The app is not allowed to sign people in without a secret of its own.',
    why: 'For device codes, "Allow public client flows" has to be on. For the browser, the address must be under mobile and desktop.',
    next: [
      {
        do: 'For device codes: App registrations > the app > Authentication > Settings: set "Allow public client flows" to Enabled, and save.',
        who: 'sign-in admin',
      },
      {
        do: 'For the browser: on the same page take http://localhost out of Web, and add it under Mobile and desktop applications.',
        who: 'sign-in admin',
      },
      {
        ...signInAgain,
        do: 'Then sign in again, or use the browser.',
        command: 'crossorg login --side {side} --auth browser',
      },
    ],
    known: [
      "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ],
  },
  AADSTS700025: {
    what: 'The app is for people only, so it takes no secret and no certificate.',
    why: 'It is registered as a public client. An app that signs in as itself is registered without one.',
    next: [
      { do: 'Sign in as a person.', who: 'you', command: 'crossorg login --side {side} --auth browser' },
      { do: 'Or register an app of its own for signing in by certificate.', who: 'sign-in admin' },
    ],
    known: ["AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented."],
  },
  AADSTS7000215: {
    ...credential,
    also: ['AADSTS70002'],
    what: 'The secret of the app is wrong.',
    why: 'Often its id was copied in place of its value, which is shown only once, or it is of another app.',
    next: [
      { do: 'Set CROSSORG_CLIENT_SECRET to the value of a secret of this app.', who: 'you' },
      { do: 'Make a new secret under Certificates & secrets; better, upload a certificate.', who: 'sign-in admin' },
    ],
    known: [
      "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '3f2a'.",
    ],
  },
  AADSTS7000222: {
    ...credential,
    what: 'The secret of the app has expired.',
    why: 'Secrets live at most two years. The app has no other one that is still good.',
    next: [
      { do: 'Make a new one under Certificates & secrets; better, upload a certificate.', who: 'sign-in admin' },
      { do: 'Then set CROSSORG_CLIENT_SECRET to its value.', who: 'you' },
    ],
    known: ["AADSTS7000222: The provided client secret keys for app '3f2a' are expired."],
  },
  AADSTS700027: {
    ...credential,
    also: ['AADSTS50012', 'AADSTS700030'],
    what: 'The app does not know the certificate that it was signed in with.',
    why: 'The certificate is not uploaded to this app, has expired, or the clock of this computer is wrong.',
    next: [
      { do: 'Upload the certificate, without its key, under Certificates & secrets of the app.', who: 'sign-in admin' },
      { do: 'Check CROSSORG_CLIENT_CERTIFICATE, CROSSORG_CLIENT_ID and the clock.', who: 'you' },
    ],
    known: [
      'AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found.',
    ],
  },
  AADSTS700024: {
    what: 'What the app proves itself with is not valid at this time.',
    why: 'The clock of this computer is wrong, or the assertion of the platform was too old when it was sent.',
    next: [
      { do: 'Compare the clock of this computer, and its time zone, with the right time.', who: 'you' },
      { do: 'With --auth federated, see that the platform renews the assertion.', who: 'you' },
    ],
    known: ['AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-12-05T14:02:11Z.'],
  },
  AADSTS70021: {
    link: links.federation,
    also: ['AADSTS700211', 'AADSTS700212', 'AADSTS700213', 'AADSTS700229'],
    what: 'The app trusts no platform with this assertion.',
    why: 'Issuer, subject and audience of the assertion must equal a federated credential of the app, to the letter.',
    next: [
      { do: 'Compare them under Certificates & secrets > Federated credentials of the app.', who: 'sign-in admin' },
      { do: 'Run it from the repository, branch or service account that is named there.', who: 'you' },
    ],
    known: ['AADSTS70021: No matching federated identity record found for presented assertion.'],
  },
  AADSTS500011: {
    field: 'tenant',
    also: ['AADSTS50001', 'AADSTS650052'],
    what: '{tenant} does not know the service that the token was asked for.',
    why: 'That is Microsoft Graph, which every ordinary tenant has. So it may be the wrong tenant, or the wrong cloud.',
    next: [
      { do: 'Check the tenant id and --authority in the profile.', who: 'you', command: 'crossorg profile list' },
      {
        do: 'Check that the tenant has Microsoft 365, and the enterprise app Microsoft Graph enabled.',
        who: 'sign-in admin',
      },
    ],
    known: [
      'AADSTS500011: The resource principal named https://graph.microsoft.com was not found in the tenant named Contoso.',
    ],
  },
  AADSTS70011: {
    field: 'permission',
    also: ['AADSTS28002', 'AADSTS700022', 'AADSTS700023', 'invalid_scope'],
    what: 'The sign-in service does not know a permission that was asked for.',
    why: 'The permissions for moves exist in the global cloud; another sign-in service may not have them.',
    next: [
      { do: 'Leave --authority out of the profile, if the tenant is in the global cloud.', who: 'you' },
      { do: 'Look for a newer version of crossorg.', who: 'you', command: 'crossorg -V' },
    ],
    known: [
      "AADSTS70011: The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid.",
    ],
  },
} as const satisfies Record<string, SignInWords>;
