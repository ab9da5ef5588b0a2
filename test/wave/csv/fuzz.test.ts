import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Delimiter, delimiterOf, readRecords } from '../../../src/wave/csv/records.ts';
import { mendSheet, readSheet, type Sheet } from '../../../src/wave/csv/sheet.ts';
import { fixedCsv, fixesOf, rowsAsCsv } from '../../../src/wave/csv/write.ts';
import { brokenFiles, manyAtOnce } from './broken-files.ts';
import { bytesOf, findingsIn, optionsIn } from './reading.ts';

const isLong = process.env.CROSSORG_LONG === '1';
const numRuns = isLong ? 20_000 : 400;
const timeout = isLong ? 600_000 : 30_000;

const files = [...brokenFiles, manyAtOnce].map(({ file }) => (typeof file === 'string' ? bytesOf(file) : file));

const names = fc.constantFrom(
  'type',
  'source',
  'target',
  'targetHost',
  'start',
  'latestStart',
  'sourceUpn',
  'note',
  '',
);
const values = fc.oneof(
  fc.constantFrom('user', 'site', 'group', 'uesr', '', ' ', 'ana@contoso.com', 'ana@fabrikam.com', 'fabrikam'),
  fc.constantFrom('sat 22:00', 'now', '+3h', 'https://contoso.sharepoint.com/sites/IT', 'a"b', 'a\r\nb', '"', '=1+1'),
  fc.constantFrom('#N/A', '\u201cana@contoso.com\u201d', "'ben@contoso.com'", 'an\ufffd@contoso.com', 'a\0b', '\ufeff'),
  fc.constantFrom('source', 'Target', 'sep=;', ' "ana@contoso.com" ', '\u001a', 'caf%E9', 'User', 'Usr', 'Group'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Tables with any values, quoted or not, under names of columns. */
const tables = fc
  .record({
    header: fc.array(names, { minLength: 1, maxLength: 8 }),
    rows: fc.array(fc.array(values, { maxLength: 9 }), { maxLength: 40 }),
    delimiter: fc.constantFrom<Delimiter>(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    isQuoted: fc.boolean(),
  })
  .map(({ header, rows, delimiter, end, isQuoted }) => {
    const text = (cells: string[]) => cells.map((cell) => (isQuoted ? quoted(cell) : cell)).join(delimiter);
    return bytesOf([header, ...rows].map(text).join(end));
  });

/** Good and broken files with some bytes changed, left out or put in. */
const mutated = fc
  .record({
    file: fc.constantFrom(...files),
    changes: fc.array(
      fc.record({
        at: fc.nat(2_000),
        how: fc.constantFrom('change', 'cut', 'insert'),
        what: fc.oneof(fc.constantFrom(0x22, 0x2c, 0x3b, 0x0a, 0x0d, 0x09, 0x00, 0xff, 0xfe), fc.nat(255)),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ file, changes }) => {
    const bytes = [...file];
    for (const { at, how, what } of changes) {
      const place = bytes.length === 0 ? 0 : at % bytes.length;
      bytes.splice(place, how === 'insert' ? 0 : 1, ...(how === 'cut' ? [] : [what]));
    }
    return Uint8Array.from(bytes);
  });

const anything = fc.oneof(fc.uint8Array({ maxLength: 600 }), mutated, tables);

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Only separators, quotes and what cannot be seen. */
const isBlank = (line: string): boolean => /^[\s,;"]*$/.test(line);

/** Lines of the text, from 1, that are in no record, not broken and not blank. */
function dropped(text: string): number[] {
  const { lines, broken } = readRecords(text, delimiterOf(text));
  const seen = new Set(broken.map(({ line }) => line));
  for (const { line, height } of lines) for (let at = 0; at < height; at += 1) seen.add(line + at);
  return linesOf(text).flatMap((line, at) => (seen.has(at + 1) || isBlank(line) ? [] : [at + 1]));
}

/** The file as a whole was turned away, and nothing in it counts. */
const isRefused = ({ rows, findings }: Sheet): boolean =>
  rows.length === 0 && findings.some(({ severity }) => severity === 'error');

const textsOf = ({ rows }: Sheet) => rows.map(({ typed }) => Object.entries(typed).map(([id, { text }]) => [id, text]));

it('whatever a file holds, no line of it is dropped in silence', { timeout }, () => {
  fc.assert(
    fc.property(anything, fc.boolean(), (bytes, isIdentityMap) => {
      const sheet = readSheet(bytes, optionsIn({ isIdentityMap }));
      expect(dropped(sheet.text)).toEqual([]);
      if (isRefused(sheet)) return;
      const { lines, broken } = readRecords(sheet.text.replace(/^sep=[,;\t]/i, ''), sheet.delimiter);
      const named = sheet.header.length > 0 ? 1 : 0;
      expect(sheet.rows.length + sheet.leftOut + named).toBe(lines.length);
      expect(sheet.findings.filter(({ code }) => code === 'lineUnreadable')).toHaveLength(broken.length);
    }),
    { numRuns },
  );
});

it('whatever a file holds, each row is a plan or says why it is none', { timeout }, () => {
  fc.assert(
    fc.property(anything, (bytes) => {
      const sheet = readSheet(bytes, optionsIn());
      const common = sheet.findings.some(({ severity }) => severity === 'error');
      for (const { plan, findings, row } of sheet.rows) {
        const isAgainst = findings.some(({ severity }) => severity === 'error');
        expect(row).toBeGreaterThan(0);
        expect(plan !== null && isAgainst).toBe(false);
        expect(plan !== null || isAgainst || common).toBe(true);
      }
    }),
    { numRuns },
  );
});

it('whatever a file holds, its fixes can be written and read again', { timeout }, () => {
  fc.assert(
    fc.property(anything, (bytes) => {
      const options = optionsIn();
      const sheet = readSheet(bytes, options);
      const mended = mendSheet(sheet, fixesOf(sheet), options);
      expect(mended.rows).toHaveLength(sheet.rows.length);
      const again = readSheet(bytesOf(fixedCsv(mended, [])), options);
      if (isRefused(sheet) || isRefused(again)) return;
      expect(textsOf(again)).toEqual(textsOf(mended));
    }),
    { numRuns },
  );
});

it('rows that are written to be repeated are read as the same rows', { timeout }, () => {
  fc.assert(
    fc.property(anything, (bytes) => {
      const options = optionsIn();
      const sheet = readSheet(bytes, options);
      if (sheet.rows.length === 0 || sheet.columns.length === 0) return;
      const again = readSheet(bytesOf(rowsAsCsv(sheet, sheet.rows)), options);
      if (isRefused(again)) return;
      expect(textsOf(again)).toEqual(textsOf(sheet));
    }),
    { numRuns },
  );
});

it('what is said of a file can be shown: no text in it drives a terminal', { timeout }, () => {
  fc.assert(
    fc.property(anything, (bytes) => {
      for (const { what, why, next } of findingsIn(readSheet(bytes, optionsIn())))
        expect([what, why, ...next.map((step) => step.do)].join(' ')).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns },
  );
});
