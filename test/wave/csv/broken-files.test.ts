import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/plan/finding.ts';
import { type Fix, namesRow } from '../../../src/wave/csv/fix.ts';
import { mendSheet, readSheet, type Sheet } from '../../../src/wave/csv/sheet.ts';
import { fixedCsv, fixesOf, rowsAsCsv } from '../../../src/wave/csv/write.ts';
import { type BrokenFile, brokenFiles, manyAtOnce, type Problem } from './broken-files.ts';
import { lines, names, person } from './file-text.ts';
import { bytesOf, findingsIn, optionsIn, read } from './reading.ts';

const problemOf = ({ at, code, severity, suggestion }: Finding): Problem => [
  at?.line ?? null,
  at?.column ?? null,
  at?.columnName ?? null,
  code,
  severity,
  ...(suggestion === undefined ? ([] as const) : ([suggestion] as const)),
];

const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(([line, column], [other, another]) => (line ?? 0) - (other ?? 0) || (column ?? 0) - (another ?? 0));

const problemsIn = (sheet: Sheet): Problem[] => inOrder(findingsIn(sheet).map(problemOf));
const plansIn = ({ rows }: Sheet): number => rows.filter(({ plan }) => plan !== null).length;
const all: readonly BrokenFile[] = [...brokenFiles, manyAtOnce];

describe('a file that is wrong', () => {
  it.each(all)('is told what is wrong with it in one pass: $name', ({ file, place, expected, plans }) => {
    const sheet = read(file, place);
    expect(problemsIn(sheet)).toEqual(inOrder(expected));
    expect(plansIn(sheet)).toBe(plans);
  });

  it('is one of many', () => {
    expect(brokenFiles.length).toBeGreaterThanOrEqual(40);
    expect(new Set(brokenFiles.map(({ name }) => name)).size).toBe(brokenFiles.length);
  });

  it.each(all)('is told what stands there and what belongs there: $name', ({ file, place }) => {
    const sheet = read(file, place);
    for (const finding of findingsIn(sheet)) {
      const { at, severity } = finding;
      if (!at) continue;
      if (severity === 'error') expect(at.expected, finding.code).not.toBeNull();
      const row = sheet.rows.find(({ line }) => line === at.line);
      if (row && at.column !== null) expect(at.value).toBe(row.cells[at.column - 1] ?? '');
    }
  });
});

/** A problem goes with the fix that it offers, and other problems of its cell with it. */
function withoutMended(sheet: Sheet): Problem[] {
  const mended = new Set(cellFixes(sheet).map(({ row, column }) => `${sheet.rows[row - 1]?.line} ${column}`));
  return problemsIn(sheet).filter(([line, column]) => !mended.has(`${line} ${column}`));
}

const cellFixes = (sheet: Sheet): Fix[] => fixesOf(sheet).filter(({ row }) => row !== namesRow);

describe('a fix', () => {
  const mendable = all.filter(({ file, place }) => fixesOf(read(file, place)).length > 0);

  it('is offered for every second file at least', () => {
    expect(mendable.length).toBeGreaterThan(30);
  });

  it.each(mendable)('takes away its problem and no other: $name', ({ file, place }) => {
    const sheet = read(file, place);
    const mended = mendSheet(sheet, cellFixes(sheet), optionsIn(place));
    expect(problemsIn(mended)).toEqual(withoutMended(sheet));
    expect(cellFixes(mended)).toEqual([]);
  });

  it.each(mendable)('is written into a file that reads the same: $name', ({ file, place }) => {
    const sheet = read(file, place);
    const mended = mendSheet(sheet, fixesOf(sheet), optionsIn(place));
    const fromMended = read(fixedCsv(mended, []), place);
    expect(fixedCsv(sheet, fixesOf(sheet))).toBe(fixedCsv(mended, []));
    // The written file is in Unicode, whatever the first one was in.
    expect(problemsIn(fromMended)).toEqual(problemsIn(mended).filter(([, , , code]) => code !== 'fileNotUnicode'));
    expect(fromMended.rows.map(({ typed, line, plan }) => ({ typed, line, plan }))).toEqual(
      mended.rows.map(({ typed, line, plan }) => ({ typed, line, plan })),
    );
  });

  it.each(all)('leaves every other line as it stands: $name', ({ file, place }) => {
    const sheet = read(file, place);
    const fixes = fixesOf(sheet);
    const linesOf = (text: string) => text.split(/(?<=\n)|(?<=\r)(?!\n)/);
    const [before, after] = [linesOf(sheet.text), linesOf(fixedCsv(sheet, fixes).slice(1))];
    const lineOf = (row: number) => (row === namesRow ? sheet.names : sheet.rows[row - 1])?.line;
    const touched = new Set(fixes.map(({ row }) => lineOf(row)));
    expect(after).toHaveLength(before.length);
    for (const [at, line] of before.entries()) if (!touched.has(at + 1)) expect(after[at]).toBe(line);
  });

  describe('of a misspelt name of a column', () => {
    const text = 'sep=;\r\ntpye;sorce;target;tragetHost;note\r\nuesr;a@contoso.com;a@fabrikam.com;fabrikam;x\r\n';
    const after = 'sep=;\r\ntype;source;target;targetHost;note\r\nuesr;a@contoso.com;a@fabrikam.com;fabrikam;x\r\n';

    it('reads the rows anew, with what they now say, and keeps what was mended in them', () => {
      const sheet = read(text);
      expect(fixesOf(sheet).map(({ row, column, text: to }) => [row, column, to])).toEqual([
        [namesRow, 1, 'type'],
        [namesRow, 2, 'source'],
        [namesRow, 4, 'targetHost'],
      ]);
      const renamed = mendSheet(sheet, fixesOf(sheet), optionsIn());
      expect(problemsIn(renamed)).toEqual(problemsIn(read(after)));
      expect(plansIn(mendSheet(renamed, fixesOf(renamed), optionsIn()))).toBe(1);
      const cellFirst = mendSheet(sheet, [{ row: 1, column: 1, text: 'user' }], optionsIn());
      const both = mendSheet(cellFirst, fixesOf(cellFirst), optionsIn());
      expect(fixedCsv(both, [])).toBe(`\ufeff${after.replace('uesr', 'user')}`);
    });

    it('is written, with every other line as it stands', () => {
      const sheet = read(text);
      expect(fixedCsv(mendSheet(sheet, fixesOf(sheet), optionsIn()), [])).toBe(`\ufeff${after}`);
      expect(rowsAsCsv(mendSheet(sheet, fixesOf(sheet), optionsIn()), []).slice(1)).toBe(
        'type;source;target;targetHost;note\r\n',
      );
    });

    it('is not offered where two columns may be meant by it', () => {
      expect(fixesOf(read('type,source,taget,tarrget\nuser,a@contoso.com,b@fabrikam.com,c@fabrikam.com\n'))).toEqual(
        [],
      );
    });
  });

  it('of a value over several lines makes one line of it, and keeps those around it', () => {
    const text =
      'type,source,target,targetHost,note\r\nuesr,a@contoso.com,a@fabrikam.com,fabrikam,"one\r\n\r\ntwo"\r\n# x\r\n';
    const sheet = read(text);
    const fixed = fixedCsv(sheet, fixesOf(sheet));
    expect(fixed).toBe(
      '\ufefftype,source,target,targetHost,note\r\n' +
        'user,a@contoso.com,a@fabrikam.com,https://fabrikam-my.sharepoint.com,"one\r\n\r\ntwo"\r\n# x\r\n',
    );
  });

  it('keeps the quotes of a line below one that was left open', () => {
    const text = `${lines(names, '"user', person('ana').replace('user', '"uesr"'), 'x"')}`;
    const sheet = read(text);
    expect(sheet.rows.map(({ line }) => line)).toEqual([3]);
    const again = read(fixedCsv(sheet, fixesOf(sheet)));
    expect(again.rows.map(({ line, typed }) => [line, typed.type?.text])).toEqual([[3, 'user']]);
  });

  it('of a file without a line break at its end adds none', () => {
    const sheet = read('type,source\nuesr,a@contoso.com');
    expect(fixedCsv(sheet, fixesOf(sheet))).toBe('\ufefftype,source\nuser,a@contoso.com');
  });

  it('makes room for a row that another one kept from its plan', () => {
    const text =
      'type,source,target,targetHost\nuser,a@contoso.com,a@fabrikam.com,fabrikam\nuser,a@contoso.com,b@fabrikam.com,fabrikam\n';
    const sheet = read(text);
    expect(findingsIn(sheet).map(({ code }) => code)).toContain('sourceTwice');
    const mended = mendSheet(sheet, [...fixesOf(sheet), { row: 2, column: 2, text: 'b@contoso.com' }], optionsIn());
    expect(problemsIn(mended)).toEqual([]);
    expect(plansIn(mended)).toBe(2);
    expect(problemsIn(readSheet(bytesOf(fixedCsv(mended, [])), optionsIn()))).toEqual([]);
  });
});
