import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { root } from './support/source.ts';

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((name) => ({ name, text: readFileSync(`${root}${name}`, 'utf8') }));

const inBackticks = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, inner]) => inner ?? '');

const filesNamedIn = (text: string): string[] =>
  inBackticks(text).filter((word) =>
    /^(src|components|test|docs|\.ci)\/[\w./-]*$|^[\w-]+\.(md|json|mjs|ts)$/.test(word),
  );

const scriptsNamedIn = (text: string): string[] =>
  [...text.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name]) => name ?? '');

test.each(pages)('every file that $name names is there', ({ text }) => {
  expect(filesNamedIn(text).filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
});

test.each(pages)('every script that $name names is there', ({ text }) => {
  expect(scriptsNamedIn(text).filter((script) => !(script in packageJson.scripts))).toEqual([]);
});

test.each(pages)('every page that $name links to is there', ({ name, text }) => {
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '');
  const from = new URL(name, `file://${root}`);
  expect(targets.filter((target) => !existsSync(new URL(target, from)))).toEqual([]);
});

test('the page for contributors names our best file for each kind of work', () => {
  const text = pages.find(({ name }) => name === 'CONTRIBUTING.md')?.text ?? '';
  expect(filesNamedIn(text.slice(text.indexOf('## The file to read'), text.indexOf('## Rules')))).toHaveLength(10);
});
