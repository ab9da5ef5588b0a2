import Type, { type TObject, type TProperties } from 'typebox';
import { address, count, oneNumberOf, orNull, planId, text, time } from './basics.ts';
import { face, schemaName } from './document.ts';
import { finding, findings } from './finding.ts';
import { dryRun } from './plan.ts';
import { task } from './task.ts';
import { exitCodes } from './words.ts';

/** What the schema of an event is called among the definitions. */
export const eventId = (name: string): string => `Event${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const eventOf = <N extends string, P extends TProperties>(name: N, description: string, fields: P): TObject =>
  Type.Object(
    { schema: schemaName, event: Type.Literal(name), at: time('Service time where the service said it.'), ...fields },
    { $id: eventId(name), title: `Event ${name}`, description },
  );

const row = Type.Integer({ minimum: 1, description: 'The row of the run; 1 for a single migration.' });
const run = text('The run id.');
const plan = planId('The id of the plan.');

/** Every line of `--events`, by its `event`. Fields are only ever added. */
export const events: Readonly<Record<string, TObject>> = {
  started: eventOf('started', 'The first line: where the command works.', face),
  checked: eventOf('checked', 'The own checks of a row are done.', {
    row,
    plan: orNull(plan, 'Null for a line of a file that is no plan.'),
    findings,
  }),
  dryRun: eventOf('dryRun', 'The dry run of a row is done.', { row, plan, dryRun, findings }),
  intended: eventOf('intended', 'On disk, and about to be sent.', {
    run,
    row,
    plan,
    clientRequestId: text('The client-request-id that it is sent with.'),
  }),
  accepted: eventOf('accepted', 'The service made a task.', { run, row, task }),
  adopted: eventOf('adopted', 'The same move was there already; its task is followed.', { run, row, task }),
  rejected: eventOf('rejected', 'The service refused it, or another task is in its way.', { run, row, finding }),
  unconfirmed: eventOf('unconfirmed', 'It was sent and no answer came; it is looked for.', { run, row, finding }),
  throttled: eventOf('throttled', 'The service asks to wait. It goes on by itself.', {
    waitSeconds: count('How long.'),
  }),
  state: eventOf('state', 'A task was looked at.', { run, row, task }),
  deviceCode: eventOf('deviceCode', 'Somebody has to sign in.', {
    userCode: text('What to type there.'),
    verificationUri: address('Where to sign in.'),
    expiresAt: time('Until when.'),
  }),
  signedIn: eventOf('signedIn', 'Somebody signed in.', {
    account: text('Who.'),
    tenantId: text('To which tenant.'),
    expiresAt: time('Until when.'),
  }),
  summary: eventOf('summary', 'The last line: the document of --json, which has a schema of its own by its kind.', {
    kind: text('The kind of document.'),
    ok: Type.Boolean({ description: 'Whether exitCode is 0.' }),
    exitCode: oneNumberOf(exitCodes),
    ...face,
  }),
};
