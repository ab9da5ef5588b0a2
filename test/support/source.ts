import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'rolldown/experimental';

/** One node of a syntax tree, as the parser of the bundler gives it. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

export type Import = {
  /** As it is written. */
  from: string;
  /** The file it means, from the root; null for a package. */
  file: string | null;
  how: 'value' | 'type' | 'lazy';
  line: number;
};

export type Source = {
  /** From the root, with slashes. */
  path: string;
  text: string;
  tree: Node;
  imports: readonly Import[];
  lineOf(offset: number): number;
};

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every source file of the product below these folders, parsed. */
export const readSources = (...folders: string[]): Source[] =>
  folders
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(tsx?|js)$/.test(path))
    .sort()
    .map(readSource);

const readSource = (path: string): Source => parseSource(path, readFileSync(`${root}${path}`, 'utf8'));

export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (offset: number) => lineStarts.findLastIndex((start) => start <= offset) + 1;
  const tree = program as unknown as Node;
  return { path, text, tree, lineOf, imports: importsOf(path, tree, lineOf) };
}

/** Every node below this one, itself included, with the node above it. */
export function* walk(node: Node, parent: Node | null = null): Generator<{ node: Node; parent: Node | null }> {
  yield { node, parent };
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* walk(child, node);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function importsOf(path: string, tree: Node, lineOf: Source['lineOf']): Import[] {
  return [...walk(tree)].flatMap(({ node }) => {
    const from = (node.source as { value?: unknown } | null | undefined)?.value;
    const how = howImported(node);
    if (typeof from !== 'string' || how === null) return [];
    return [{ from, how, file: fileMeant(path, from), line: lineOf(node.start) }];
  });
}

function howImported(node: Node): Import['how'] | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return isTypeOnly(node, 'importKind') ? 'type' : 'value';
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return isTypeOnly(node, 'exportKind') ? 'type' : 'value';
    case 'ImportExpression':
      return 'lazy';
    case 'TSImportType':
      return 'type';
    default:
      return null;
  }
}

function isTypeOnly(node: Node, kind: 'importKind' | 'exportKind'): boolean {
  const specifiers = (node.specifiers ?? []) as Node[];
  return node[kind] === 'type' || (specifiers.length > 0 && specifiers.every((one) => one[kind] === 'type'));
}

const fileMeant = (path: string, from: string): string | null =>
  from.startsWith('.') ? new URL(from, `file:///${path}`).pathname.slice(1) : null;
