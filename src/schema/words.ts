import type { QuestionId, ResourceType } from '../plan/answers.ts';
import type { Field, From, Severity, Who } from '../plan/finding.ts';
import type { Side } from '../plan/profile.ts';
import type { About, ExitCode, RetryClass } from '../problems/rule.ts';
import type { TaskState } from '../tasks/task.ts';
import type { Mode } from '../wave/entry.ts';

/** Every word of a union with its meaning. A word that the program adds or drops does not compile until it is told here. */
type Words<W extends string | number> = Readonly<Record<W, string>>;

export const states: Words<TaskState> = {
  draft: 'nothing of it is in the service',
  unconfirmed: 'it was sent, and no answer says yet whether the task exists',
  queued: 'the service has it and has not begun',
  running: 'the service is moving it',
  completed: 'it has moved',
  failed: 'the service gave up; error says why',
  cancelled: 'it was cancelled before it began, or did not begin in time',
  unknown: 'the service uses a word that this version does not know; rawStatus has it',
};

export const modes: Words<Mode> = {
  live: 'Microsoft Graph',
  simulator: 'the built-in simulator; nothing is real',
  custom: 'another address that was named for Graph',
};

export const sides: Words<Side> = {
  source: 'where things are now',
  target: 'where they go',
};

export const resourceTypes: Words<ResourceType> = {
  user: "a person's OneDrive",
  site: 'a SharePoint site that belongs to no group',
  group: 'the site of a Microsoft 365 group',
};

export const severities: Words<Severity> = {
  error: 'it stands in the way',
  warning: 'it does not stand in the way, but somebody should look at it',
  info: 'good to know',
};

export const origins: Words<From> = {
  input: 'a value is absent or cannot be read as its kind',
  check: 'it reads, but an own check says no or warns',
  service: 'the migration service said it',
  network: 'no answer of the service came',
  signIn: 'about the sign-in',
  program: 'about this program or this computer',
};

export const actors: Words<Who> = {
  you: 'whoever runs the command',
  'source admin': 'a SharePoint administrator of the source tenant',
  'target admin': 'a SharePoint administrator of the target tenant',
  'licence admin': 'who assigns licences',
  'sign-in admin': 'who manages app registrations and consent',
  'Microsoft support': 'Microsoft support',
  nobody: 'it heals by itself',
};

export const answers: Words<QuestionId> = {
  type: 'what moves',
  source: 'who or what moves',
  sourceUpn: 'the sign-in name beside an object id',
  target: 'who or what receives it',
  targetBy: 'how the target tenant is named',
  targetHost: "the target's -my host",
  targetOrgId: "the target's organization id",
  targetLocation: 'the data location at the target',
  start: 'the earliest start',
  latestStart: 'the latest start',
};

export const fields: Words<Field> = {
  ...answers,
  plan: 'the plan as a whole',
  confirm: 'the confirmation',
  trust: 'the relationship between the tenants',
  identityMap: 'the identity map of the target tenant',
  licence: 'the migration licence',
  feature: 'whether moves are switched on',
  signIn: 'the sign-in',
  permission: 'what the signed-in account may do',
  tenant: 'which tenant it is',
  service: 'the migration service',
  network: 'the way to the service',
  task: 'the task',
  run: 'the run',
  ledger: 'the record on this computer',
  file: 'a file that was read or written',
  profile: 'a saved profile, or the file of profiles',
  command: 'the command line',
  program: 'this program',
};

export const retries: Words<RetryClass> = {
  repeat: 'the same call may be sent again soon',
  wait: 'time heals it',
  fix: 'somebody acts, then a new dry run',
  never: 'trying again cannot help',
};

export const speakers: Words<About> = {
  service: 'the migration service',
  network: 'something on the way to it',
  crossorg: 'this program',
  signIn: "Microsoft's sign-in service",
  'other API': "Microsoft's other migration API",
};

export const exitCodes: Words<ExitCode> = {
  0: 'done as asked',
  1: 'a fault of crossorg',
  2: 'usage: an unknown flag, a bad value, or a missing answer or confirmation',
  3: 'not ready: checks or the dry run found errors, nothing was submitted',
  4: 'sign-in missing or expired, wrong tenant, permission lacking',
  5: 'mixed: some rows submitted or completed, some not',
  6: 'everything watched failed or was cancelled, or a submission was rejected',
  7: 'the service is busy or unreachable after all retries',
  8: 'the time limit was reached; the work goes on in the service',
  9: 'conflict: a task for this source exists, or the plan changed or is too old; nothing sent',
  130: 'stopped with Ctrl+C',
};
