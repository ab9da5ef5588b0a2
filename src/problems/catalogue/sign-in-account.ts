import type { SignInWords } from './sign-in.ts';
import { askLogs, signInAgain } from './steps.ts';

/** The account itself: whose it is, whether it may sign in, and its password. */
export const signInAccountWords = {
  AADSTS50020: {
    field: 'tenant',
    also: ['AADSTS16000', 'AADSTS16003', 'AADSTS90072'],
    what: 'The account that was chosen belongs to another organization, and is no guest of {tenant}.',
    why: 'A browser that is signed in elsewhere often goes on with that account by itself.',
    next: [
      { do: 'Sign in again and choose "Use another account", or use a private window of the browser.', who: 'you' },
      { ...signInAgain },
      { do: 'If it is to be that account, invite it to the tenant as a guest first.', who: 'sign-in admin' },
    ],
    known: [
      "AADSTS50020: User account 'dana@fabrikam.com' from identity provider 'https://sts.windows.net/78d010af-72cb-412f-8779-18ce9b5f553b/' does not exist in tenant 'Contoso' and cannot access the application '3f2a'(crossorg) in that tenant.",
    ],
  },
  AADSTS50034: {
    field: 'tenant',
    also: ['AADSTS51004', 'AADSTS50014'],
    what: 'There is no such account in {tenant}.',
    why: 'The sign-in name may be mistyped, or the account is in the other tenant.',
    next: [
      { do: 'Check the sign-in name, and which of the two tenants it is in.', who: 'you' },
      { ...signInAgain },
      { do: 'Or add the account to the tenant.', who: 'sign-in admin' },
    ],
    known: ['AADSTS50034: The user account {EUII Hidden} does not exist in the contoso.com directory.'],
  },
  AADSTS50053: {
    retry: 'wait',
    what: 'The account is locked for a while.',
    why: 'There were too many tries with a wrong password, or the network it came from has a bad name.',
    next: [
      { do: 'Wait some minutes, then sign in again.', who: 'you', command: 'crossorg login --side {side}' },
      { do: 'If it goes on, look in the sign-in logs which of the two it was, and unlock it.', who: 'sign-in admin' },
    ],
    known: ['AADSTS50053: The account is locked, you have tried to sign in too many times.'],
  },
  AADSTS50055: {
    also: ['AADSTS50144', 'user_password_expired'],
    what: 'The password of the account has expired.',
    why: 'It has to be changed before anything can be signed in to with it.',
    next: [
      { do: 'Change it at the sign-in page of Microsoft 365, then sign in here again.', who: 'you' },
      { do: 'Or ask for a new one.', who: 'sign-in admin' },
    ],
    known: ['AADSTS50055: The password is expired.'],
  },
  AADSTS50057: {
    what: 'The account is disabled.',
    why: 'Somebody switched it off in {tenant}, or in the directory that it is synchronised from.',
    next: [
      { do: 'Sign in with another account of the tenant.', who: 'you', command: 'crossorg login --side {side}' },
      { do: 'Or enable the account.', who: 'sign-in admin' },
    ],
    known: ['AADSTS50057: The user account is disabled.'],
  },
  AADSTS50105: {
    field: 'permission',
    what: 'The account is not assigned to the app, and the app lets in only those who are.',
    why: 'In the enterprise app of {tenant}, "Assignment required" is switched on.',
    next: [
      {
        do: 'In Entra ID > Enterprise apps, open the app and assign the account under Users and groups.',
        who: 'sign-in admin',
      },
      { do: 'Then sign in again.', who: 'you', command: 'crossorg login --side {side}' },
    ],
    known: [
      "AADSTS50105: Your administrator has configured the application crossorg ('3f2a') to block users unless they are specifically granted ('assigned') access to the application.",
    ],
  },
  AADSTS50126: {
    also: ['AADSTS50056', 'AADSTS50064'],
    what: 'The sign-in name or the password is wrong.',
    why: 'The sign-in service does not say which of the two.',
    next: [
      { do: 'Check the keyboard, and which account is meant.', who: 'you' },
      { ...signInAgain },
      { do: 'Or reset the password.', who: 'sign-in admin' },
    ],
    known: ['AADSTS50126: Error validating credentials due to invalid username or password.'],
  },
  AADSTS500208: {
    field: 'tenant',
    what: 'This kind of account cannot sign in to {tenant}.',
    why: 'Most often it is a personal Microsoft account. Moves between tenants want a work account.',
    next: [
      { do: 'Choose "Use another account" and sign in with the work account of that tenant.', who: 'you' },
      { ...signInAgain },
    ],
    known: ['AADSTS500208: The domain is not a valid login domain for the account type.'],
  },
  AADSTS50131: {
    what: 'The sign-in was refused as suspicious, or for the state of the device.',
    why: 'A policy of {tenant} judged the account, the device or the network.',
    next: [askLogs, { do: 'Try from a device and a network that you usually work from.', who: 'you' }],
    known: ['AADSTS50131: Used in various Conditional Access errors. E.g. Bad Windows device state, request blocked.'],
  },
  AADSTS53011: {
    also: ['AADSTS530034'],
    what: 'The account is blocked because it counts as at risk in its home tenant.',
    why: 'Microsoft Entra saw something unusual, such as a leaked password or an odd place.',
    next: [
      {
        do: 'In Entra ID Protection of the home tenant, look under Risky users and judge the risk.',
        who: 'sign-in admin',
      },
      { do: 'Then sign in again.', who: 'you', command: 'crossorg login --side {side}' },
    ],
    known: ['AADSTS53011: User blocked due to risk on home tenant.'],
  },
} as const satisfies Record<string, SignInWords>;
