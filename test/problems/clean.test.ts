import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/problems/clean.ts';

const esc = '\u001b';

describe('cleaning text for a terminal', () => {
  it.each([
    { name: 'plain text', text: 'Zoë Müller, 東京, 😀', clean: 'Zoë Müller, 東京, 😀' },
    { name: 'colours', text: `${esc}[1;31mred${esc}[0m`, clean: 'red' },
    { name: 'cursor moves and erasing', text: `a${esc}[2J${esc}[1;1Hb${esc}[?25l`, clean: 'ab' },
    { name: 'short escapes', text: `a${esc}cb${esc}7c${esc}(0d`, clean: 'abcd' },
    { name: 'a lone escape at the end', text: `a${esc}`, clean: 'a' },
    {
      name: 'a link, whose text stays (OSC 8)',
      text: `${esc}]8;;https://evil.example${esc}\\click${esc}]8;;${esc}\\`,
      clean: 'click',
    },
    { name: 'writing to the clipboard (OSC 52)', text: `a${esc}]52;c;ZXZpbA==\u0007b`, clean: 'ab' },
    { name: 'a title', text: `a${esc}]0;title\u0007b`, clean: 'ab' },
    { name: 'a device string', text: `a${esc}P1$r0m${esc}\\b`, clean: 'ab' },
    { name: 'a control string nobody ended: its text stays, harmless', text: `a${esc}]0;title`, clean: 'a0;title' },
    { name: 'C1 forms of the same', text: 'a\u009b31mb\u009d0;t\u009cc\u0090x\u009cd', clean: 'abcd' },
    { name: 'bell, backspace, null and delete', text: 'a\u0007b\bc\u0000d\u007fe', clean: 'abcde' },
    { name: 'line breaks of every kind', text: 'a\r\nb\u0085c\u2028d\te\n\n\nf', clean: 'a b c d e f' },
    { name: 'line breaks at the ends', text: '\r\na\r\n', clean: 'a' },
    {
      name: 'turned text',
      text: 'user\u202Emoc.osotnoc\u202C and \u2067x\u2069\u200E',
      clean: 'usermoc.osotnoc and x',
    },
    { name: 'marks that nobody sees', text: 'ad\u200Bmin\uFEFF\u00AD\u2060@x\u{E0041}', clean: 'admin@x' },
    { name: 'a family emoji, kept whole', text: '👩‍👩‍👧 x', clean: '👩‍👩‍👧 x' },
    { name: 'an emoji with skin tone and profession', text: '👩🏽‍💻 ❤️‍🔥', clean: '👩🏽‍💻 ❤️‍🔥' },
    { name: 'a joiner between Latin letters', text: 'ad\u200Dmin a\u200Cb', clean: 'admin ab' },
    { name: 'a joiner where a script needs it', text: 'می\u200Cخواهم क्\u200Dष', clean: 'می\u200Cخواهم क्\u200Dष' },
    { name: 'joiners at the ends', text: '\u200D😀\u200D', clean: '😀' },
    { name: 'half a character', text: 'a\uD83Db', clean: 'a\uFFFDb' },
    { name: 'sequences inside sequences', text: `${esc}${esc}[31m[31mx`, clean: '31mx' },
    { name: 'nothing', text: '', clean: '' },
  ])('handles $name', ({ text, clean }) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('leaves nothing a terminal would act on, whatever comes in', () => {
    const nasty = Array.from({ length: 4_096 }, (_, i) => String.fromCharCode((i * 7919) % 0x3000, i % 0xa0)).join('');
    expect(cleanText(nasty)).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  });

  it('cuts at a length, never in the middle of a character', () => {
    expect(cleanText('abcdef', { maxLength: 6 })).toBe('abcdef');
    expect(cleanText('abcdefg', { maxLength: 6 })).toBe('abcde…');
    expect(cleanText('ab😀😀', { maxLength: 4 })).toBe('ab…');
    expect(cleanText('a👩‍👩‍👧', { maxLength: 5 })).toBe('a👩…');
  });

  it.each([
    { name: 'unended control strings', text: `${esc}]`.repeat(500_000) },
    { name: 'eight-bit starts', text: '\u009d'.repeat(1_000_000) },
    { name: 'parameters without an end', text: `${esc}[${'1;'.repeat(500_000)}` },
    { name: 'joiners', text: '\u200D'.repeat(1_000_000) },
  ])('takes a megabyte of $name in its stride', ({ text }) => {
    const started = performance.now();
    const whole = cleanText(text);
    const short = cleanText(text, { maxLength: 100 });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(whole).not.toMatch(/\p{Cc}/u);
    expect(short.length).toBeLessThanOrEqual(100);
  });
});
