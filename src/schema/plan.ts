import Type from 'typebox';
import type { Origin } from '../plan/typed.ts';
import { address, anyText, oneOf, orNull, planId, text, time } from './basics.ts';
import { answers, resourceTypes } from './words.ts';

const origin = Type.Unsafe<Origin>({
  type: 'string',
  pattern: '^(flag|env|typed|profile|rule|default|file:[0-9]+)$',
  description:
    'Where the value came from: a flag, the environment, typed, line N of a file (file:N), a profile, a naming rule, or what is built in.',
});

export const planValue = Type.Object(
  {
    name: oneOf(answers, { description: 'Which answer it is.' }),
    value: text('The value, in the form that always means the same.'),
    origin,
  },
  { $id: 'PlanValue', title: 'Value of a plan', description: 'One answer, and where it came from.' },
);

const identity = Type.Object(
  {
    userPrincipalName: Type.Optional(anyText('The sign-in name of a person.')),
    id: Type.Optional(anyText('The object id of a person.')),
    mailNickname: Type.Optional(anyText('The mail nickname of a group.')),
  },
  { $id: 'Identity', title: 'Identity', description: 'A person or a group, as Microsoft Graph names them.' },
);

export const parameters = Type.Object(
  {
    '@odata.type': Type.Optional(anyText('Which kind of move it is.')),
    targetOrganizationHost: Type.Optional(anyText("The target's -my host.")),
    targetOrganizationId: Type.Optional(anyText("The target's organization id.")),
    targetDataLocationCode: Type.Optional(orNull(Type.String(), 'null asks for the default location.')),
    sourceUserIdentity: Type.Optional(identity),
    targetUserIdentity: Type.Optional(identity),
    sourceSiteUrl: Type.Optional(anyText('The site that moves.')),
    targetSiteUrl: Type.Optional(anyText('The address it gets.')),
    sourceGroupIdentity: Type.Optional(identity),
    targetGroupIdentity: Type.Optional(identity),
    preferredStartDateTime: Type.Optional(time('The earliest start.')),
    preferredLatestStartDateTime: Type.Optional(time('The service cancels a task that has not begun by then.')),
    validateOnly: Type.Literal(false, { description: 'A real move. In a dry run it is true.' }),
  },
  {
    $id: 'Parameters',
    title: 'Parameters',
    description: 'sharePointMigrationTask parameters of Microsoft Graph (beta).',
  },
);

const request = Type.Object(
  {
    method: Type.Literal('POST'),
    url: address('Where it goes.'),
    body: Type.Object({ parameters }, { description: 'What is sent.' }),
  },
  { description: 'The live request, as it will be or was sent.' },
);

export const plan = Type.Object(
  {
    id: planId('SHA-256 over endpoint, both tenants and the parameters: the same id is the same move.'),
    type: oneOf(resourceTypes, { description: 'What moves.' }),
    values: Type.Array(planValue, { description: 'The answers it was made of.' }),
    request,
  },
  { $id: 'Plan', title: 'Plan', description: 'A move that could be submitted.' },
);

export const dryRun = Type.Object(
  {
    ok: Type.Boolean({ description: 'Whether the service found nothing against it.' }),
    status: orNull(Type.String(), "The service's own word; null without an answer."),
    at: time('When it was asked.'),
    requestId: orNull(anyText('A GUID.'), 'The request-id of the answer.'),
    clientRequestId: orNull(anyText('A GUID.'), 'The client-request-id that was sent.'),
  },
  { $id: 'DryRun', title: 'Dry run', description: 'One answer of the service to a request that moves nothing.' },
);
