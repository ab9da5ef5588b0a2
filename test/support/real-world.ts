import { type Node, type Source, walk } from './source.ts';

/** Names that reach out of the program wherever they are not bound to something else. */
const globals = new Set([
  ...['process', 'fetch', 'crypto', 'performance', 'navigator', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'localStorage', 'globalThis', 'global'],
]);

const members: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  Temporal: ['Now'],
  AbortSignal: ['timeout'],
};

/** Clock, chance, network, timers and process, as `line: what` for each use. */
export function reachesOut(source: Source): string[] {
  const bound = boundNames(source.tree);
  return findings(source, (node, parent) => {
    if (isNamed(node, 'randomUUID') || isNamed(node, 'getRandomValues')) return String(node.name);
    if (node.type === 'Identifier' && globals.has(String(node.name)) && isValue(node, parent))
      return bound.has(String(node.name)) ? null : String(node.name);
    if (node.type === 'MemberExpression') return memberOf(node);
    const isDate = isNamed(node.callee as Node | undefined, 'Date');
    if (isDate && (node.type === 'CallExpression' || (node.arguments as Node[]).length === 0)) return 'Date of now';
    return null;
  });
}

function memberOf({ object, property }: Node): string | null {
  const name = String((object as Node).name);
  const member = String((property as Node).name);
  return members[name]?.includes(member) ? `${name}.${member}` : null;
}

/** Reads of the computer's own time zone, as `line: what` for each. */
export const readsLocalZone = (source: Source): string[] =>
  findings(source, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
    const callee = node.callee as Node;
    const method = callee.type === 'MemberExpression' ? String((callee.property as Node).name) : '';
    if (/^(get|set)(Hours|Minutes|Day|Date|Month|FullYear|TimezoneOffset)$/.test(method)) return method;
    const inZone = (node.arguments as Node[]).some((argument) => namesZone(argument));
    return /^(DateTimeFormat|toLocale(Date|Time)String)$/.test(method) && !inZone ? `${method} without a zone` : null;
  });

/** An object with `timeZone` in it, or one that is made elsewhere. */
const namesZone = (argument: Node): boolean =>
  argument.type === 'ObjectExpression'
    ? (argument.properties as Node[]).some(
        (one) => one.type === 'SpreadElement' || isNamed(one.key as Node, 'timeZone'),
      )
    : argument.type === 'Identifier';

function findings(source: Source, what: (node: Node, parent: Node | null) => string | null): string[] {
  return [...walk(source.tree)].flatMap(({ node, parent }) => {
    const found = what(node, parent);
    return found === null ? [] : [`${source.path}:${source.lineOf(node.start)}: ${found}`];
  });
}

const isNamed = (node: Node | undefined, name: string): boolean => node?.type === 'Identifier' && node.name === name;

const typeWrappers = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'];

/** Whether an identifier stands for a value, and is neither a property's name nor part of a type. */
function isValue(node: Node, parent: Node | null): boolean {
  if (parent === null) return true;
  if (parent.type.startsWith('TS')) return typeWrappers.includes(parent.type);
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true;
  return !('key' in parent && parent.key === node && parent.value !== node);
}

function boundNames(tree: Node): Set<string> {
  const patterns = [...walk(tree)].flatMap(({ node }) => [
    ...(node.type === 'VariableDeclarator' ? [node.id as Node] : []),
    ...(Array.isArray(node.params) ? (node.params as Node[]) : []),
    ...(node.type.startsWith('Import') && node.local ? [node.local as Node] : []),
  ]);
  return new Set(patterns.flatMap(namesIn));
}

function namesIn(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'ObjectPattern':
      return (pattern.properties as Node[]).flatMap((one) => namesIn((one.value ?? one.argument) as Node));
    case 'ArrayPattern':
      return (pattern.elements as (Node | null)[]).flatMap((one) => (one ? namesIn(one) : []));
    case 'AssignmentPattern':
      return namesIn(pattern.left as Node);
    case 'RestElement':
      return namesIn(pattern.argument as Node);
    default:
      return [];
  }
}
