import { events } from './events.ts';
import { documents } from './kinds.ts';

/** A schema as it is written down. */
export type Json = { [key: string]: unknown };

type Definitions = Map<string, Json>;

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** What `crossorg schema KIND` knows: the kinds of documents, and the lines of `--events`. */
export const kindNames: readonly string[] = [...documents.keys(), 'event'];

export const aboutKind = (kind: string): string => String(described(kind).description);

/** The JSON Schema of one kind, complete in itself. */
export function schemaOf(kind: string): Json {
  const definitions: Definitions = new Map();
  const root = hoisted(described(kind), definitions, true) as Json;
  return { $schema: draft, $id: `urn:crossorg:1:${kind}`, ...root, $defs: Object.fromEntries(definitions) };
}

/** All of them in one: a document of `--json`, or a line of `--events`. */
export function bundle(): Json {
  const definitions: Definitions = new Map();
  const kinds = kindNames.map((kind) => [kind, hoisted(described(kind), definitions, true)] as const);
  return {
    $schema: draft,
    $id: 'urn:crossorg:1',
    title: 'Output of crossorg',
    description: 'A document of --json, or a line of --events. Fields are only ever added within crossorg/1.',
    anyOf: kindNames.map((kind) => ({ $ref: `#/$defs/${kind}` })),
    $defs: Object.fromEntries([...kinds, ...definitions]),
  };
}

const event = {
  title: 'Line of --events',
  description: 'One thing that happened. The first line is started, the last one summary.',
  anyOf: Object.values(events),
};

const described = (kind: string): Json => ({ ...(documents.get(kind) ?? event) });

/** A schema with its named parts taken out, so that each is written once. */
function hoisted(value: unknown, definitions: Definitions, isRoot = false): unknown {
  if (Array.isArray(value)) return value.map((one) => hoisted(one, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const { $id: name, ...rest } = value as Json;
  const plain = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, hoisted(inner, definitions)]));
  if (typeof name !== 'string' || isRoot) return plain;
  definitions.set(name, plain);
  return { $ref: `#/$defs/${name}` };
}
