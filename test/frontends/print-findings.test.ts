import { expect, test } from 'vitest';
import { fieldLabel, findingLines } from '../../src/frontends/print-findings.ts';
import { finding } from '../../src/plan/finding.ts';

const written = finding(
  {
    field: 'targetHost',
    code: 'MnASiteMoveTargetUrlHasWriteConflict',
    what: 'The target site cannot be written to.',
    why: 'A site already exists at https://fabrikam.sharepoint.com/sites/a-rather-long-name, and nothing is merged.',
    next: [
      { do: 'Remove the site.', who: 'target admin' },
      { do: 'Then check again.', who: 'you', command: 'crossorg migrate --dry-run' },
    ],
  },
  { link: 'https://learn.microsoft.com/x', requestId: '9d0c' },
);

test('a finding reads: field and code, what, why, what to do and who does it', () => {
  expect(findingLines(written, { width: 79, ascii: false })).toEqual([
    '✗ Target host  MnASiteMoveTargetUrlHasWriteConflict',
    '  What     The target site cannot be written to.',
    '  Why      A site already exists at',
    '           https://fabrikam.sharepoint.com/sites/a-rather-long-name, and',
    '           nothing is merged.',
    '  Next     Remove the site.',
    '  Who      target admin',
    '  Next     Then check again.',
    '           crossorg migrate --dry-run',
    '  Link     https://learn.microsoft.com/x',
    '  Request  9d0c',
  ]);
});

const symbols = [
  { severity: 'error', ascii: true, symbol: 'x' },
  { severity: 'warning', ascii: true, symbol: '!' },
  { severity: 'info', ascii: true, symbol: '.' },
  { severity: 'error', ascii: false, symbol: '✗' },
  { severity: 'warning', ascii: false, symbol: '!' },
  { severity: 'info', ascii: false, symbol: '·' },
] as const;

test.each(symbols)('the symbol of $severity is $symbol where ASCII is $ascii', ({ severity, ascii, symbol }) => {
  expect(findingLines({ ...written, severity }, { width: 79, ascii })[0]?.[0]).toBe(symbol);
});

test('words stay whole in a narrow window, and nothing else is wider than it', () => {
  const lines = findingLines(written, { width: 40, ascii: true });
  expect(lines.filter((line) => line.length > 40 && !/https:|MnA/.test(line))).toEqual([]);
  expect(lines.join('\n')).toContain('https://fabrikam.sharepoint.com/sites/a-rather-long-name,');
});

test('what the service says cannot write to the terminal', () => {
  const hostile = { ...written, what: 'a\u001b]0;title\u0007b\u001b[2Jc\nd', code: 'x\u009b31m' };
  const text = findingLines(hostile, { width: 79, ascii: true }).join('');
  expect(text).not.toMatch(/\p{Cc}/u);
  expect(text).toContain('abc d');
});

const labels = [
  { field: 'target', label: 'Target' },
  { field: 'identityMap', label: 'Identity map' },
  { field: 'latestStart', label: 'Latest start' },
  { field: 'sourceUpn', label: 'Source sign-in name' },
  { field: 'signIn', label: 'Sign-in' },
] as const;

test.each(labels)('people read $field as $label', ({ field, label }) => {
  expect(fieldLabel(field)).toBe(label);
});
