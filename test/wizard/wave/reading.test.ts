import { describe, expect, test } from 'vitest';
import { namesRow } from '../../../src/wave/csv/fix.ts';
import { pastedAsCsv } from '../../../src/wizard/wave/pasted.ts';
import { problemsOf, readCounts } from '../../../src/wizard/wave/wave-problems.ts';
import { kindsText, latestText, startText, waveFindings } from '../../../src/wizard/wave/wave-summary.ts';
import { session } from '../../support/session.ts';
import { csvOf, readWave, waveStates } from '../../support/wave-states.ts';

describe('the problems of a file', () => {
  const { 'reading, problems': broken } = waveStates;

  test('stand in the order of its lines, each with its mend where there is one', () => {
    const found = problemsOf(broken).map(({ finding, fix }) => [finding.at?.line, finding.severity, fix?.text ?? null]);
    expect(found).toEqual([
      [3, 'warning', null],
      [4, 'error', 'user'],
      [5, 'error', null],
      [6, 'error', null],
      [8, 'error', expect.any(String)],
    ]);
  });

  test('have a mend where the name of a column is misspelt', () => {
    const problems = problemsOf(readWave('tpye,source,target\nuser,a@contoso.com,a@fabrikam.com'));
    expect(problems.find(({ finding }) => finding.code === 'columnUnknown')?.fix).toEqual({
      row: namesRow,
      column: 1,
      text: 'type',
    });
  });

  test('are counted by rows', () => {
    expect(readCounts(broken)).toEqual({ rows: 7, ready: 3, toMend: 4, warnings: 1, leftOut: 0 });
  });

  test('are said once where many rows share a warning', () => {
    const lines = Array.from({ length: 9 }, (_, at) => `user,p${at}@contoso,p${at}@fabrikam.com`);
    const problems = problemsOf(readWave(['type,source,target', ...lines].join('\n')));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rows: 9, finding: { severity: 'warning' } });
  });

  test('of rows that do not take part are left out', () => {
    const chosen = { ...broken, chosen: new Set([1, 2]) };
    expect(problemsOf(chosen).map(({ line }) => line?.row)).toEqual([2]);
    expect(readCounts(chosen)).toMatchObject({ rows: 2, leftOut: 5 });
  });
});

describe('many moves together', () => {
  const { lines } = readWave(csvOf(48));
  test('are summed up by kind, start and latest start', () => {
    expect(kindsText(lines)).toBe('40 OneDrives, 4 sites, 4 group sites');
    expect(startText(lines, 'UTC')).toBe('Sat 5 Dec 2026 22:00 UTC');
    expect(latestText(lines, 'UTC')).toBe('by itself what has not started by Sun 6 Dec 2026 06:00 UTC');
    expect(waveFindings(lines, session)).toEqual([]);
  });

  test('without a latest start are warned of office hours', () => {
    const [found, ...others] = waveFindings(readWave(csvOf(48, { latest: false })).lines, session);
    expect(found).toMatchObject({ code: 'waveWithoutLatestStart', severity: 'warning' });
    expect(found?.why).toContain('office hours');
    expect(others).toEqual([]);
  });

  test('say how many targets a rule made', () => {
    const state = readWave(
      'type,source,latestStart\nuser,ana@contoso.com,2026-12-06T06:00Z\nuser,bo@contoso.com,2026-12-06T06:00Z',
    );
    expect(waveFindings(state.lines, session).map(({ what }) => what)).toEqual([
      '2 targets were made by the naming rule.',
    ]);
  });
});

describe('lines that were pasted', () => {
  const pastes = [
    {
      name: 'a list of names',
      lines: ['a@x.com', 'b@x.com'],
      type: 'user',
      text: 'type,source\nuser,a@x.com\nuser,b@x.com',
    },
    {
      name: 'a list of names before the type is known',
      lines: ['a@x.com', 'b@x.com'],
      type: null,
      text: 'source\na@x.com\nb@x.com',
    },
    {
      name: 'a table from Excel',
      lines: ['type\tsource', 'user\ta@x.com'],
      type: 'user',
      text: 'type\tsource\nuser\ta@x.com',
    },
    { name: 'a list with its heading', lines: ['source', 'a@x.com'], type: 'user', text: 'source\na@x.com' },
    {
      name: 'a table without a heading',
      lines: ['user,a@x.com', 'user,b@x.com'],
      type: 'user',
      text: 'user,a@x.com\nuser,b@x.com',
    },
  ] as const;
  test.each(pastes)('become the text of a file: $name', ({ lines, type, text }) => {
    expect(pastedAsCsv(lines, type)).toBe(text);
  });
});
