import { describe, expect, test } from 'vitest';
import type { Theme } from '../../../components/theme.ts';
import { openWave } from '../../support/open-wave.tsx';
import { noon } from '../../support/session.ts';
import { minuteMs, type WaveStateName, waveStateNames, waveStates } from '../../support/wave-states.ts';

/** A screen with nothing that moves; each of `then` is pressed, and leads to its text. */
type Case = { name: string; state: WaveStateName; then: readonly (readonly [keys: string, wanted: string])[] };

const over = (name: string, state: WaveStateName, ...then: Case['then']): Case => ({ name, state, then });

const cases: Case[] = [
  ...waveStateNames.map((state) => over(state, state)),
  over('a row', 'watching', ['\r', 'y copy task id']),
  over('a filter being typed', 'watching', ['/', 'Filter:'], ['state:r', 'Filter: state:r']),
  over('failed and Check only', 'watching', ['f', 'state:trouble']),
  over('marked rows', 'watching', [' j ', 'Marked: 2']),
  over('the next problem', 'reading, problems', ['j', /* the fix of line 4 */ 'Ctrl+Y fix this']),
  over('the rows behind a finding', 'checked, with findings', ['v', 'Rows']),
  over('why it paused', 'paused by a breaker', ['v', 'Why']),
  over('the number to go on', 'paused by a breaker', ['g', 'Type 29']),
  over('the number to cancel', 'watching', ['a', 'Marked: 48'], ['c', 'Type 6']),
  over('the forms of an export', 'watching', ['e', 'Markdown']),
  over('the leave question', 'watching', ['\u0003', 'Leave crossorg?']),
  over('the question while rows are sent', 'submitting', ['\u001b', 'Stop sending?']),
  over('help for the table', 'watching', ['?', 'Keys on this screen']),
];

type Look = { text: string; runs: string };

async function look({ state, then }: Case, theme: Theme): Promise<Look> {
  const wave = openWave(waveStates[state], { theme, startAt: noon + 45 * minuteMs });
  await wave.waitFor('crossorg');
  for (const [keys, wanted] of then) {
    wave.press(keys);
    await wave.waitFor(wanted);
  }
  const shown = { text: (await wave.lines()).join('\n').trimEnd(), runs: wave.styledRuns().join('\n') };
  wave.unmount();
  return shown;
}

const forms = [
  { name: 'in colour', theme: { ascii: false, colour: true, motion: false } },
  { name: 'without colour', theme: { ascii: false, colour: false, motion: false } },
  { name: 'in ASCII, without colour', theme: { ascii: true, colour: false, motion: false } },
] as const;

const fileOf = (name: string): string => `snapshots/${name.replaceAll(/[^a-zA-Z]+/g, '-')}.txt`;

describe('every screen of a wave in 80 x 24', () => {
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
