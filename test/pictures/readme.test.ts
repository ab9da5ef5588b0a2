import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../support/source.ts';
import { examples } from './masks.ts';
import { xmlFaults } from './well-formed.ts';

const readme = readFileSync(`${root}README.md`, 'utf8');
const blocks = readme.match(/<picture>[\s\S]*?<\/picture>/g) ?? [];
const named = [...readme.matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(([, path = '']) => path);
const pictures = readdirSync(`${root}docs/pictures`).map((name) => ({
  name,
  text: readFileSync(`${root}docs/pictures/${name}`, 'utf8'),
}));

test('the README shows pictures, each for light and for dark pages and with a text', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(2);
  for (const block of blocks) {
    const [, dark] = /media="\(prefers-color-scheme: dark\)" srcset="([^"]+)-dark\.svg"/.exec(block) ?? [];
    const [, light] = /<img [^>]*src="([^"]+)-light\.svg"/.exec(block) ?? [];
    expect(light).toBe(dark);
    expect(light).toMatch(/^docs\/pictures\//);
    expect(block).toMatch(/<img [^>]*alt="[^"]{40,}"/);
  }
});

test('every picture that the README names is there', () => {
  expect(named.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  expect(named).toHaveLength(blocks.length * 2);
});

test.each(pictures)('$name is well-formed, small, named and needs nothing else', ({ text }) => {
  expect(xmlFaults(text)).toEqual([]);
  expect(Buffer.byteLength(text)).toBeLessThan(15_000);
  expect(text).toMatch(/<title id="title">crossorg.{10,}<\/title>/);
  expect(text).not.toMatch(/href=|url\(|@import|<script|<image|<foreignObject/);
});

const changing = /(?<!\d)\d\d:\d\d:\d\d(?!\d)|\br-\d{8}-\w{6}-\w{4}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

test.each(pictures)('$name shows examples only where plays differ', ({ text }) => {
  expect((text.match(changing) ?? []).filter((one) => !examples.includes(one))).toEqual([]);
});
