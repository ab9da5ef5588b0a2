import { expect, test } from 'vitest';
import { runsOf } from './runs.ts';
import { type Scheme, schemes } from './schemes.ts';
import { screenOf } from './screens.ts';
import { drawSvg, escaped } from './svg.ts';
import { xmlFaults } from './well-formed.ts';

const esc = '\u001b[';
const [light, dark] = schemes as readonly [Scheme, Scheme];

const draw = async (text: string, scheme = light): Promise<string> =>
  drawSvg(await screenOf(text), { scheme, title: 'A screen' });

const textsIn = (svg: string): string[] => svg.match(/<text .*<\/text>/g) ?? [];
const rectsIn = (svg: string): string[] => (svg.match(/<rect .*\/>/g) ?? []).slice(1);

test.each([
  { name: 'plain', code: '0', classes: '' },
  { name: 'bold', code: '1', classes: ' class="b"' },
  { name: 'dim', code: '2', classes: ' class="d"' },
  { name: 'underlined', code: '4', classes: ' class="u"' },
  { name: 'green', code: '32', classes: ' class="c2"' },
  { name: 'bold and red', code: '1;31', classes: ' class="c1 b"' },
])('text that is $name is drawn so', async ({ code, classes }) => {
  expect(textsIn(await draw(`${esc}${code}mword`))).toEqual([
    `<text x="16" y="30" textLength="36"${classes}>word</text>`,
  ]);
});

test.each(schemes)('inverse text stands on a painted ground: $name', async (scheme) => {
  const svg = await draw(`${esc}7;36m LIVE ${esc}0m next`, scheme);
  expect(rectsIn(svg)).toEqual([`<rect x="16" y="16" width="54" height="19" fill="${scheme.colours[6]}"/>`]);
  expect(textsIn(svg)[0]).toContain('x="25" y="30" textLength="36" class="g">LIVE<');
  expect(svg).toContain(`.g{fill:${scheme.ground}}`);
});

test('inverse without a colour swaps text and ground; a painted ground is drawn under its text', async () => {
  const svg = await draw(`${esc}7mA${esc}0m${esc}43mB`);
  expect(rectsIn(svg).map((rect) => /fill="(.*?)"/.exec(rect)?.[1])).toEqual([light.text, light.colours[3]]);
  expect(textsIn(svg).map((text) => /class="(.*?)"/.exec(text)?.[1])).toEqual(['g', undefined]);
});

test('each scheme draws the same places in its own colours', async () => {
  const [one, two] = [await draw(`${esc}31m✗${esc}0m no`, light), await draw(`${esc}31m✗${esc}0m no`, dark)];
  expect(textsIn(one)).toEqual(textsIn(two));
  expect(one).toContain(`.c1{fill:${light.colours[1]}}`);
  expect(two).toContain(`.c1{fill:${dark.colours[1]}}`);
});

test.each([
  { name: 'one blank does not part words', text: 'a b', runs: ['0+3 a b'] },
  { name: 'two blanks part them', text: 'a  b', runs: ['0+1 a', '3+1 b'] },
  { name: 'another look parts them', text: `a ${esc}1mb`, runs: ['0+1 a', '2+1 b'] },
  { name: 'a rule is one piece', text: '────', runs: ['0+4 ────'] },
  { name: 'a symbol keeps to its column', text: 'a → b', runs: ['0+1 a', '2+1 →', '4+1 b'] },
  { name: 'a wide character takes two', text: '漢字b', runs: ['0+2 漢', '2+2 字', '4+1 b'] },
  { name: 'marks stay with their letter', text: 'e\u0301a', runs: ['0+2 e\u0301a'] },
  { name: 'underlined blanks are drawn', text: `${esc}4m a   ${esc}0m.`, runs: ['0+5  a   ', '5+1 .'] },
  { name: 'an empty row has none', text: '', runs: [] },
])('$name', async ({ text, runs }) => {
  const [row = []] = await screenOf(text);
  const shown = runsOf(row, light).map(({ column, columns, text: part }) => `${column}+${columns} ${part}`);
  expect(shown).toEqual(runs);
});

test('what may come from another font is fitted into its columns', async () => {
  expect(textsIn(await draw('✓ done'))).toEqual([
    '<text x="16" y="30" textLength="9" lengthAdjust="spacingAndGlyphs">✓</text>',
    '<text x="34" y="30" textLength="36">done</text>',
  ]);
});

test('hostile text is only text', async () => {
  const svg = await draw('</text><script>"&amp;');
  expect(textsIn(svg)[0]).toContain('>&lt;/text&gt;&lt;script&gt;&quot;&amp;amp;</text>');
  expect(xmlFaults(svg)).toEqual([]);
});

test('what XML cannot hold is replaced', () => {
  expect(escaped('a\u0000b\ud800c\uffff😀')).toBe('a\ufffdb\ufffdc\ufffd😀');
});

test('the picture has the size of its screen, a title, and is well-formed', async () => {
  const svg = drawSvg(await screenOf('漢', { cols: 10, rows: 2 }), { scheme: dark, title: 'Status & "history"' });
  expect(svg).toContain('width="122" height="70" viewBox="0 0 122 70"');
  expect(svg).toContain('<title id="title">Status &amp; &quot;history&quot;</title>');
  expect(xmlFaults(svg)).toEqual([]);
});
