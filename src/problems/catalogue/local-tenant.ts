import { links } from '../links.ts';
import type { LocalWords } from '../rule.ts';

const signIn = { from: 'signIn', field: 'tenant', retry: 'fix', exit: 4, breaker: true } as const;
const permission = { ...signIn, field: 'permission', link: links.permissions } as const;

/** Before the first call: whose sign-in it is, and what it may do. */
export const tenantWords = {
  sidesSwapped: {
    ...signIn,
    what: 'The sides are swapped: the sign-in for the {side} is to the other tenant of the profile. Nothing was sent.',
    why: 'The {side} is {expected}. The sign-in is for {actual}.',
    next: [
      {
        do: 'Sign in to that side with an account of its own tenant.',
        who: 'you',
        command: 'crossorg login --side {side}',
      },
      { do: 'If you bring a token in CROSSORG_ACCESS_TOKEN, bring one of the source tenant.', who: 'you' },
      {
        do: 'If the moves go the other way, make a profile with source and target exchanged.',
        who: 'you',
        command: 'crossorg profile list',
      },
    ],
  },
  personalAccount: {
    ...signIn,
    what: 'A personal Microsoft account is signed in, and such accounts cannot move anything. Nothing was sent.',
    why: 'The move wants {expected}. The sign-in is for {actual}.',
    next: [
      {
        do: 'Sign in with a work account of the tenant; choose "Use another account" at the sign-in page.',
        who: 'you',
        command: 'crossorg login --side {side}',
      },
    ],
  },
  tokenExpired: {
    ...signIn,
    field: 'signIn',
    what: 'The token in CROSSORG_ACCESS_TOKEN has expired. Nothing was sent.',
    why: 'It was for {actual}; the move wants {expected}. Tokens live for about an hour.',
    next: [
      { do: 'Get a new one for that tenant and Microsoft Graph.', who: 'you' },
      {
        do: 'Or unset it and sign in with crossorg, which renews by itself.',
        who: 'you',
        command: 'crossorg login --side {side}',
      },
    ],
  },
  guestAccount: {
    ...signIn,
    severity: 'warning',
    exit: 0,
    breaker: false,
    what: '{account} is a guest of {tenant}.',
    why: 'It is at home in {actual}, which can end it, and needs its roles here all the same.',
    next: [
      { do: 'Check that it is the account you mean, and SharePoint Administrator in this tenant.', who: 'you' },
      {
        do: 'If not, sign in with an account of the tenant itself.',
        who: 'you',
        command: 'crossorg login --side {side}',
      },
    ],
  },
  permissionMissing: {
    ...permission,
    what: 'This sign-in lacks {permission} in {tenant}. Nothing was sent.',
    why: 'Read.All is for looking; Manage.All is for dry runs, moves and cancelling. Neither covers the other.',
    next: [
      { do: 'Consent for the whole tenant, as Cloud Application Administrator.', who: 'sign-in admin' },
      {
        do: 'Then sign in again: a token keeps what it was made with.',
        who: 'you',
        command: 'crossorg login --side {side}',
      },
      { do: 'If you bring a token in CROSSORG_ACCESS_TOKEN, ask for both permissions when you get it.', who: 'you' },
    ],
  },
  roleMissing: {
    ...permission,
    what: 'The app lacks {permission} in {tenant}. Nothing was sent.',
    why: 'An app needs both as application permissions, not as delegated ones. Neither covers the other.',
    next: [
      {
        do: 'Add them under API permissions > Application permissions of the app, and consent as Privileged Role Administrator.',
        who: 'sign-in admin',
      },
      { do: 'Then try again with a new token: roles are in a token only from then on.', who: 'you' },
    ],
  },
} as const satisfies Record<string, LocalWords>;
