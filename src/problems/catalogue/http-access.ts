import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { http } from './http-base.ts';

/** Who may ask, and for what: the narrow cases before the wide ones. */
export const accessRules: readonly Rule[] = [
  {
    ...http,
    code: 'http401',
    field: 'signIn',
    retry: 'fix',
    exit: 4,
    breaker: true,
    match: { on: 'service', statuses: [401], vague: ['InvalidAuthenticationToken', 'unauthenticated', 'Unauthorized'] },
    what: 'The sign-in was not accepted.',
    why: 'It has expired, was withdrawn, or is for another tenant or service.',
    next: [
      { do: 'Sign in to the source tenant again.', who: 'you', command: 'crossorg login --side source' },
      { do: 'If you bring your own token in CROSSORG_ACCESS_TOKEN, get a new one for Microsoft Graph.', who: 'you' },
    ],
    known: [
      '401 Unauthorized: Access token has expired or is not yet valid.',
      'Lifetime validation failed, the token is expired.',
    ],
  },
  {
    ...http,
    code: 'http403Mapping',
    field: 'permission',
    link: links.permissions,
    retry: 'fix',
    exit: 4,
    breaker: true,
    match: { on: 'service', statuses: [403], calls: ['mapping'] },
    what: 'The service does not let this sign-in read or change identity mappings.',
    why: 'Mappings live on the target tenant and need an admin, a permission and a sign-in there.',
    next: [
      { do: 'Check that the sign-in is to the target tenant.', who: 'you', command: 'crossorg whoami' },
      {
        do: 'Consent to SharePointCrossTenantMigration.Read.All and .Manage.All for the app, on the target tenant.',
        who: 'sign-in admin',
      },
      { do: 'Give the account the role SharePoint Administrator on the target.', who: 'sign-in admin' },
    ],
    known: ['403 Access denied (mapping)'],
  },
  {
    ...http,
    code: 'http403',
    field: 'permission',
    link: links.permissions,
    retry: 'fix',
    exit: 4,
    breaker: true,
    match: { on: 'service', statuses: [403], vague: ['accessDenied', 'Authorization_RequestDenied', 'Forbidden'] },
    what: 'The service does not let this sign-in do that (access denied).',
    why: 'The permission or its consent is missing, the account lacks the role, or it is the wrong tenant.',
    next: [
      {
        do: 'Check which tenant and account are signed in: it must be the source.',
        who: 'you',
        command: 'crossorg whoami',
      },
      {
        do: 'Consent to SharePointCrossTenantMigration.Read.All and .Manage.All for the app, both, on Microsoft Graph in the source tenant.',
        who: 'sign-in admin',
      },
      {
        do: 'Give the account the role SharePoint Administrator on the source, then sign in again.',
        who: 'sign-in admin',
      },
    ],
    known: ['403 Forbidden: Access denied'],
  },
  {
    ...http,
    code: 'http404',
    field: 'task',
    link: links.start,
    exit: 6,
    match: {
      on: 'service',
      statuses: [404],
      calls: ['read', 'cancel'],
      vague: ['itemNotFound', 'ResourceNotFound', 'notFound'],
    },
    what: 'The service does not know this migration task.',
    why: 'The id or the source may be mistyped, or the question went to another tenant than the source.',
    next: [
      { do: 'Check the id, or ask by the source instead.', who: 'you', command: 'crossorg status {source}' },
      { do: 'Check that the sign-in is to the source tenant.', who: 'you', command: 'crossorg whoami' },
    ],
    known: [
      'The migration task 3ed6a1b2-0000-4000-8000-000000000001 could not be found.',
      "The migration task {id} couldn't be found.",
    ],
  },
  {
    ...http,
    code: 'http404Service',
    breaker: true,
    match: { on: 'service', statuses: [404] },
    what: 'The service does not offer these moves at this address.',
    why: 'The Graph address may be mistyped, or the beta interface has changed.',
    next: [
      {
        do: 'Check --graph-url and CROSSORG_GRAPH_URL. Normally both are left out.',
        who: 'you',
        command: 'crossorg doctor',
      },
      { do: 'Look for a newer version of crossorg.', who: 'you', command: 'crossorg -V' },
    ],
    known: ["Resource not found for the segment 'crossOrganizationMigrationTasks'."],
  },
  {
    ...http,
    code: 'cancelTooLate',
    field: 'task',
    link: links.start,
    exit: 9,
    match: {
      on: 'service',
      statuses: [409],
      calls: ['cancel'],
    },
    what: 'It is too late to cancel: the move has started.',
    why: 'The service cancels only what still waits. Stopping in the middle could harm the content.',
    next: [{ do: 'Let it finish, and follow it.', who: 'nobody', command: 'crossorg watch {taskId}' }],
    known: [
      'Cannot process the cancel request because the task is in progress',
      "Can't process the cancel request because the task is in progress.",
    ],
  },
];
