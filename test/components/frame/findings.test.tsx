import { describe, expect, test } from 'vitest';
import { Findings } from '../../../components/frame/Findings.tsx';
import { StatusBadge } from '../../../components/frame/StatusBadge.tsx';
import { Verdict } from '../../../components/frame/Verdict.tsx';
import { ThemeProvider } from '../../../components/theme.ts';
import { type Finding, finding } from '../../../src/plan/finding.ts';
import { renderScreen } from '../../support/screen.ts';

const licence = finding(
  {
    field: 'licence',
    code: 'MnAOdbUsersAreNotLicensed',
    what: 'Neither person has the licence that a move needs.',
    why: 'Neither dana@contoso.com nor dana@fabrikam.com has a cross-tenant user data migration licence.',
    next: [
      { do: 'Assign one to either account, then wait a few minutes before the next dry run.', who: 'licence admin' },
      { do: 'Repeat the dry run.', who: 'you', command: 'crossorg migrate user dana@contoso.com --dry-run' },
    ],
  },
  { from: 'service' },
);
const warning = finding(
  { field: 'target', code: 'notSignedIn', what: 'Two checks were skipped.', why: 'No sign-in.', next: 'Press t.' },
  { severity: 'warning' },
);

const show = async (findings: readonly Finding[], wanted: string, max = 3) => {
  const screen = renderScreen(
    <ThemeProvider theme={{ ascii: true, colour: false }}>
      <Findings findings={findings} max={max} moreHint="a shows all" width={60} />
    </ThemeProvider>,
  );
  return (await screen.waitFor(wanted)).split('\n');
};

describe('findings', () => {
  test('symbol, field and code come first, then why, then next with its person and its command', async () => {
    expect(await show([licence], 'crossorg migrate')).toEqual([
      'x Licence  MnAOdbUsersAreNotLicensed',
      '           Neither person has the licence that a move needs.',
      '  Why      Neither dana@contoso.com nor dana@fabrikam.com',
      '           has a cross-tenant user data migration licence.',
      '  Next     1  Assign one to either account, then wait a few',
      '              minutes before the next dry run. (licence',
      '              admin)',
      '           2  Repeat the dry run.',
      '              crossorg migrate user dana@contoso.com',
      '              --dry-run',
    ]);
  });

  test('one next step has no number', async () => {
    expect(await show([warning], 'Next')).toEqual([
      '! Target   notSignedIn',
      '           Two checks were skipped.',
      '  Why      No sign-in.',
      '  Next     Press t.',
    ]);
  });

  test('the ones that are too many are counted', async () => {
    const lines = await show([warning, warning, warning, warning, warning], 'and 3 more', 2);
    expect(lines.at(-1)).toBe('  and 3 more (a shows all)');
    expect(lines.filter((line) => line.startsWith('! Target'))).toHaveLength(2);
  });

  test('hostile text of the service is harmless', async () => {
    const nasty = { ...warning, code: 'A\u001b]0;owned\u0007B', why: 'x\u001b[2J\u202ey\r\nz' };
    const lines = await show([nasty], 'Next');
    expect([lines[0], lines[2]]).toEqual(['! Target   AB', '  Why      xy z']);
  });
});

test('a state stands in a column of fixed width, and an unknown one shows the raw word', async () => {
  const { waitFor } = renderScreen(
    <>
      <StatusBadge state="running" />
      <StatusBadge state="attention" />
      <StatusBadge state="unknown" rawStatus="paused" />
      <Verdict severity="passed" text="Looks right." />
    </>,
  );
  expect((await waitFor('Looks')).split('\n').map((line) => line.trimEnd())).toEqual([
    '▸ Running',
    '! Check',
    '? paused',
    '✓ Looks right.',
  ]);
});
