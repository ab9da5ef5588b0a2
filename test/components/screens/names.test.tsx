import { describe, expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { widthOf } from '../../../components/text/width.ts';
import { farewellLines } from '../../../src/frontends/farewell.ts';
import type { State } from '../../../src/wizard/state.ts';
import { windowTitle } from '../../../src/wizard/window-title.ts';
import { modelWith } from '../../support/engine.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { renderScreen } from '../../support/screen.ts';
import { noon } from '../../support/session.ts';
import { stateNames, states } from '../../support/states.ts';

/** Names as tenants have them, and as nobody should; each in another window. */
const names: readonly { name: string; size: { cols: number; rows: number }; text: string }[] = [
  { name: 'wide', size: { cols: 60, rows: 16 }, text: '株式会社コントソ・ホールディングス' },
  {
    name: 'combining',
    size: { cols: 80, rows: 24 },
    text: 'C\u0327o\u0308n\u0303t\u0301o\u0323s\u030co\u0302 Gm\u0308bH',
  },
  { name: 'right-to-left', size: { cols: 140, rows: 40 }, text: 'شركة كونتوسو القابضة' },
  { name: 'emoji, joined and toned', size: { cols: 80, rows: 24 }, text: '👩‍👩‍👧 Contoso 👍🏽 ❤️ 🇩🇪 1️⃣' },
  {
    name: 'full of controls',
    size: { cols: 80, rows: 24 },
    text: 'Con\u001b]0;owned\u0007\u001b[31m\u009b2J\u0000\u202etoso\u2066\r\n\u0085\u001b[3Ax',
  },
  { name: 'endless', size: { cols: 60, rows: 16 }, text: 'Contoso '.repeat(200) },
];

/** Every text of a state that is not ours, or is made of what is not ours, replaced. */
function withNames(state: State, text: string): State {
  const hostile: ReadonlySet<string> = new Set([
    ...['name', 'account', 'runId', 'note', 'message', 'code', 'rawStatus', 'what', 'why', 'do', 'command'],
    ...['upn', 'mailNickname', 'raw', 'requestId', 'who'],
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return hostile.has(key) ? text : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([name, one]) => [name, walk(one, name)] as const);
    const walked = Object.fromEntries(entries);
    return 'rawStatus' in walked && 'final' in walked ? { ...walked, id: text } : walked;
  };
  return walk(state, '') as State;
}

const controls = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** What terminals measure differently. */
const unsteady = /[\uFE0F\p{Emoji_Modifier}]|\p{Extended_Pictographic}\u200D/u;
const emoji = /\p{Extended_Pictographic}/u;

type Shown = Pick<ReturnType<typeof renderScreen>, 'term' | 'lines'>;

/** What hostile text did to the terminal, and whether the frame still stands where it belongs. */
async function faultsOf({ term, lines }: Shown, isTitleTold: boolean): Promise<string[]> {
  const all = await lines();
  const first = all[0] ?? '';
  const right = term.buffer.active.getLine(0)?.translateToString(false, term.cols - 9, term.cols) ?? '';
  const bad = all.filter((line) => controls.test(line) || unsteady.test(line));
  return [
    ...bad.map((line) => `not harmless: ${JSON.stringify(line)}`),
    // The emulator's table of widths is older than most emoji.
    emoji.test(first) || /(\?|F1) help $/.test(right) ? '' : `the first line ends in "${right}"`,
    all[1] === '─'.repeat(term.cols - 1) ? '' : `the rule is ${all[1]}`,
    all[term.rows - 2] === '' ? 'there is no key line' : '',
    all[term.rows - 1] === '' ? '' : 'something stands in the last row',
    isTitleTold ? 'the window was given a title' : '',
  ].filter((fault) => fault !== '');
}

describe.each(names)('a name that is $name', ({ text, size }) => {
  test.each(stateNames)('is harmless and aligned: %s', async (name) => {
    const state = withNames(states[name], text);
    const wizard = openMigration(state, size);
    let isTitleTold = false;
    wizard.term.onTitleChange(() => {
      isTitleTold = true;
    });
    await wizard.waitFor('SIMULATOR');
    expect(await faultsOf(wizard, isTitleTold)).toEqual([]);
    expect(widthOf((await wizard.lines())[0] ?? '')).toBe(size.cols - 1);
    for (const key of ['v', '\u001b', '\u0003']) {
      wizard.press(key);
      expect(await faultsOf(wizard, isTitleTold)).toEqual([]);
    }
    wizard.unmount();
    for (const line of [windowTitle(state, noon), ...farewellLines(state)]) expect(line).not.toMatch(controls);
  });

  test('is harmless and aligned: the welcome screen', async () => {
    const place = { id: 'x', name: text, about: 'Two tenants.', status: 'Signed in', mode: 'live' as const, facts: [] };
    const model = modelWith({
      places: [{ ...place, facts: [{ term: 'Source', value: text.slice(0, 60) }] }],
      work: async () => [{ runId: text, label: text, state: 'running', when: text, command: text }],
      drafts: async () => [{ draftId: text, label: text, step: 2, when: text }],
    });
    const wizard = renderScreen(<WizardApp model={model} theme={{ ascii: false, colour: true, motion: false }} />, {
      alternateScreen: true,
    });
    await wizard.waitFor('Known work');
    expect(await faultsOf(wizard, false)).toEqual([]);
    wizard.unmount();
  });
});
