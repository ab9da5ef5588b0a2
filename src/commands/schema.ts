import { besides } from '../frontends/layout.ts';
import { createOutput, documentOf, noFace } from '../frontends/output.ts';
import { type Finding, finding, type NextStep } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { aboutKind, bundle, kindNames, schemaOf } from '../schema/publish.ts';
import { closest } from './closest.ts';
import type { Raw } from './command.ts';
import { argvOf } from './settings.ts';

/** The JSON Schemas of the output: a list, one kind, or with `--json` all of them in one. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const { streams, clock } = ports;
  const [kind] = raw.args;
  if (kind !== undefined && !kindNames.includes(kind)) return refuse([unknownKind(kind)], 2, argvOf(raw), ports);
  const output = createOutput({ json: false, events: raw.flags.events === true, streams });
  const definition = kind === undefined ? bundle() : schemaOf(kind);
  if (kind === undefined && raw.flags.json !== true) output.text(kindLines(streams.out.columns));
  // A schema stands for itself: inside a document no validator could read it.
  else output.text(JSON.stringify(definition, null, 2));
  output.finish(documentOf('schema', 0, noFace, { definition, next: [] }), clock.now());
  return 0;
}

function kindLines(columns: number): string[] {
  const row = { column: 14, width: Math.min(99, Math.max(40, (columns || 80) - 1)) };
  return [
    'Kinds of output, for crossorg schema KIND',
    ...kindNames.flatMap((kind) => besides(`  ${kind}`, aboutKind(kind), row)),
    '',
    'All of them in one JSON Schema: crossorg schema --json',
  ];
}

const seeAll: NextStep = { do: 'See all kinds.', who: 'you', command: 'crossorg schema' };

const insteadOf = (meant: string): NextStep => ({
  do: `Write ${meant} instead.`,
  who: 'you',
  command: `crossorg schema ${meant}`,
});

function unknownKind(kind: string): Finding {
  const meant = closest(kind, kindNames);
  return finding(
    {
      field: 'command',
      code: 'kindUnknown',
      what: `There is no kind of output called ${quoted(kind)}.`,
      why: meant ? `The nearest one is ${meant}.` : 'No kind has a name like it.',
      next: meant ? [insteadOf(meant), seeAll] : [seeAll],
    },
    { from: 'input', ...(meant ? { suggestion: meant } : {}) },
  );
}
