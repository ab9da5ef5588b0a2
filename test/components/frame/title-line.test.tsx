import { describe, expect, test } from 'vitest';

import { StatusBadge } from '../../../components/frame/StatusBadge.tsx';
import { TitleLine } from '../../../components/frame/TitleLine.tsx';
import { ThemeProvider } from '../../../components/theme.ts';
import { renderScreen } from '../../support/screen.ts';

describe('the mode', () => {
  test.each([
    { mode: 'live', word: 'LIVE', colour: 1 },
    { mode: 'simulator', word: 'SIMULATOR', colour: 6 },
    { mode: 'custom', word: 'CUSTOM', colour: 3 },
  ] as const)('$word stands reversed, in a colour of the terminal', async ({ mode, word, colour }) => {
    const { waitFor, styleAt } = renderScreen(<TitleLine title={{ mode }} width={79} />);
    await waitFor(word);
    expect(styleAt(word)).toMatchObject({ inverse: true, colour });
  });

  test('without colour it is still reversed', async () => {
    const { waitFor, styleAt } = renderScreen(
      <ThemeProvider theme={{ colour: false }}>
        <TitleLine title={{ mode: 'live' }} width={79} />
      </ThemeProvider>,
    );
    await waitFor('LIVE');
    expect(styleAt('LIVE')).toMatchObject({ inverse: true, colour: -1 });
  });
});

test('a failed state is red, and without colour it is plain', async () => {
  const coloured = renderScreen(<StatusBadge state="failed" />);
  const plain = renderScreen(
    <ThemeProvider theme={{ colour: false }}>
      <StatusBadge state="failed" />
    </ThemeProvider>,
  );
  await Promise.all([coloured.waitFor('Failed'), plain.waitFor('Failed')]);
  expect([coloured.styleAt('Failed').colour, plain.styleAt('Failed').colour]).toEqual([1, -1]);
});
