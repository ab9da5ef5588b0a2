import type { SignInWords } from './sign-in.ts';
import { signInAgain } from './steps.ts';

/** One organization keeps its people out of another one. */
export const signInBlockWords = {
  AADSTS500021: {
    field: 'tenant',
    also: ['AADSTS500022', 'AADSTS50002'],
    what: 'The network you are in does not allow sign-ins to {tenant}.',
    why: 'Its proxy adds tenant restrictions: a list of tenants that may be signed in to from here.',
    next: [
      { do: 'Sign in from a network without that list.', who: 'you', command: 'crossorg login --side {side}' },
      { do: 'Or add {tenant} to the allowed tenants of the proxy of this network.', who: 'sign-in admin' },
    ],
    known: ["AADSTS500021: Access to 'Contoso' tenant is denied."],
  },
  AADSTS500212: {
    field: 'tenant',
    what: "The account's own organization does not let it into {tenant}.",
    why: 'Its cross-tenant access settings block outbound access.',
    next: [
      { do: 'Use an account that belongs to {tenant} itself.', who: 'you', command: 'crossorg login --side {side}' },
      { do: 'Or allow outbound access in the home tenant of the account.', who: 'sign-in admin' },
    ],
    known: [
      "AADSTS500212: The user's administrator has set an outbound access policy that does not allow access to the resource tenant.",
    ],
  },
  AADSTS500213: {
    field: 'tenant',
    what: 'The cross-tenant access settings of {tenant} keep this guest out.',
    why: 'The account is at home in another organization, and inbound access from there is blocked.',
    next: [
      { do: 'Use an account that belongs to {tenant} itself.', who: 'you', command: 'crossorg login --side {side}' },
      { do: 'Or allow inbound access for that organization.', who: 'sign-in admin' },
    ],
    known: [
      "AADSTS500213: The resource tenant's cross-tenant access policy does not allow this user to access this tenant.",
    ],
  },
  AADSTS90002: {
    field: 'tenant',
    also: ['AADSTS50128'],
    what: 'The sign-in service does not know {tenant}.',
    why: 'The tenant id in the profile may be mistyped, or the tenant is in a national cloud with a sign-in of its own.',
    next: [
      { do: 'Compare the tenant id with the overview page in Microsoft Entra.', who: 'you' },
      { do: 'For a national cloud, name its sign-in service with --authority in the profile.', who: 'you' },
    ],
    known: ["AADSTS90002: Tenant '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10' not found."],
  },
  AADSTS90038: {
    field: 'tenant',
    also: ['AADSTS90051'],
    what: 'The tenant belongs to a national cloud, and was asked at the sign-in of another one.',
    why: 'National clouds have sign-in services of their own. The service for moves is in the global cloud only.',
    next: [
      {
        do: 'Check that it is the tenant you mean, by the id in the profile.',
        who: 'you',
        command: 'crossorg profile list',
      },
    ],
    known: ["AADSTS90038: The specified tenant 'Y' belongs to the National Cloud 'X'."],
  },
  AADSTS50059: {
    field: 'tenant',
    also: ['AADSTS90019'],
    what: 'The sign-in service could not tell which tenant is meant.',
    why: 'The address of the sign-in names a tenant by its id; this one was empty or is not known there.',
    next: [
      { do: 'Check the tenant id and --authority in the profile.', who: 'you', command: 'crossorg profile list' },
      { ...signInAgain },
    ],
    known: [
      'AADSTS50059: No tenant-identifying information found in either the request or implied by any provided credentials.',
    ],
  },
} as const satisfies Record<string, SignInWords>;
