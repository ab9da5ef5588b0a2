import { createElement } from 'react';
import { WizardApp } from '../../components/app/WizardApp.tsx';
import { typedAs } from '../../src/plan/typed.ts';
import { firstRun } from '../../src/wizard/first-run.ts';
import { begin } from '../../src/wizard/machine.ts';
import type { Model, Place } from '../../src/wizard/screens.ts';
import type { SigningState } from '../../src/wizard/signing.ts';
import type { State } from '../../src/wizard/state.ts';
import type { Hints } from '../../src/wizard/suggest.ts';
import { modelWith } from '../support/engine.ts';
import { hintsOf } from '../support/hints.ts';
import { openMigration } from '../support/open-migration.tsx';
import { renderScreen } from '../support/screen.ts';
import { noon, session } from '../support/session.ts';
import { fakeSigning, waitingForBrowser, waitingForCode } from '../support/signing.ts';
import { profileAt } from '../support/signing-in.ts';
import { aFinding, answerSets, states, typedTexts } from '../support/states.ts';
import type { MigrationScreen } from './parity-list.ts';

/** The keys of a screen as its last lines name them, and a state in which they are named. */
export type Offered = { screen: MigrationScreen; hint: string; state: State | null };

const hints: Hints = {
  sources: { user: 'dana@contoso.com' },
  targetRule: '{name}@fabrikam.com',
  targetRoot: null,
  targetHost: null,
  targetOrgId: null,
  domains: { source: 'contoso.com', target: 'fabrikam.com' },
  origin: 'default',
};

/** Every state, and those in which a question offers more than usual. */
const shown: readonly State[] = [
  ...Object.values(states),
  begin({ ...session, hints }, typedTexts({ type: 'user' }), noon),
  begin(session, typedTexts({ type: 'group', source: 'finance-eu', target: 'finance-eu' }), noon),
  begin(
    session,
    { ...typedTexts(answerSets['a person by sign-in name']), ...typedAs('typed', { start: 'tomorow 18:00' }) },
    noon,
  ),
  begin(
    session,
    { ...typedTexts(answerSets['a person by sign-in name']), ...typedAs('typed', { source: 'dana' }) },
    noon,
  ),
];

const ended = aFinding({ field: 'signIn', code: 'AADSTS50173' });

/** The same states when what went wrong last is the sign-in. */
function endedIn(state: State): State {
  switch (state.status) {
    case 'dryRunDone':
      return { ...state, report: { ...state.report, findings: [ended] } };
    case 'refused':
      return { ...state, findings: [ended] };
    case 'unconfirmed':
      return { ...state, followed: { ...state.followed, findings: [ended] } };
    case 'watching':
      return { ...state, followed: { ...state.followed, trouble: ended } };
    default:
      throw new Error(`Nothing is asked of the service in ${state.status}`);
  }
}

const signedOut: readonly State[] = [
  ...[states['dry run with findings'], states.refused, states.unconfirmed, states['watching, running']],
].map(endedIn);

/** What lies over a screen, and the keys that open it. */
const overlays: Partial<Record<MigrationScreen, readonly string[]>> = {
  leave: ['\u0003'],
  full: ['v'],
  cancel: ['c'],
  cancelAndLeave: ['\u0003', '2'],
  resend: ['s'],
  copy: ['y'],
  many: ['4'],
  pasted: ['\u001b[200~dana@contoso.com\nsam@contoso.com\u001b[201~'],
};

const opensOn: Partial<Record<MigrationScreen, readonly State[]>> = {
  leave: [states['watching, queued'], states.reviewing],
  full: [states.reviewing],
  cancel: [states['watching, queued']],
  cancelAndLeave: [states['watching, queued']],
  resend: [states['unconfirmed for long']],
  copy: [states.reviewing],
  many: [states['asking for the type']],
  pasted: [begin(session, typedTexts({ type: 'user' }), noon)],
};

/** A move that lands where its profile does not say yet. */
const { reviewing } = states;
const newToProfile: State = {
  ...reviewing,
  session: { ...reviewing.session, profile: 'c2f', saved: profileAt('', { targetHost: null }) },
};

/** Every key that a screen of a migration names. */
export async function offeredByMigrations(): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const state of signedOut) offered.push(...(await offeredIn(state.status, state, [], { maySignIn: true })));
  offered.push(...(await offeredIn('reviewing', newToProfile, [], { saves: true })));
  for (const state of shown) offered.push(...(await offeredIn(state.status, state, [])));
  for (const [screen, keys] of Object.entries(overlays) as [MigrationScreen, readonly string[]][])
    for (const state of opensOn[screen] ?? []) offered.push(...(await offeredIn(screen, state, keys)));
  return offered;
}

async function offeredIn(
  screen: MigrationScreen,
  state: State,
  keys: readonly string[],
  may: { maySignIn?: boolean; saves?: boolean } = {},
): Promise<Offered[]> {
  const wizard = openMigration(state, { cols: 150, rows: 50, ...may });
  await wizard.waitFor('SIMULATOR');
  for (const key of keys) {
    const before = await wizard.screen();
    wizard.press(key);
    await wizard.waitFor((now) => now !== before);
  }
  const found = hintsOf(await wizard.lines());
  wizard.unmount();
  return found.map((hint) => ({ screen, hint, state }));
}

const profile = (name: string): Place => ({
  id: `profile:${name}`,
  name,
  about: 'from Contoso to Fabrikam',
  status: 'signed in',
  mode: 'live',
  profile: name,
  facts: [],
});

const task = { state: 'running', when: 'last seen after 2 min', command: 'crossorg watch r-1' } as const;

/** A first screen on which everything is possible. */
export const fullModel: Model = modelWith({
  places: ['c2f', 'n2f', 'a', 'b', 'c', 'd'].map(profile),
  work: async () => [
    { ...task, runId: 'r-1', label: 'dana@contoso.com' },
    { ...task, runId: 'r-2', label: 'r-2', when: '', many: { counts: '4 of 12 submitted, 8 not sent', left: 8 } },
  ],
  drafts: async () => [{ draftId: 'd-1', label: 'sam@contoso.com', step: 3, when: '5 min ago' }],
  changeProfile: () => undefined,
  firstRun: firstRun({ byDevice: false, consentLink: null }),
});

/** Every key that the first screen names. */
export async function offeredByWelcome(): Promise<Offered[]> {
  const theme = { ascii: false, colour: true, motion: false };
  const screen = renderScreen(createElement(WizardApp, { model: fullModel, theme }), { cols: 150, rows: 50 });
  await screen.waitFor('watch the first one');
  const all = hintsOf(await screen.lines());
  screen.press('\t');
  await screen.waitFor('resume it');
  all.push(...hintsOf(await screen.lines()));
  screen.press('/');
  await screen.waitFor('all places');
  const filtering = hintsOf(await screen.lines());
  screen.unmount();
  return [...new Set([...all, ...filtering])].map((hint) => ({ screen: 'welcome', hint, state: null }));
}

/** Every state of a sign-in in which something can be done. */
export const signIns: readonly SigningState[] = [
  waitingForBrowser(),
  waitingForBrowser({ opened: false }),
  waitingForCode,
  { method: 'browser', status: 'failed', finding: ended },
  { method: 'device', status: 'failed', finding: ended },
];

/** Every key that the sign-in names. */
export async function offeredBySignIn(): Promise<Offered[]> {
  const theme = { ascii: false, colour: true, motion: false };
  const hints = new Set<string>();
  for (const state of signIns) {
    const { signing } = fakeSigning(state);
    const open: Model['open'] = (_, onSignIn) => {
      onSignIn(signing);
      return new Promise(() => undefined);
    };
    const screen = renderScreen(createElement(WizardApp, { model: modelWith({ open }), theme }), {
      cols: 150,
      rows: 50,
    });
    await screen.waitFor('Where do you want to work?');
    screen.press('\r');
    await screen.waitFor('Sign in to the SOURCE tenant');
    for (const hint of hintsOf(await screen.lines())) hints.add(hint);
    if (state.status === 'waiting' && state.waiting.kind === 'browser') {
      screen.press('p');
      await screen.waitFor('The whole address');
      for (const hint of hintsOf(await screen.lines())) hints.add(hint);
    }
    screen.unmount();
  }
  return [...hints].map((hint) => ({ screen: 'signIn', hint, state: null }));
}
