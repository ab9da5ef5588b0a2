import { expect, test } from 'vitest';
import { parseSource, readSources, type Source, walk } from './support/source.ts';

const sources = readSources('src', 'components');

type Sized = { lines: number; where: string };

const filesOf = (all: readonly Source[]): Sized[] =>
  all.map(({ path, text }) => ({ where: path, lines: text.trimEnd().split('\n').length }));

/** Every function with a body, however it is written; components apart from the others. */
function functionsOf({ path, tree, lineOf }: Source): (Sized & { isComponent: boolean })[] {
  return [...walk(tree)].flatMap(({ node, parent }) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) || !node.body) return [];
    const named = (node.id ?? parent?.id ?? parent?.key) as { name?: string } | null | undefined;
    const name = named?.name ?? 'a function';
    const line = lineOf(node.start);
    const isComponent = path.endsWith('.tsx') && /^[A-Z]/.test(name);
    return [{ where: `${path}:${line} ${name}`, lines: lineOf(node.end) - line + 1, isComponent }];
  });
}

const functions = sources.flatMap(functionsOf);
const plainFunctions = functions.filter(({ isComponent }) => !isComponent);
const components = functions.filter(({ isComponent }) => isComponent);

const median = (sizes: readonly Sized[]): number =>
  sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;

const over = (limit: number, sizes: readonly Sized[]): string[] =>
  sizes.filter(({ lines }) => lines > limit).map(({ where, lines }) => `${where}: ${lines} lines`);

const limits = [
  { name: 'files', sizes: filesOf(sources), most: 300, median: 80 },
  { name: 'functions', sizes: plainFunctions, most: 50, median: 12 },
  { name: 'components', sizes: components, most: 80, median: 80 },
];

test.each(limits)(
  '$name are at most $most lines long, and half of them under $median',
  ({ sizes, most, median: half }) => {
    expect(over(most, sizes)).toEqual([]);
    expect(median(sizes)).toBeLessThan(half);
  },
);

test('functions are measured in all their forms', () => {
  const text = `
export function One() {
  return 1;
}
const two = () => ({
  three() {
    return 3;
  },
});
class Four {
  five = () => 5;
}
`;
  expect(functionsOf(parseSource('components/a.tsx', text))).toEqual([
    { where: 'components/a.tsx:2 One', lines: 3, isComponent: true },
    { where: 'components/a.tsx:5 two', lines: 5, isComponent: false },
    { where: 'components/a.tsx:6 three', lines: 3, isComponent: false },
    { where: 'components/a.tsx:11 five', lines: 1, isComponent: false },
  ]);
});
