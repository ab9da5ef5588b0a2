import { describe, expect, test } from 'vitest';
import { Definitions } from '../../../components/frame/Definitions.tsx';
import { Frame } from '../../../components/frame/Frame.tsx';
import { keyLines, stepLines } from '../../../components/frame/layout.ts';
import type { Title } from '../../../components/frame/title.ts';
import { KeyRouter } from '../../../components/inputs/keys/KeyRouter.tsx';
import { TextInput } from '../../../components/inputs/TextInput/TextInput.tsx';
import { Line } from '../../../components/text/Line.tsx';
import { widthOf } from '../../../components/text/width.ts';
import { type Theme, ThemeProvider } from '../../../components/theme.ts';
import { renderScreen } from '../../support/screen.ts';

const title: Title = { profile: 'c2f', source: 'Contoso', target: 'Fabrikam', mode: 'live' };
const keys = [
  ['Enter', 'next'],
  ['Tab', 'field'],
  ['s', 'save to profile'],
  ['Shift+Tab', 'back'],
  ['Esc', 'step back'],
] as const;

type Options = { cols?: number; rows?: number; lines?: number; theme?: Partial<Theme>; title?: Title };

function open({ cols = 80, rows = 24, lines = 3, theme = {}, title: shown = title }: Options = {}) {
  return renderScreen(
    <ThemeProvider theme={theme}>
      <KeyRouter>
        <Frame title={shown} keys={keys} steps={{ current: 3 }}>
          {Array.from({ length: lines }, (_, index) => `Row ${index + 1}. ${'wide '.repeat(60)}`).map((line) => (
            <Line key={line} text={line} />
          ))}
        </Frame>
      </KeyRouter>
    </ThemeProvider>,
    { cols, rows, alternateScreen: true, incrementalRendering: true },
  );
}

describe('a frame', () => {
  test.each([
    { cols: 60, rows: 16 },
    { cols: 80, rows: 24 },
    { cols: 200, rows: 50 },
    { cols: 300, rows: 100 },
  ])('in $cols x $rows fills all but the last row and column', async ({ cols, rows }) => {
    const { lines, waitFor } = open({ cols, rows, lines: 200 });
    const shown = await waitFor('a larger window shows all');
    expect(shown).toContain('3 Target');
    const all = await lines();
    expect(all[0]).toMatch(/^ crossorg · c2f · Contoso → Fabrikam +LIVE {2}\? help$/);
    expect(all[1]).toBe('─'.repeat(cols - 1));
    expect(all[rows - 2]).toMatch(/Esc step back$/);
    expect(all[rows - 1]).toBe('');
    for (const line of all) expect(widthOf(line)).toBeLessThan(cols);
  });

  test('in 80 x 24 looks like this', async () => {
    const { lines, waitFor } = open({ lines: 1 });
    await waitFor('Row 1.');
    const all = await lines();
    expect(all.slice(0, 4)).toEqual(
      [
        ' crossorg · c2f · Contoso → Fabrikam                             LIVE  ? help',
        '───────────────────────────────────────────────────────────────────────────────',
        ' 1 Type ✓ 2 Who ✓ 3 Target   4 When   5 Request   6 Dry run   7 Confirm',
        '                  ========',
      ].map((line, index) => (index === 0 ? expect.stringMatching(/^ crossorg .* LIVE {2}\? help$/) : line)),
    );
    expect(all[22]).toBe(' Enter next   Tab field   s save to profile   Shift+Tab back   Esc step back');
  });

  test('content that fits is not said to be cut', async () => {
    const { waitFor } = open({ lines: 18 });
    expect(await waitFor('Row 18.')).not.toContain('a larger window shows all');
  });

  test('content that grows too high is cut, and key line and title stay', async () => {
    const { waitFor } = open({ lines: 19 });
    const shown = await waitFor('a larger window shows all');
    expect(shown).toContain('LIVE');
    expect(shown).toContain('Esc step back');
  });

  test('with ASCII only, nothing else is written', async () => {
    const { waitFor } = open({ theme: { ascii: true }, lines: 30 });
    expect(await waitFor('a larger window shows all')).toMatch(/^[ -~\n]+$/);
  });

  test('long names lose their middle, not their ends, and the mode stays', async () => {
    const long = { profile: 'c2f', source: 'Contoso Deutschland Holding GmbH', target: 'Fabrikam International Ltd' };
    const { lines, waitFor } = open({ cols: 60, rows: 16, title: { ...long, mode: 'simulator' } });
    await waitFor('SIMULATOR');
    const [first = ''] = await lines();
    expect(first).toMatch(/^ crossorg · c2f · Cont\S*…\S+.* → Fabr.*….* +SIMULATOR {2}\? help$/);
  });

  test('hostile names are harmless', async () => {
    const { lines, waitFor, written } = open({ title: { ...title, source: 'Con\u001b[2Jto\u202eso\n\u0007' } });
    await waitFor('Conto');
    expect((await lines())[0]).toMatch(/^ crossorg · c2f · Contoso → Fabrikam +LIVE/);
    expect(written()).not.toContain('\u001b[2J');
  });
});

describe('a window that is too small', () => {
  test.each([
    { cols: 48, rows: 10 },
    { cols: 59, rows: 24 },
    { cols: 80, rows: 15 },
    { cols: 20, rows: 5 },
  ])('$cols x $rows says so inside its bounds', async ({ cols, rows }) => {
    const { lines, waitFor } = open({ cols, rows });
    await waitFor(cols < 30 ? 'Window is' : `Window is ${cols}x${rows}. Needs 60x16.`);
    const all = await lines();
    expect(all[rows - 1]).toBe('');
    for (const line of all) expect(widthOf(line)).toBeLessThan(cols);
  });

  test('typed text comes back with the size, and keys in between reach nothing', async () => {
    const submitted: string[] = [];
    const { press, resize, waitFor } = renderScreen(
      <KeyRouter>
        <Frame title={title} keys={keys}>
          <TextInput onSubmit={(text) => submitted.push(text)} />
        </Frame>
      </KeyRouter>,
      { alternateScreen: true },
    );
    await waitFor('LIVE');
    press('dana');
    await waitFor('dana');
    resize(48, 10);
    await waitFor('Window is 48x10');
    press('xyz\r');
    resize(80, 24);
    await waitFor(' dana');
    press('\r');
    await expect.poll(() => submitted, { interval: 2 }).toEqual(['dana']);
  });

  test('while the size changes, the screen is never cleared as a whole', async () => {
    const { resize, waitFor, written, lines } = open({ lines: 2 });
    await waitFor('Row 2.');
    for (const [cols, rows] of [
      [100, 30],
      [60, 16],
      [48, 10],
      [80, 24],
    ] as const) {
      resize(cols, rows);
      await waitFor(cols < 60 ? `Window is ${cols}x${rows}` : 'Row 2.');
    }
    const all = await lines();
    expect([all[0]?.slice(0, 9), all[23]]).toEqual([' crossorg', '']);
    expect([written().includes('\u001b[2J'), written().includes('\u001b[3J')]).toEqual([false, false]);
  });
});

describe('the key line', () => {
  test.each([
    {
      name: 'one line where it fits',
      width: 79,
      expected: ['Enter next   Tab field   s save to profile   Shift+Tab back   Esc step back'],
    },
    {
      name: 'two lines',
      width: 50,
      expected: ['Enter next   Tab field   s save to profile', 'Shift+Tab back   Esc step back'],
    },
    { name: 'the first and the last stay', width: 18, expected: ['Enter next', 'Esc step back'] },
  ])('$name', ({ width, expected }) => {
    expect(keyLines(keys, width)).toEqual(expected);
  });
});

test('steps that do not fit keep the name of the current one', () => {
  const steps = ['Type', 'Who', 'Target'].map((label, index) => ({ number: index + 1, label, isDone: index < 1 }));
  expect(stepLines(steps, 2, 12, '+')).toEqual({ names: '1 + 2 Who   3', underline: '    =====' });
});

test('definitions stand in columns, and long values go on under themselves', async () => {
  const { waitFor } = renderScreen(
    <Definitions
      width={40}
      rows={[
        { term: 'From', value: 'dana@contoso.com', note: 'typed' },
        { term: 'Address', value: 'https://fabrikam-my.sharepoint.com/personal', note: 'rule' },
      ]}
    />,
  );
  expect((await waitFor('personal')).split('\n')).toEqual([
    '  From     dana@contoso.com        typed',
    '  Address  https://fabrikam-my.sh  rule',
    '           arepoint.com/personal',
  ]);
});
