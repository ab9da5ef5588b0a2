import type { ResourceType } from '../../src/plan/answers.ts';
import { type Finding, finding } from '../../src/plan/finding.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { answerAll } from '../../src/plan/progress.ts';
import { type Typed, typedAs } from '../../src/plan/typed.ts';
import type { Task } from '../../src/tasks/task.ts';
import { sourceTaken, stillUnconfirmed } from '../../src/wave/findings.ts';
import type { Effect, Happening, SubmitOutcome } from '../../src/wizard/event.ts';
import { begin, update } from '../../src/wizard/machine.ts';
import type { DryRunReport, State } from '../../src/wizard/state.ts';
import { noAnswer, notLicensed, trustMissing } from './findings.ts';
import { context, noon, session, userTexts } from './session.ts';
import { aTask } from './tasks.ts';

const orgId = '78d010af-72cb-412f-8779-18ce9b5f553b';
const host = 'https://fabrikam-my.sharepoint.com';

/** Whole sets of answers, one for each way through the questions. */
export const answerSets = {
  'a person by sign-in name': userTexts,
  'a person by object id': {
    type: 'user',
    source: 'da157a29-f793-4dd6-9c73-41d2c73c2546',
    sourceUpn: 'source-user@contoso.onmicrosoft.com',
    target: 'cb53ea98-6151-44cc-9c21-098a3c3e3988',
    targetBy: 'organization',
    targetOrgId: orgId,
    targetLocation: 'FRA',
    start: '2026-12-06T22:00Z',
    latestStart: '2026-12-07T06:00Z',
  },
  'a site': {
    type: 'site',
    source: 'https://contoso.sharepoint.com/sites/IT',
    target: 'https://fabrikam.sharepoint.com/sites/IT',
    targetBy: 'host',
    targetHost: host,
    start: 'now',
    latestStart: '2026-12-07T06:00Z',
  },
  'a group': {
    type: 'group',
    source: 'finance-eu',
    target: 'finance-eu',
    targetBy: 'host',
    targetHost: host,
    start: '2026-12-06T22:00Z',
    latestStart: '',
  },
} as const satisfies Record<string, Partial<Record<keyof Typed, string>> & { type: ResourceType }>;

export const typedTexts = (texts: Partial<Record<keyof Typed, string>>): Typed =>
  answerAll(typedAs('typed', texts), context);

export const aFinding = (more: Partial<Finding> = {}): Finding => ({
  ...finding({
    field: 'licence',
    code: 'MnAOdbUsersAreNotLicensed',
    what: 'Neither dana@contoso.com nor dana@fabrikam.com has the licence for this move.',
    why: 'One of the two needs the add-on.',
    next: 'Assign it to one of the two accounts, then run the dry run again.',
  }),
  ...more,
});

const runId = 'r-20261205-120000-7f3a';
const ids = { requestId: '9d0c0000-0000-4000-8000-000000000041', clientRequestId: 'c-1' };

/** What a dry run of this move brought. */
export const reportOf = (
  planId: string,
  at: number,
  isClean: boolean,
  findings = [aFinding({ from: 'service' })],
): DryRunReport => ({
  planId,
  clean: isClean ? { planId, at, status: 'completed', ...ids } : null,
  rawStatus: isClean ? 'completed' : 'failed',
  at,
  findings: isClean ? [] : findings,
  ...ids,
  raw: '{\n  "status": "completed"\n}',
});

const accepted = (task: Task, at: number): SubmitOutcome => ({
  result: 'accepted',
  runId,
  row: 1,
  task,
  at,
  findings: [],
});

export const lost = (
  at: number,
  mayResend: boolean,
  finding = aFinding({ field: 'task', code: 'unconfirmed', severity: 'warning' }),
): SubmitOutcome => ({ result: 'unconfirmed', runId, row: 1, at, findings: [finding], mayResend });

/** The happening that answers an effect as a service without trouble does; null for what a session keeps to itself. */
export function plainAnswer(effect: Effect, at: number): Happening | null {
  switch (effect.type) {
    case 'dryRun':
      return { type: 'dryRunFinished', effect: effect.id, report: reportOf(effect.move.id, at, true) };
    case 'lookUpSource':
      return { type: 'sourceLookedUp', effect: effect.id, look: { found: 'nothing' }, findings: [] };
    case 'submit':
      return { type: 'submitted', effect: effect.id, outcome: accepted(aTask(), at) };
    case 'settle':
      return { type: 'submitted', effect: effect.id, outcome: lost(at, false) };
    case 'look':
      return { type: 'looked', effect: effect.id, outcome: { ok: true, task: effect.followed.task ?? aTask(), at } };
    case 'cancelTask':
      return {
        type: 'cancelFinished',
        effect: effect.id,
        outcome: { ok: true, task: aTask({ state: 'cancelled', rawStatus: 'cancelled', final: true }), at },
        refused: null,
      };
    default:
      return null;
  }
}

/** A story told to the machine; a function is given the effect that waits for an answer. */
type Told = Happening | ((waiting: Effect, state: State) => Happening | null);

/** What comes of a story, one second after the other. */
export function told(first: State, ...story: Told[]): State {
  let state = first;
  let waiting: Effect | undefined;
  for (const [index, one] of story.entries()) {
    const at = noon + index * 1000;
    const happening = typeof one === 'function' ? (waiting ? one(waiting, state) : null) : one;
    if (happening === null) throw new Error('The story expects an effect that waits');
    const step = update(state, { ...happening, at } as Parameters<typeof update>[1]);
    state = step.state;
    const awaited = 'waitingFor' in state ? state.waitingFor : null;
    waiting = step.effects.find(({ id }) => id === awaited) ?? waiting;
  }
  return state;
}

const answered = (waiting: Effect): Happening | null => plainAnswer(waiting, noon);
const user = typedTexts(userTexts);
const dryRun: Told[] = [{ type: 'dryRunAsked' }, answered];
const opened: Told[] = [...dryRun, { type: 'confirmationOpened' }, answered];
const sent: Told[] = [...opened, { type: 'confirmed', word: 'yes' }];
const watched: Told[] = [...sent, answered];
const looked =
  (task: Task): Told =>
  ({ id }) => ({ type: 'looked', effect: id, outcome: { ok: true, task, at: task.finishedAt ?? noon + 60_000 } });
const running = aTask({ state: 'running', rawStatus: 'inProgress', startedAt: noon, updatedAt: noon });
const ended = { final: true, startedAt: noon, updatedAt: noon + 900_000, finishedAt: noon + 900_000 };

const start = begin(session, user, noon);
const story = (...events: Told[]): State => told(start, ...events);
const move = moveOf(story());
/** A queued task of the same person to another target. */
const otherTask = aTask({
  parameters: {
    sourceUserIdentity: { userPrincipalName: 'dana@contoso.com' },
    targetUserIdentity: { userPrincipalName: 'dana.lind@fabrikam.com' },
    targetOrganizationHost: host,
  },
});
const findings = [sourceTaken(move, otherTask)];
const isStillOpen =
  (mayResend: boolean): Told =>
  ({ id }) => ({
    type: 'submitted',
    effect: id,
    outcome: lost(noon, mayResend, stillUnconfirmed(move, runId, mayResend)),
  });

function moveOf(state: State): PlannedMove {
  if (!('move' in state)) throw new Error('This state has no move');
  return state.move;
}

/** One state of every status, and of what is told apart within one. */
export const states = {
  'asking for the type': begin(session, {}, noon),
  'asking for a name': begin(session, typedTexts({ type: 'user' }), noon),
  'asking for a name again': begin(session, typedTexts({ type: 'user', source: "o'neil@contoso.com" }), noon),
  reviewing: story(),
  'dry run under way': story({ type: 'dryRunAsked' }),
  'dry run clean': story(...dryRun),
  'dry run with findings': story({ type: 'dryRunAsked' }, ({ id }) => ({
    type: 'dryRunFinished',
    effect: id,
    report: reportOf(move.id, noon, false, [trustMissing(move)]),
  })),
  'confirming, while asking the service': story(...dryRun, { type: 'confirmationOpened' }),
  confirming: story(...opened),
  'confirming against a task': story(...dryRun, { type: 'confirmationOpened' }, ({ id }) => ({
    type: 'sourceLookedUp',
    effect: id,
    look: { found: 'task', task: otherTask },
    findings,
  })),
  submitting: story(...sent),
  refused: story(...sent, ({ id }) => ({
    type: 'submitted',
    effect: id,
    outcome: { result: 'rejected', runId, findings: [notLicensed(move)] },
  })),
  'refused for a conflict': story(...sent, ({ id }) => ({
    type: 'submitted',
    effect: id,
    outcome: { result: 'conflict', runId: null, findings },
  })),
  unconfirmed: story(...sent, isStillOpen(false)),
  'unconfirmed for long': story(...sent, isStillOpen(true)),
  'watching, queued': story(...watched),
  'watching, running': story(...watched, looked(running)),
  'watching, a look failed': story(...watched, ({ id }) => ({
    type: 'looked',
    effect: id,
    outcome: { ok: false, finding: noAnswer(move), at: noon, fatal: false },
  })),
  cancelling: story(...watched, { type: 'cancelAsked', word: 'yes' }),
  completed: story(
    ...watched,
    looked(running),
    looked(aTask({ ...ended, state: 'completed', rawStatus: 'completed' })),
  ),
  failed: story(
    ...watched,
    looked(running),
    looked(
      aTask({
        ...ended,
        state: 'failed',
        rawStatus: 'failed',
        error: {
          code: 'MnASiteMoveTargetUrlHasWriteConflict',
          message: 'A site exists at https://fabrikam-my.sharepoint.com/personal/dana_fabrikam_com.',
          target: null,
          details: [],
        },
      }),
    ),
  ),
  cancelled: story(...watched, { type: 'cancelAsked', word: 'yes' }, answered),
} as const satisfies Record<string, State>;

export type StateName = keyof typeof states;
export const stateNames = Object.keys(states) as readonly StateName[];
