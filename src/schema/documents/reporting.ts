import Type, { type TProperties } from 'typebox';
import { address, anyText, count, oneOf, orNull, planId, text, time } from '../basics.ts';
import { documentOf, timeZone } from '../document.ts';
import { finding, findings } from '../finding.ts';
import { task } from '../task.ts';
import { resourceTypes, states } from '../words.ts';
import { counts } from './running.ts';

/** A moment in UTC and by the clocks of the report's zone. */
const moment = {
  at: time(),
  local: Type.String({ pattern: '^\\d{4}-', description: 'The same moment in timeZone, ISO 8601 with its offset.' }),
};

const momentWith = (more: TProperties, description: string) => Type.Object({ ...moment, ...more }, { description });
const atTime = (description: string) => momentWith({}, description);
const momentOrNull = (description: string) => orNull(Type.Object(moment), description);

const ids = {
  requestId: orNull(anyText('A GUID.'), 'The request-id of the answer.'),
  clientRequestId: orNull(anyText('A GUID.'), 'The client-request-id that was sent.'),
};

const calls = {
  'dry run': 'a request that moves nothing',
  create: 'the live request',
  look: 'a look at the task; only the last one is kept',
  cancel: 'the request to cancel',
};

const person = Type.Object({
  oldAddress: orNull(Type.String(), 'The sign-in name in the source tenant.'),
  newAddress: orNull(Type.String(), 'The sign-in name in the target tenant.'),
});

const row = Type.Object(
  {
    row: Type.Integer({ minimum: 1, description: 'Its number in the run.' }),
    line: orNull(Type.Integer({ minimum: 1 }), 'Its line in the file it came from.'),
    plan: planId('The id of its plan.'),
    type: oneOf(resourceTypes, { description: 'What moves.' }),
    source: text('Whose OneDrive, which site, or which group.'),
    sourceId: orNull(Type.String(), 'The object id it was given by, where source is the sign-in name.'),
    target: text('Who or what receives it.'),
    destination: text("The target's host, or its organization id with the data location."),
    start: momentOrNull('The earliest start; null for as soon as the service has room.'),
    latestStart: momentOrNull('The service cancels a task that has not begun by then.'),
    state: oneOf(states),
    detail: orNull(Type.String(), 'What state alone does not say, such as refused for a draft.'),
    task: orNull(task, 'Its task; null where there is none.'),
    dryRun: momentWith(
      { ok: Type.Literal(true), status: anyText("The service's word."), ...ids },
      'What was confirmed.',
    ),
    sent: momentOrNull('When the live request left, last.'),
    accepted: momentOrNull('When the service took it in, or its task was found.'),
    started: momentOrNull('When the service began.'),
    updated: momentOrNull('When the service last touched it.'),
    finished: momentOrNull('When it was over.'),
    history: Type.Array(
      momentWith({ state: oneOf(states), note: anyText('What happened.') }, 'One thing that was recorded.'),
      { description: 'What was recorded, the oldest first.' },
    ),
    requests: Type.Array(momentWith({ call: oneOf(calls), ...ids }, 'One call to the service.'), {
      description: 'The calls to the service, for Microsoft support.',
    }),
    findings: Type.Array(finding, { description: 'What there is to say about it.' }),
    person: orNull(person, 'Old and new address; null for a site or a group.'),
  },
  { $id: 'ReportRow', title: 'Row of a report', description: 'Everything recorded about one move.' },
);

const report = {
  run: text('The run id.'),
  endpoint: address('The Graph it was made at.'),
  account: orNull(Type.String(), 'Who confirmed it; null for a token that does not say.'),
  machine: anyText('The computer it was confirmed on.'),
  change: orNull(Type.String(), 'The change number.'),
  version: text('The crossorg that made the run.'),
  opened: atTime('When the run began.'),
  recorded: atTime('When the last thing was recorded.'),
  written: atTime("When this report was made, by this computer's clock."),
  confirmations: Type.Array(
    momentWith(
      {
        word: text('What was typed.'),
        rows: count('How many rows it covers.'),
        covers: text('The hash of their plan ids.'),
      },
      'One typed confirmation.',
    ),
    { description: 'What was typed to confirm it.' },
  ),
  counts,
  submitted: count('How many rows have a task.'),
  unfinished: count('How many rows may still change.'),
  notice: orNull(text('In plain words.'), 'What nobody may overlook, such as that the run was simulated.'),
  rows: Type.Array(row, { description: 'By number.' }),
  files: Type.Optional(Type.Array(text('A path.'), { description: 'What was written.' })),
  findings,
  timeZone: Type.String({ description: 'The zone of the local times.' }),
};

const pruned = Type.Object({
  run: text('The run id.'),
  removed: Type.Boolean({ description: 'Whether its record is gone from this computer.' }),
  why: orNull(text('In plain words.'), 'Why it was kept; null where it was removed.'),
});

export const reportingDocuments = [
  documentOf('report', {
    title: 'Report of a run',
    description: 'A run as it was recorded, from crossorg report. exitCode is 0 whatever came of it.',
    body: report,
  }),
  documentOf('prune', {
    title: 'Old runs removed',
    description: 'From crossorg runs prune: the old runs that were removed, and those that were kept.',
    body: {
      runs: Type.Array(pruned, { description: 'Every run that was old enough.' }),
      removed: count('How many were removed.'),
      findings,
      timeZone,
    },
  }),
];
