import { inferTargetBy } from './addressing.ts';
import type { Answers, Known, Party, QuestionId, ResourceType, TargetBy } from './answers.ts';
import { parseDataLocation } from './parse/data-location.ts';
import { parseGuid } from './parse/guid.ts';
import { parseHost } from './parse/host.ts';
import { canonicalInstant, parseLatestStart, parseStart } from './parse/moment.ts';
import { oneOf } from './parse/one-of.ts';
import { parseParty } from './parse/party.ts';
import { parseOptionalUpn } from './parse/person.ts';
import type { Choice, Question } from './question.ts';

const resourceTypes: readonly (Choice & { value: ResourceType })[] = [
  { value: 'user', label: "A person's OneDrive", needs: 'Needs source and target sign-in names. Most common.' },
  {
    value: 'site',
    label: 'A SharePoint site (not connected to a group)',
    needs: 'Needs source and target site addresses.',
  },
  {
    value: 'group',
    label: 'A group-connected site (Microsoft 365 group, Teams)',
    needs: 'Needs source and target group mail nicknames.',
  },
];

const addressings: readonly (Choice & { value: TargetBy })[] = [
  { value: 'host', label: 'Host', needs: "The target's -my host. Right for nearly every move." },
  {
    value: 'organization',
    label: 'Organization id',
    needs: "The target's tenant id, with a data location if it has several.",
  },
];

/** A value for each resource type; a person's OneDrive until the type is known. */
const by =
  <T>(words: Record<ResourceType, T>) =>
  (known: Known): T =>
    words[known.type ?? 'user'];

const personById = (party: Party | undefined): boolean => party?.kind === 'person' && party.by === 'id';

/** Asked in this order. The key of a question is the name of its CSV column. */
export const questions: { readonly [K in QuestionId]: Question<Answers[K]> } = {
  type: {
    step: 'type',
    prompt: () => 'What do you want to move?',
    label: () => 'Type',
    flag: 'type',
    example: () => 'user',
    help: () => 'Mailboxes and chats are not moved here: they use the orchestrator API.',
    choices: resourceTypes,
    parse: oneOf(resourceTypes),
  },
  source: {
    step: 'who',
    prompt: by({ user: 'Whose OneDrive moves?', site: 'Which site moves?', group: "Which group's site moves?" }),
    label: by({ user: 'Source sign-in name', site: 'Source site address', group: 'Source group mail nickname' }),
    flag: 'source',
    example: by({ user: 'dana@contoso.com', site: 'https://contoso.sharepoint.com/sites/IT', group: 'finance-eu' }),
    help: by({
      user: 'A sign-in name (UPN) or an object id.',
      site: 'The full address of the site.',
      group: "The part of the group's address before the @.",
    }),
    parse: parseParty,
  },
  sourceUpn: {
    step: 'who',
    prompt: () => 'What is the sign-in name of that object id?',
    label: () => 'Source sign-in name, to find the task again',
    flag: 'source-upn',
    example: () => 'dana@contoso.com',
    help: () => 'Optional. Without it a task of an object id can only be found by its task id.',
    default: '',
    askedWhen: (known) => known.type === 'user' && personById(known.source),
    parse: parseOptionalUpn,
  },
  target: {
    step: 'who',
    prompt: by({ user: 'Who receives it?', site: 'Which address does it get?', group: 'Which group receives it?' }),
    label: by({ user: 'Target sign-in name', site: 'Target site address', group: 'Target group mail nickname' }),
    flag: 'target',
    example: by({ user: 'dana@fabrikam.com', site: 'https://fabrikam.sharepoint.com/sites/IT', group: 'finance-eu' }),
    help: by({
      user: 'A sign-in name (UPN) or an object id. The person must exist and have no OneDrive yet.',
      site: 'The address must be free: nothing is merged or overwritten.',
      group: 'The group must exist and have no site yet.',
    }),
    parse: parseParty,
  },
  targetBy: {
    step: 'target',
    prompt: () => 'How is the target addressed?',
    label: () => 'Target addressed by',
    flag: null,
    example: () => 'host',
    help: () => '',
    default: 'host',
    choices: addressings,
    infer: inferTargetBy,
    parse: oneOf(addressings),
  },
  targetHost: {
    step: 'target',
    prompt: () => "What is the target's -my host?",
    label: () => 'Target host',
    flag: 'target-host',
    example: () => 'https://fabrikam-my.sharepoint.com',
    help: () => 'Other spellings are turned into the -my form. Each geography of a tenant has its own host.',
    askedWhen: (known) => known.targetBy === 'host',
    parse: parseHost,
  },
  targetOrgId: {
    step: 'target',
    prompt: () => "What is the target's organization id?",
    label: () => 'Target organization id',
    flag: 'target-org-id',
    example: () => '78d010af-72cb-412f-8779-18ce9b5f553b',
    help: () => 'The tenant id of the target, a GUID.',
    askedWhen: (known) => known.targetBy === 'organization',
    parse: parseGuid('an organization id'),
  },
  targetLocation: {
    step: 'target',
    prompt: () => 'Which data location at the target?',
    label: () => 'Target data location',
    flag: 'target-location',
    example: () => 'FRA',
    help: () => 'Three letters, or "default" to ask for the default location. Leave it empty to say nothing.',
    default: '',
    askedWhen: (known) => known.targetBy === 'organization',
    parse: parseDataLocation,
  },
  start: {
    step: 'when',
    prompt: () => 'When may it start?',
    label: () => 'Not before',
    flag: 'start',
    example: () => 'sat 22:00',
    help: () => 'now, tonight 22:00, sat 22:00, +3h or 2026-12-05T22:00Z. The service may start any time after this.',
    default: 'now',
    canonical: (value) => (value === 'now' ? 'now' : canonicalInstant(value)),
    parse: parseStart,
  },
  latestStart: {
    step: 'when',
    prompt: () => 'By when must it have started?',
    label: () => 'Must start by',
    flag: 'latest-start',
    example: () => 'sun 06:00',
    help: () => 'Optional. If it has not started by then, the service cancels it. It is no deadline for finishing.',
    default: '',
    canonical: (value) => (value === null ? '' : canonicalInstant(value)),
    parse: parseLatestStart,
  },
};

export const questionIds = Object.keys(questions) as readonly QuestionId[];

/** The question with its value's type forgotten, for code that treats all alike. */
export const questionAt = (id: QuestionId): Question<unknown> => questions[id] as Question<unknown>;
