import { createElement } from 'react';
import { WizardApp } from '../../components/app/WizardApp.tsx';
import { typedAs } from '../../src/plan/typed.ts';
import { begin } from '../../src/wizard/machine.ts';
import type { Model, Place } from '../../src/wizard/screens.ts';
import type { State } from '../../src/wizard/state.ts';
import type { Hints } from '../../src/wizard/suggest.ts';
import { modelWith } from '../support/engine.ts';
import { hintsOf } from '../support/hints.ts';
import { openMigration } from '../support/open-migration.tsx';
import { renderScreen } from '../support/screen.ts';
import { noon, session } from '../support/session.ts';
import { answerSets, states, typedTexts } from '../support/states.ts';
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

/** Every key that a screen of a migration names. */
export async function offeredByMigrations(): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const state of shown) offered.push(...(await offeredIn(state.status, state, [])));
  for (const [screen, keys] of Object.entries(overlays) as [MigrationScreen, readonly string[]][])
    for (const state of opensOn[screen] ?? []) offered.push(...(await offeredIn(screen, state, keys)));
  return offered;
}

async function offeredIn(screen: MigrationScreen, state: State, keys: readonly string[]): Promise<Offered[]> {
  const wizard = openMigration(state, { cols: 150, rows: 50 });
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

/** A first screen on which everything is possible. */
export const fullModel: Model = modelWith({
  places: ['c2f', 'n2f', 'a', 'b', 'c', 'd'].map(profile),
  work: async () => [{ runId: 'r-1', label: 'dana@contoso.com', state: 'running', when: 'last seen after 2 min' }],
  drafts: async () => [{ draftId: 'd-1', label: 'sam@contoso.com', step: 3, when: '5 min ago' }],
  changeProfile: () => undefined,
});

/** Every key that the first screen names. */
export async function offeredByWelcome(): Promise<Offered[]> {
  const theme = { ascii: false, colour: true, motion: false };
  const screen = renderScreen(createElement(WizardApp, { model: fullModel, theme }), { cols: 150, rows: 50 });
  await screen.waitFor('watch the first one');
  const all = hintsOf(await screen.lines());
  screen.press('/');
  await screen.waitFor('all places');
  const filtering = hintsOf(await screen.lines());
  screen.unmount();
  return [...new Set([...all, ...filtering])].map((hint) => ({ screen: 'welcome', hint, state: null }));
}
