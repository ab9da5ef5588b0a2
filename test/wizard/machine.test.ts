import { expect, test } from 'vitest';
import { finding } from '../../src/plan/finding.ts';
import { answerAll } from '../../src/plan/progress.ts';
import { textsOf, typedAs } from '../../src/plan/typed.ts';
import type { Happening, Step } from '../../src/wizard/event.ts';
import { begin, update } from '../../src/wizard/machine.ts';
import type { DryRunReport, State, StateOf } from '../../src/wizard/state.ts';
import { context, noon, session, userTexts, userTyped } from '../support/session.ts';
import { aTask } from '../support/tasks.ts';

const only = (state: State): Step => ({ state, effects: [] });

/** Tells a story: each happening one second after the one before. */
function tell(from: Step, ...story: Happening[]): Step {
  return story.reduce<Step>(
    (step, happening, index) => update(step.state, { ...happening, at: noon + index * 1000 } as never),
    from,
  );
}

const start = (texts: Partial<Record<string, string>> = {}): Step =>
  only(begin(session, answerAll(typedAs('typed', texts), context), noon));

const expectState = <S extends State['status']>(state: State, status: S): StateOf<S> => {
  expect(state.status).toBe(status);
  return state as StateOf<S>;
};

const reportOf = (state: State, clean: boolean): DryRunReport => {
  const { move } = expectState(state, 'dryRunning');
  const ids = { requestId: 'r', clientRequestId: 'c' };
  return {
    planId: move.id,
    clean: clean ? { planId: move.id, at: noon, status: 'completed', ...ids } : null,
    rawStatus: clean ? 'completed' : 'failed',
    at: noon,
    findings: clean
      ? []
      : [finding({ field: 'licence', code: 'MnAOdbUsersAreNotLicensed', what: 'w', why: 'y', next: 'n' })],
    ...ids,
    raw: '',
  };
};

/** Until a clean dry run is in. */
const cleanDryRun = (): Step => {
  const asked = tell(only(begin(session, userTyped, noon)), { type: 'dryRunAsked' });
  return tell(asked, { type: 'dryRunFinished', effect: 1, report: reportOf(asked.state, true) });
};

const confirming = (): Step =>
  tell(
    cleanDryRun(),
    { type: 'confirmationOpened' },
    { type: 'sourceLookedUp', effect: 2, look: { found: 'nothing' }, findings: [] },
  );

const accepted = (): Step =>
  tell(
    confirming(),
    { type: 'confirmed', word: 'yes' },
    {
      type: 'submitted',
      effect: 3,
      outcome: { result: 'accepted', runId: 'r-1', row: 1, task: aTask(), at: noon, findings: [] },
    },
  );

test('a new migration asks its questions in order and ends at the request', () => {
  const answers = Object.entries(userTexts).map(
    ([id, text]) => ({ type: 'answered', id, text, origin: 'typed' }) as Happening,
  );
  const asked: string[] = [];
  let step = start();
  for (const answered of answers) {
    asked.push(expectState(step.state, 'asking').at);
    step = tell(step, answered);
  }
  expect(asked).toEqual(['type', 'source', 'target', 'targetBy', 'targetHost', 'start', 'latestStart']);
  expectState(step.state, 'reviewing');
});

test('an answer that cannot be read stays, with a finding that names its field', () => {
  const { state } = tell(start({ type: 'user' }), { type: 'answered', id: 'source', text: 'dana', origin: 'typed' });
  const asking = expectState(state, 'asking');
  expect(asking.at).toBe('source');
  expect(asking.findings[0]).toMatchObject({ field: 'source', from: 'input' });
  expect(textsOf(asking.typed).source).toBe('dana');
});

test('an empty answer to a question without a default says what is missing', () => {
  const { state } = tell(start({ type: 'user' }), { type: 'answered', id: 'source', text: '', origin: 'typed' });
  expect(expectState(state, 'asking').findings[0]?.code).toBe('sourceMissing');
});

const backs = [
  { name: 'empty', text: undefined, kept: undefined },
  { name: 'unreadable', text: 'dana@', kept: 'dana@' },
  { name: 'valid', text: 'dana@fabrikam.com', kept: 'dana@fabrikam.com' },
];
test.each(backs)('Back leaves a field that is $name and loses nothing', ({ text, kept }) => {
  const asking = start({ type: 'user', source: 'dana@contoso.com' });
  const { state } = tell(asking, { type: 'wentBack', ...(text === undefined ? {} : { text }) });
  expect(expectState(state, 'asking').at).toBe('source');
  expect(textsOf(state.typed).target).toBe(kept);
});

test('Back leads from the request through every question to the first one', () => {
  let step = only(begin(session, userTyped, noon));
  const seen: string[] = [];
  for (let presses = 0; presses < 8; presses += 1) {
    step = tell(step, { type: 'wentBack' });
    seen.push(expectState(step.state, 'asking').at);
  }
  expect(seen).toEqual(['latestStart', 'start', 'targetHost', 'targetBy', 'target', 'source', 'type', 'type']);
});

test('changing the type asks again only what no longer fits', () => {
  const reopened = tell(only(begin(session, userTyped, noon)), { type: 'reopened', to: 'type' });
  const { state } = tell(reopened, { type: 'answered', id: 'type', text: 'group', origin: 'typed' });
  expect(expectState(state, 'asking').at).toBe('source');
  expect(textsOf(state.typed).targetHost).toBe(userTexts.targetHost);
});

test('the dry run, the confirmation and the submission carry one plan id', () => {
  const step = tell(confirming(), { type: 'confirmed', word: 'yes' });
  const { move } = expectState(step.state, 'submitting');
  const [effect] = step.effects;
  if (effect?.type !== 'submit') throw new Error('no submission was asked for');
  expect(effect.confirmed.move.id).toBe(move.id);
  expect(effect.dryRun.planId).toBe(move.id);
});

const refusals: { name: string; story: () => Step }[] = [
  { name: 'another word', story: () => tell(confirming(), { type: 'confirmed', word: 'y' }) },
  { name: 'no word', story: () => tell(confirming(), { type: 'confirmed', word: '' }) },
  {
    name: 'a source that is still being looked up',
    story: () => tell(cleanDryRun(), { type: 'confirmationOpened' }, { type: 'confirmed', word: 'yes' }),
  },
  {
    name: 'a task that stands against it',
    story: () =>
      tell(
        cleanDryRun(),
        { type: 'confirmationOpened' },
        {
          type: 'sourceLookedUp',
          effect: 2,
          look: { found: 'task', task: aTask() },
          findings: [finding({ field: 'task', code: 'conflict', what: 'w', why: 'y', next: 'n' })],
        },
        { type: 'confirmed', word: 'yes' },
      ),
  },
  {
    name: 'a dry run that found something',
    story: () => tell(dirtyDryRun(), { type: 'confirmationOpened' }, { type: 'confirmed', word: 'yes' }),
  },
];
function dirtyDryRun(): Step {
  const asked = tell(only(begin(session, userTyped, noon)), { type: 'dryRunAsked' });
  return tell(asked, { type: 'dryRunFinished', effect: 1, report: reportOf(asked.state, false) });
}
test.each(refusals)('nothing is submitted with $name', ({ story }) => {
  const step = story();
  expect(step.effects.filter((effect) => effect.type === 'submit')).toEqual([]);
  expect(step.state.status).not.toBe('submitting');
});

test('a dry run older than an hour must be repeated before anything is confirmed', () => {
  const late = update(confirming().state, { type: 'confirmed', word: 'yes', at: noon + 61 * 60_000 });
  expect(late.effects).toEqual([]);
  expect(expectState(late.state, 'confirming').findings.at(-1)?.code).toBe('dryRunTooOld');
});

test('a start window that has passed by the confirmation leads back to its question', () => {
  const typed = answerAll(typedAs('typed', { ...userTexts, start: '+1m', latestStart: '+10m' }), context);
  const asked = tell(only(begin(session, typed, noon)), { type: 'dryRunAsked' });
  const open = tell(
    asked,
    { type: 'dryRunFinished', effect: 1, report: reportOf(asked.state, true) },
    { type: 'confirmationOpened' },
    { type: 'sourceLookedUp', effect: 2, look: { found: 'nothing' }, findings: [] },
  );
  const { state, effects } = update(open.state, { type: 'confirmed', word: 'yes', at: noon + 20 * 60_000 });
  expect(effects).toEqual([]);
  expect(expectState(state, 'asking').at).toBe('latestStart');
});

test('an answer to an older effect is ignored', () => {
  const asked = tell(only(begin(session, userTyped, noon)), { type: 'dryRunAsked' });
  const left = tell(asked, { type: 'wentBack' });
  const stale = tell(left, { type: 'dryRunFinished', effect: 1, report: reportOf(asked.state, true) });
  expectState(stale.state, 'reviewing');
  const again = tell(left, { type: 'dryRunAsked' });
  expectState(
    tell(again, { type: 'dryRunFinished', effect: 1, report: reportOf(asked.state, true) }).state,
    'dryRunning',
  );
});

test('an accepted task is looked at until it is final, and its history has a line for each change', () => {
  let step = accepted();
  expect(step.effects[0]).toMatchObject({ type: 'look', afterMs: 2000 });
  const running = aTask({ state: 'running', rawStatus: 'inProgress', startedAt: noon });
  const look = (task = running): Happening => ({
    type: 'looked',
    effect: expectState(step.state, 'watching').waitingFor ?? 0,
    outcome: { ok: true, task, at: noon + 9000 },
  });
  step = tell(step, look());
  step = tell(step, look());
  step = tell(step, look(aTask({ state: 'completed', rawStatus: 'completed', final: true })));
  const { followed } = expectState(step.state, 'finished');
  expect(followed.history.map((line) => line.state)).toEqual(['queued', 'running', 'completed']);
  expect(step.effects).toEqual([]);
});

test('a lost answer goes on being looked for, and is sent again only by a typed word when that is allowed', () => {
  const lost = { result: 'unconfirmed', runId: 'r-1', row: 1, at: noon, findings: [], mayResend: false } as const;
  const open = tell(confirming(), { type: 'confirmed', word: 'yes' }, { type: 'submitted', effect: 3, outcome: lost });
  expect(open.effects[0]).toMatchObject({ type: 'settle', resend: false });
  expect(tell(open, { type: 'resendAsked', word: 'yes' }).effects).toEqual([]);
  const allowed = tell(open, { type: 'submitted', effect: 5, outcome: { ...lost, mayResend: true } });
  expect(tell(allowed, { type: 'resendAsked', word: 'y' }).effects).toEqual([]);
  expect(tell(allowed, { type: 'resendAsked', word: 'yes' }).effects[0]).toMatchObject({
    type: 'settle',
    resend: true,
  });
});

test('cancelling takes the word, and a refusal is told while the task goes on', () => {
  const watching = accepted();
  expectState(tell(watching, { type: 'cancelAsked', word: 'c' }).state, 'watching');
  const asked = tell(watching, { type: 'cancelAsked', word: 'yes' });
  expect(asked.effects[0]?.type).toBe('cancelTask');
  const refused = finding({ field: 'task', code: 'tooLate', what: 'w', why: 'y', next: 'n' });
  const running = aTask({ state: 'running', rawStatus: 'inProgress' });
  const { state } = tell(asked, {
    type: 'cancelFinished',
    effect: 6,
    outcome: { ok: true, task: running, at: noon },
    refused,
  });
  expect(expectState(state, 'watching').followed.trouble).toEqual(refused);
});

test('a failed task can be tried again from the same answers; a completed one cannot', () => {
  const end = (task: Parameters<typeof aTask>[0]): Step =>
    tell(
      accepted(),
      { type: 'looked', effect: 5, outcome: { ok: true, task: aTask({ final: true, ...task }), at: noon } },
      { type: 'triedAgain' },
    );
  expectState(end({ state: 'failed', rawStatus: 'failed' }).state, 'reviewing');
  expectState(end({ state: 'completed', rawStatus: 'completed' }).state, 'finished');
});

test('every state is plain data', () => {
  for (const { state } of [start(), cleanDryRun(), confirming(), accepted()])
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
});

const draftEffects = ({ effects }: Step) => effects.flatMap(({ type }) => (type.endsWith('Draft') ? [type] : []));

test('what is typed is kept after each step, and no longer once it is submitted', () => {
  const typed = tell(start({ type: 'user' }), {
    type: 'answered',
    id: 'source',
    text: 'dana@contoso.com',
    origin: 'typed',
  });
  expect(draftEffects(typed)).toEqual(['saveDraft']);
  expect(draftEffects(tell(typed, { type: 'wentBack' }))).toEqual([]);
  expect(draftEffects(tell(confirming(), { type: 'confirmed', word: 'yes' }))).toEqual(['dropDraft']);
});

test('a submission that came to nothing leaves its answers in a draft', () => {
  const refused = { result: 'rejected', runId: 'r-1', findings: [] } as const;
  const step = tell(
    confirming(),
    { type: 'confirmed', word: 'yes' },
    { type: 'submitted', effect: 3, outcome: refused },
  );
  expect(draftEffects(step)).toEqual(['saveDraft']);
});
