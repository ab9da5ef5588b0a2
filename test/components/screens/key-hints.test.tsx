import { expect, test } from 'vitest';
import { openMigration } from '../../support/open-migration.tsx';
import { stateNames, states } from '../../support/states.ts';

const [esc, backTab, down, up] = ['\u001b', '\u001b[Z', '\u001b[B', '\u001b[A'];

/** What a hint promises, as bytes; one that holds several keys promises each of them. */
const bytesOf: Readonly<Record<string, readonly string[]>> = {
  Enter: ['\r'],
  Tab: ['\t'],
  'Ctrl+Y': ['\u0019'],
  'Ctrl+C': ['\u0003'],
  Esc: [esc],
  'Esc or Shift+Tab': [esc, backTab],
  'Esc or ?': [esc, '?'],
  'v or Esc': ['v', esc],
  'Up Down': [down + up + down],
  'PageUp PageDown': ['\u001b[6~'],
  '1-2': ['1', '2'],
  '1-3': ['1', '2', '3'],
  '1-4': ['1', '2', '3', '4'],
};

/** The keys of a hint: the longest name that is known, or a letter. */
function keysOf(hint: string): readonly string[] {
  const names = Object.keys(bytesOf).sort((a, b) => b.length - a.length);
  const name = names.find((one) => hint.startsWith(`${one} `));
  if (name !== undefined) return bytesOf[name] ?? [];
  expect(hint).toMatch(/^[a-z] \S/);
  return [hint.charAt(0)];
}

/** The hints of a screen: the lines at the bottom, up to the first that is no key line. */
function hintsOf(lines: readonly string[]): string[] {
  const drawn = lines.slice(0, -1);
  const from = drawn.findLastIndex((line) => !/^ (Enter|Tab|Esc|Up|Ctrl\+[A-Z]|1-\d|v or|[a-z]) \S/.test(line)) + 1;
  return drawn.slice(from).flatMap((line) => line.trim().split(/ {3}/));
}

/** Every screen, and what lies over some of them. */
const screens: { name: string; state: keyof typeof states; open?: string }[] = [
  ...stateNames.map((state) => ({ name: state, state })),
  { name: 'help over a question', state: 'asking for the type', open: '?' },
  { name: 'the whole request', state: 'reviewing', open: 'v' },
  { name: 'the details of a failure', state: 'failed', open: 'v' },
  { name: 'the leave question', state: 'watching, queued', open: '\u0003' },
  { name: 'the leave question before anything was sent', state: 'reviewing', open: '\u0003' },
  { name: 'the word to cancel', state: 'watching, queued', open: 'c' },
  { name: 'the word to send again', state: 'unconfirmed for long', open: 's' },
];

test.each(screens)('every key that is named does something: $name', async ({ state, open }) => {
  const show = async (rows?: number) => {
    const wizard = openMigration(states[state], rows ? { rows } : {});
    const plain = await wizard.waitFor('SIMULATOR');
    if (open) {
      wizard.press(open);
      await wizard.waitFor((screen) => screen !== plain);
    }
    await new Promise((next) => setTimeout(next, 5));
    return { ...wizard, before: await wizard.screen() };
  };
  const first = await show();
  const hints = hintsOf(await first.lines());
  expect(hints.length).toBeGreaterThan(0);
  first.unmount();
  for (const hint of hints)
    for (const key of keysOf(hint)) {
      const { press, waitFor, before, happened, did, unmount } = await show();
      press(key);
      await waitFor((screen) => screen !== before || happened.length + did.length > 0).catch((error: unknown) => {
        throw new Error(`"${hint}" does nothing on:\n${String(error)}`);
      });
      unmount();
    }
});
