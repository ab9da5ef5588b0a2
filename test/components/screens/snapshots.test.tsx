import { describe, expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import type { Theme } from '../../../components/theme.ts';
import { begin } from '../../../src/wizard/machine.ts';
import type { Place } from '../../../src/wizard/screens.ts';
import type { State } from '../../../src/wizard/state.ts';
import { modelWith } from '../../support/engine.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { renderScreen } from '../../support/screen.ts';
import { noon, session } from '../../support/session.ts';
import { stateNames, states, typedTexts } from '../../support/states.ts';

type Shown = Pick<ReturnType<typeof renderScreen>, 'press' | 'waitFor' | 'stillLines' | 'styledRuns' | 'unmount'>;

/** A screen with nothing that moves; `then` is pressed once it stands there, and leads to `wanted`. */
type Case = { name: string; open: (theme: Theme) => Shown; then?: string; wanted?: string };

const over = (name: string, state: State, then: string, wanted: string): Case => ({
  name,
  open: (theme) => openMigration(state, { theme }),
  then,
  wanted,
});

const place: Place = {
  id: 'simulator',
  name: 'Simulator',
  status: 'No tenant needed',
  mode: 'simulator',
  about: 'Two made-up tenants. Nothing leaves this computer.',
  facts: [
    { term: 'Source', value: 'Contoso, contoso.onmicrosoft.com' },
    { term: 'Target', value: 'Fabrikam, fabrikam.onmicrosoft.com' },
  ],
};
const waveId = 'r-20261205-140503-7f3a';
const many = { counts: '12 of 42 submitted, 30 not sent', left: 30 };
const work = [
  { runId: 'r-1', label: 'dana@contoso.com', state: 'running', when: 'last seen after 2 min', command: '' },
  { runId: waveId, label: waveId, state: 'running', when: '', many, command: '' },
  {
    runId: 'r-2',
    label: 'https://contoso.sharepoint.com/sites/IT',
    state: 'queued',
    when: 'last seen after 40 s',
    command: '',
  },
] as const;
const drafts = [
  { draftId: 'd-1', label: 'kim@contoso.com', step: 4, when: '20 min ago' },
  { draftId: 'd-2', label: 'a site', step: 2, when: 'yesterday' },
];

const welcome = (theme: Theme, more: Parameters<typeof modelWith>[0]): Shown =>
  renderScreen(<WizardApp model={modelWith({ places: [place], ...more })} theme={theme} />, { alternateScreen: true });

const offering = begin(
  {
    ...session,
    hints: {
      sources: {},
      targetRule: '{name}@fabrikam.com',
      targetRoot: null,
      targetHost: null,
      targetOrgId: null,
      domains: { source: 'contoso.com', target: 'fabrikam.com' },
      origin: 'profile',
    },
  },
  typedTexts({ type: 'user' }),
  noon,
);

const cases: Case[] = [
  { name: 'welcome', open: (theme) => welcome(theme, {}) },
  {
    name: 'welcome with known work',
    open: (theme) => welcome(theme, { work: async () => work, drafts: async () => drafts }),
    wanted: 'Known work',
  },
  ...stateNames.map((name) => ({ name, open: (theme: Theme) => openMigration(states[name], { theme }) })),
  over('editing a field of a step', states.reviewing, '2', 'Tab next field'),
  over('choosing the address', states.reviewing, '3', 'How is the target addressed?'),
  over('a time', states.reviewing, '4', 'When may it start?'),
  over('the rest of a name is offered', offering, 'dan', 'Tab complete'),
  over('a letter in a field', states['asking for a name'], 'd', ' d'),
  over('help', states['asking for the type'], '?', 'Keys on this screen'),
  over('the whole request', states.reviewing, 'v', 'The same without the wizard'),
  over('the details of a failure', states.failed, 'v', 'Service text'),
  over('the leave question', states['watching, queued'], '\u0003', 'Leave crossorg?'),
  over('the leave question before anything was sent', states.reviewing, '\u0003', 'Leave crossorg?'),
  over('the word to cancel', states['watching, queued'], 'c', 'Type yes'),
  over('the word to send again', states['unconfirmed for long'], 's', 'Type yes'),
  over('text to select', states.reviewing, 'y', 'No clipboard'),
  {
    name: 'a window that is too small',
    open: (theme) => openMigration(states.reviewing, { theme, cols: 48, rows: 10 }),
    wanted: 'Make it larger',
  },
];

type Look = { text: string; runs: string };

async function look({ open, then, wanted }: Case, theme: Theme): Promise<Look> {
  const { press, waitFor, stillLines, styledRuns, unmount } = open(theme);
  const isShown = then === undefined ? (wanted ?? 'crossorg') : 'crossorg';
  await waitFor(isShown);
  if (then !== undefined) {
    press(then);
    await waitFor(wanted ?? '');
  }
  const shown = { text: (await stillLines()).join('\n').trimEnd(), runs: styledRuns().join('\n') };
  unmount();
  return shown;
}

const forms = [
  { name: 'in colour', theme: { ascii: false, colour: true, motion: false } },
  { name: 'without colour', theme: { ascii: false, colour: false, motion: false } },
  { name: 'in ASCII, without colour', theme: { ascii: true, colour: false, motion: false } },
] as const;

const fileOf = (name: string): string => `snapshots/${name.replaceAll(/[^a-z]+/g, '-')}.txt`;

describe('every screen in 80 x 24', () => {
  test.each(cases)('$name', async (shown) => {
    const looks = await Promise.all(forms.map(async ({ name, theme }) => ({ name, ...(await look(shown, theme)) })));
    const [inColour, plain, ascii] = looks;
    expect(ascii?.text).toMatch(/^[ -~\n]+$/);
    expect(`${plain?.runs}\n${ascii?.runs}`).not.toMatch(/black|red:|red |green|yellow|blue|magenta|cyan|white/);
    expect(inColour?.text.split('\n').length).toBe(plain?.text.split('\n').length);
    const pages = looks.map(({ name, text, runs }) => `===== ${name}\n${text}\n\n----- drawn\n${runs}\n`);
    await expect(pages.join('\n')).toMatchFileSnapshot(fileOf(shown.name));
  });
});
