import { expect, test } from 'vitest';
import { reachesOut, readsLocalZone } from './support/real-world.ts';
import { type Import, type Node, parseSource, readSources, type Source } from './support/source.ts';

const sources = readSources('src', 'components');

/** The folder below `src`, or the part of the program that a single file there is. */
function areaOf(path: string): string {
  if (path.startsWith('components/')) return 'components';
  if (path.startsWith('src/ports/node')) return 'ports/node';
  if (path === 'src/frontends/ink.tsx') return 'ink';
  return /^src\/([^/.]+)/.exec(path)?.[1] ?? path;
}

const pure = ['wire', 'plan', 'tasks', 'problems', 'wave', 'wizard'];
const domain = ['plan', 'tasks', 'problems', 'wire'];
const edges = ['ports/node', 'main', 'bin'];

/** Who may import whom. What is not listed is not allowed; an area may always import from itself. */
const areas: Readonly<Record<string, { may: readonly string[]; types?: readonly string[]; why: string }>> = {
  wire: { may: [], why: "Graph's JSON is what client and simulator share, and must not bring either to the other" },
  plan: { may: ['wire'], why: 'what the admin wants is true without a service and without a screen' },
  tasks: { may: ['plan', 'problems', 'wire'], why: 'reading an answer needs only the answer' },
  problems: { may: ['plan', 'tasks', 'wire'], why: 'an explanation needs only the failure' },
  wave: { may: domain, why: 'a run is a fold over entries, whoever stores them' },
  wizard: { may: ['wave', ...domain], why: 'effects are data: the machine performs nothing' },
  ports: { may: [], why: 'the list of outside things depends on none of the inside ones' },
  'ports/node': { may: ['ports'], why: 'the real ports know the computer and not the product' },
  graph: { may: ['ports', ...domain], why: 'the client serves one move as well as many, and stores nothing' },
  auth: { may: ['ports', ...domain], why: 'sign-in knows tenants and tokens only' },
  store: { may: ['ports', ...domain], types: ['wave'], why: 'the ledger keeps entries, and does not judge them' },
  simulator: { may: ['wire'], why: 'it can only disagree with the client if it shares nothing but the wire with it' },
  schema: { may: ['wave', ...domain], why: 'it describes what is printed, and prints nothing' },
  runtime: {
    may: ['graph', 'auth', 'store', 'ports', 'wizard', 'wave', ...domain],
    why: 'it performs effects, and does not know who looks on',
  },
  frontends: {
    may: ['wizard', 'wave', 'ports', ...domain],
    types: ['runtime'],
    why: 'drivers read state and name events; the work is done elsewhere',
  },
  ink: {
    may: ['components', 'frontends', 'wizard', 'wave', 'ports', ...domain],
    types: ['runtime'],
    why: 'the only door to the screens',
  },
  components: {
    may: ['wizard', 'wave', ...domain],
    why: 'a screen shows state; it calls no service and reads no file',
  },
  commands: {
    may: [
      'frontends',
      'ink',
      'runtime',
      'graph',
      'auth',
      'store',
      'simulator',
      'schema',
      'ports',
      'refusal',
      'version',
      'wizard',
      'wave',
      ...domain,
    ],
    why: 'commands put the parts together',
  },
  cli: {
    may: ['commands', 'ports', 'version', 'fault', 'refusal'],
    why: 'it chooses a command and does nothing itself',
  },
  fault: { may: ['plan', 'ports', 'problems', 'version'], why: 'what records a bug must not depend on what has it' },
  refusal: { may: ['frontends', 'plan', 'ports'], why: 'a command line that is refused starts nothing' },
  version: { may: [], why: 'it is on the way of --version' },
  main: { may: ['cli', 'ports/node', 'ports', 'fault', 'refusal'], why: 'real ports in, exit code out' },
  bin: { may: ['main'], why: 'it runs on a Node too old for the rest' },
};

/** Which package belongs where; the other parts stay free of it. */
const packages: Readonly<Record<string, readonly string[]>> = {
  react: ['components', 'ink'],
  ink: ['components', 'ink'],
  'string-width': ['components'],
  'temporal-polyfill': ['plan'],
  commander: ['commands'],
  'csv-parse': ['wave'],
  '@bomb.sh/tab': ['commands'],
  typebox: ['schema'],
  conf: ['store'],
  '@azure/msal-node': ['auth'],
  '@napi-rs/keyring': ['ports/node'],
  open: ['ports/node'],
  undici: ['ports/node'],
  '@inquirer/prompts': ['frontends'],
};

/** Files that may import a part of Node beside the edges. */
const builtIns: Readonly<Record<string, RegExp>> = {
  'node:crypto': /^src\/(plan\/id|auth\/certificate)\.ts$/,
  'node:sqlite': /^src\/ports\/node-database\.ts$/,
  'node:http': /^src\/(ports\/node|simulator\/http)/,
  'node:net': /^src\/simulator\/http/,
  'node:readline': /^src\/frontends\/lines/,
  'node:readline/promises': /^src\/frontends\/lines/,
};

type Rule = {
  name: string;
  why: string;
  offences(source: Source): string[];
  /** A file that breaks the rule: proof that the rule can see. */
  breaks: { path: string; text: string };
};

const offencesOf = (source: Source, wrong: (one: Import) => string | null): string[] =>
  source.imports.flatMap((one) => {
    const reason = wrong(one);
    return reason === null ? [] : [`${source.path}:${one.line}: ${one.from}: ${reason}`];
  });

const statements = (source: Source): Node[] => source.tree.body as Node[];

const at = (source: Source, nodes: readonly Node[]): string[] =>
  nodes.map((node) => `${source.path}:${source.lineOf(node.start)}`);

const rules: readonly Rule[] = [
  {
    name: 'imports follow the map',
    why: 'a part that knows only the parts below it can be read, tested and changed alone',
    offences: (source) => {
      const area = areaOf(source.path);
      return offencesOf(source, ({ file, how }) => {
        if (file === null || areaOf(file) === area) return null;
        const { may, types = [], why } = areas[area] ?? { may: [], why: 'this part is not on the map' };
        return may.includes(areaOf(file)) || (how === 'type' && types.includes(areaOf(file))) ? null : why;
      });
    },
    breaks: { path: 'src/plan/a.ts', text: "import type { Task } from '../tasks/task.ts';" },
  },
  {
    name: 'packages stay in their folder',
    why: 'the first frame loads what it shows, and a package can be exchanged in one place',
    offences: (source) =>
      offencesOf(source, ({ from, file }) => {
        if (file !== null || from.startsWith('node:')) return null;
        const name = from
          .split('/')
          .slice(0, from.startsWith('@') ? 2 : 1)
          .join('/');
        return packages[name]?.includes(areaOf(source.path)) ? null : `${name} does not belong here`;
      }),
    breaks: { path: 'src/wizard/a.ts', text: "import { useState } from 'react';" },
  },
  {
    name: "Node's own modules stay at the edge",
    why: 'everything else takes ports, so that a test can be the computer',
    offences: (source) =>
      offencesOf(source, ({ from, how }) => {
        const edge = edges.includes(areaOf(source.path)) && from !== 'node:sqlite';
        if (!from.startsWith('node:') || edge || (how === 'type' && !pure.includes(areaOf(source.path)))) return null;
        return builtIns[from]?.test(source.path) ? null : 'only the real ports touch this computer';
      }),
    breaks: { path: 'src/store/a.ts', text: "import { readFile } from 'node:fs/promises';" },
  },
  {
    name: 'only ports/node, main and bin touch the real world',
    why: 'a clock, a dice or a network that is not passed in cannot be tested',
    offences: (source) => (edges.includes(areaOf(source.path)) ? [] : reachesOut(source)),
    breaks: { path: 'src/wave/a.ts', text: 'export const late = (at: number) => Date.now() > at;' },
  },
  {
    name: "nobody reads the computer's own time zone",
    why: 'every time is in a named zone, which every output names',
    offences: (source) => (edges.includes(areaOf(source.path)) ? [] : readsLocalZone(source)),
    breaks: { path: 'src/plan/a.ts', text: 'export const hour = (at: number) => new Date(at).getHours();' },
  },
  {
    name: 'the screens are loaded late',
    why: 'Ink and React cost more than all the rest of the start together',
    offences: (source) =>
      offencesOf(source, ({ file, how }) => {
        const door = file !== null && areaOf(file) === 'ink';
        return door && how === 'value' ? 'import() it where the first screen is wanted' : null;
      }),
    breaks: { path: 'src/commands/a.ts', text: "import { show } from '../frontends/ink.tsx';" },
  },
  {
    name: 'there are no barrels',
    why: 'an import names the file that has the thing, and loads nothing else',
    offences: (source) => {
      const reexports = statements(source).filter(
        (one) => one.type === 'ExportAllDeclaration' || (one.type === 'ExportNamedDeclaration' && one.source),
      );
      return [...at(source, reexports), ...(/\/index\.[a-z]+$/.test(source.path) ? [source.path] : [])];
    },
    breaks: { path: 'src/plan/a.ts', text: "export * from './b.ts';" },
  },
  {
    name: 'exports have names',
    why: 'a thing is called the same wherever it is used',
    offences: (source) =>
      at(
        source,
        statements(source).filter((one) => one.type === 'ExportDefaultDeclaration'),
      ),
    breaks: { path: 'components/A.tsx', text: 'export default function A() { return null; }' },
  },
  {
    name: 'modules have no state',
    why: 'what is shared without being passed makes one test depend on another',
    offences: (source) => {
      const declared = (one: Node) => (one.declaration ?? one) as Node;
      const changeable = (one: Node) =>
        one.type === 'VariableDeclaration' && one.kind !== 'const' && one.declare !== true;
      return areaOf(source.path) === 'bin'
        ? []
        : at(
            source,
            statements(source).filter((one) => changeable(declared(one))),
          );
    },
    breaks: { path: 'src/graph/a.ts', text: 'export let client = null;' },
  },
  {
    name: 'importing a file does nothing',
    why: 'the order of imports must not matter, and a lazy part must not run early',
    offences: (source) => {
      const acts = (one: Node) =>
        one.type === 'ExpressionStatement' ||
        (one.type === 'ImportDeclaration' && (one.specifiers as Node[]).length === 0 && one.importKind !== 'type');
      return ['main', 'bin'].includes(areaOf(source.path)) ? [] : at(source, statements(source).filter(acts));
    },
    breaks: { path: 'src/store/a.ts', text: "import './b.ts';" },
  },
  {
    name: 'the product does not ask whether it is tested',
    why: 'a path that only tests take proves nothing about the one that people take',
    offences: (source) =>
      /VITEST|NODE_ENV|__TEST__/.test(source.text) && areaOf(source.path) !== 'bin' ? [source.path] : [],
    breaks: { path: 'src/graph/a.ts', text: 'export const quick = (env: Env) => env.VITEST;' },
  },
  {
    name: 'files are named alike',
    why: 'a name can be guessed, and is the same on file systems that ignore case',
    offences: ({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      return /^[a-z0-9]+(-[a-z0-9]+)*\.(tsx?|js)$/.test(name) || /^[A-Z][A-Za-z0-9]*\.tsx$/.test(name) ? [] : [path];
    },
    breaks: { path: 'src/plan/parseHost.ts', text: '' },
  },
];

test.each(rules)('$name, because $why', ({ offences, breaks }) => {
  expect(sources.flatMap(offences)).toEqual([]);
  expect(offences(parseSource(breaks.path, breaks.text))).not.toEqual([]);
});

const reaching = [
  { name: 'a clock', text: 'const t = Date.now();' },
  { name: 'a clock as a default', text: 'const f = (now = Date.now) => now();' },
  { name: 'a date of now', text: 'const d = new Date();' },
  { name: 'a date of now as text', text: 'const d = Date();' },
  { name: 'chance', text: 'const r = Math.random();' },
  { name: 'a random id', text: "import { randomUUID } from 'node:crypto';" },
  { name: 'the process', text: 'const e = process.env.X;' },
  { name: 'the network', text: "void fetch('https://a');" },
  { name: 'a timer', text: 'setTimeout(() => 1, 5);' },
  { name: 'a hidden timer', text: 'const s = AbortSignal.timeout(5);' },
];

test.each(reaching)('$name is seen', ({ text }) => {
  expect(reachesOut(parseSource('src/plan/a.ts', text))).not.toEqual([]);
});

const harmless = [
  { name: 'a port of the same name', text: 'const f = ({ fetch }) => fetch(1); const g = (process) => process.x;' },
  { name: 'a property of the same name', text: 'const f = (ports) => ports.fetch(ports.process, { console: 1 });' },
  { name: 'a type of the same name', text: 'type A = typeof fetch; type B = NodeJS.process;' },
  { name: 'a date that is given', text: 'const d = (at) => new Date(at);' },
];

test.each(harmless)('$name is no reach', ({ text }) => {
  expect(reachesOut(parseSource('src/plan/a.ts', text))).toEqual([]);
});

test('a time zone is seen when it is named and missed when it is not', () => {
  const text = (options: string) => `const f = (at, zone) => new Intl.DateTimeFormat('en'${options}).format(at);`;
  expect(readsLocalZone(parseSource('a.ts', text(', { timeZone: zone }')))).toEqual([]);
  expect(readsLocalZone(parseSource('a.ts', text(", { hour: '2-digit' }")))).toHaveLength(1);
  expect(readsLocalZone(parseSource('a.ts', text('')))).toHaveLength(1);
});

test('every part of the program is on the map', () => {
  expect([...new Set(sources.map(({ path }) => areaOf(path)))].filter((area) => !(area in areas))).toEqual([]);
});

/** The ways that lead from a file back to itself by imports that run when the file is loaded. */
function cyclesIn(all: readonly Source[]): string[] {
  const leadsTo = new Map(
    all.map(({ path, imports }) => [path, imports.flatMap(({ file, how }) => (file && how === 'value' ? [file] : []))]),
  );
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(' → ')];
    if (done.has(path)) return [];
    const found = (leadsTo.get(path) ?? []).flatMap((next) => visit(next, [...way, path]));
    done.add(path);
    return found;
  };
  return all.flatMap(({ path }) => visit(path, []));
}

test('no file imports itself by a detour, because then neither can be understood first', () => {
  expect(cyclesIn(sources)).toEqual([]);
});

test('a detour is seen, types and late imports apart', () => {
  const file = (name: string, text: string) => parseSource(`src/${name}.ts`, text);
  const a = file('a', "import { b } from './b.ts';");
  expect(cyclesIn([a, file('b', "import { a } from './a.ts';")])).toEqual(['src/a.ts → src/b.ts → src/a.ts']);
  expect(cyclesIn([a, file('b', "import type { A } from './a.ts';")])).toEqual([]);
  expect(cyclesIn([a, file('b', "const a = () => import('./a.ts');")])).toEqual([]);
});
