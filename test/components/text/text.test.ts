import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellLines } from '../../../components/text/shell-lines.ts';
import { truncateEnd, truncateMiddle } from '../../../components/text/truncate.ts';
import { graphemes, padEndTo, padStartTo, widthOf } from '../../../components/text/width.ts';
import { wrapText } from '../../../components/text/wrap.ts';
import { quotePosix } from '../../../src/plan/command.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('width', () => {
  test.each([
    { name: 'plain letters', text: 'dana', width: 4 },
    { name: 'an accent that is a character of its own', text: 'e\u0301', width: 1 },
    { name: 'wide characters', text: '日本', width: 4 },
    { name: 'a family joined into one picture', text: '👨‍👩‍👧', width: 2 },
    { name: 'right-to-left letters', text: 'שלום', width: 4 },
    { name: 'nothing', text: '', width: 0 },
  ])('$name', ({ text, width }) => {
    expect(widthOf(text)).toBe(width);
  });

  test('a grapheme is one thing a person sees', () => {
    expect(graphemes('ae\u0301👨‍👩‍👧b')).toEqual(['a', 'e\u0301', '👨‍👩‍👧', 'b']);
  });

  test('padding counts cells, and never cuts', () => {
    expect([padEndTo('日本', 6), padStartTo('日本', 6), padEndTo('longer', 3)]).toEqual(['日本  ', '  日本', 'longer']);
  });
});

describe('truncating', () => {
  test.each([
    { name: 'text that fits is left alone', cut: truncateMiddle('Contoso', 7), expected: 'Contoso' },
    { name: 'the middle goes', cut: truncateMiddle('contoso.onmicrosoft.com', 11), expected: 'conto…t.com' },
    { name: 'the end goes', cut: truncateEnd('contoso.com', 6), expected: 'conto…' },
    { name: 'a wide character is not halved', cut: truncateEnd('日本語', 4), expected: '日…' },
    { name: 'no room at all', cut: truncateMiddle('contoso', 0), expected: '' },
    { name: 'another mark', cut: truncateEnd('contoso', 4, '~'), expected: 'con~' },
  ])('$name', ({ cut, expected }) => {
    expect(cut).toBe(expected);
  });

  test('the result never takes more cells than there are', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 40 }), (text, width) => {
        expect(widthOf(truncateEnd(text, width))).toBeLessThanOrEqual(width);
        expect(widthOf(truncateMiddle(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('a command in several lines', () => {
  test.each([
    { name: 'one that fits is left alone', command: 'crossorg watch 3ed6', width: 20, lines: ['crossorg watch 3ed6'] },
    {
      name: 'the others go on after a backslash',
      command: 'crossorg migrate user dana@contoso.com --simulator',
      width: 24,
      lines: ['crossorg migrate user \\', 'dana@contoso.com \\', '--simulator'],
    },
    {
      name: 'what is quoted stays in one line',
      command: "crossorg migrate --start 'sat 22:00' --simulator",
      width: 30,
      lines: ['crossorg migrate --start \\', "'sat 22:00' --simulator"],
    },
    {
      name: 'an argument that is too long cannot be kept whole',
      command: 'crossorg watch 3ed6d46d',
      width: 9,
      lines: null,
    },
    { name: 'nor can quotes that are not understood', command: "crossorg 'a  b", width: 12, lines: null },
  ])('$name', ({ command, width, lines }) => {
    expect(shellLines(command, width)).toEqual(lines);
  });

  test('is the same command for a shell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' })), fc.integer({ min: 4, max: 40 }), (words, width) => {
        const command = quotePosix(['crossorg', ...words]);
        const lines = shellLines(command, width);
        if (lines) expect(lines.join('\n').replaceAll('\\\n', '')).toBe(command);
      }),
    );
  });
});

describe('wrapping', () => {
  test.each([
    { name: 'at spaces', text: 'one two three', width: 7, lines: ['one two', 'three'] },
    { name: 'inside a word that is too long', text: 'abcdefgh ij', width: 4, lines: ['abcd', 'efgh', 'ij'] },
    { name: 'lines of the text stay lines', text: 'one\n\ntwo', width: 10, lines: ['one', '', 'two'] },
    { name: 'wide characters by their cells', text: '日本語', width: 4, lines: ['日本', '語'] },
    { name: 'a character wider than the line stays whole', text: '日', width: 1, lines: ['日'] },
  ])('$name', ({ text, width, lines }) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  test('no line is too wide, and only spaces are lost', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapText(text, width);
        const isWhole = (line: string) => graphemes(line).length === 1;
        for (const line of lines) expect(isWhole(line) ? 0 : widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/[ \t\n]/g, '')).toBe(text.replace(/[ \t\n]/g, ''));
      }),
    );
  });
});
