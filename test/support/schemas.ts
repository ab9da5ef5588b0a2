import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { eventId, events } from '../../src/schema/events.ts';
import { kindNames, schemaOf } from '../../src/schema/publish.ts';

/**
 * The published schemas with every object closed: readers must bear new fields, but a field that this program prints and
 * no schema tells of is a mistake.
 */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  const isOpen = !('properties' in value) || Object.keys(value.properties as object).length === 0;
  return isOpen || 'const' in value ? inner : { ...inner, additionalProperties: false };
}

const ajv = new Ajv2020({ allErrors: true });
const compiled = new Map<string, ValidateFunction>();

function validatorOf(name: string, schema: () => object): ValidateFunction {
  const known = compiled.get(name);
  if (known) return known;
  const made = ajv.compile(closed(schema()) as object);
  compiled.set(name, made);
  return made;
}

type Said = Readonly<Record<string, unknown>>;

/** Where a document is not as the schema of its kind says. */
export function wrongDocument(document: Said): string[] {
  const kind = String(document.kind);
  if (!kindNames.includes(kind)) return [`the kind ${kind} has no schema: describe it in src/schema/kinds.ts`];
  return offences(
    kind,
    validatorOf(kind, () => schemaOf(kind)),
    document,
  );
}

/** What `crossorg schema` prints stands for itself, and has to be a schema. */
export const wrongSchema = (schema: Said, exitCode: number): string[] => [
  ...(ajv.validateSchema(schema) === true ? [] : ['a schema that is none']),
  ...(exitCode === 0 ? [] : ['a schema in place of an error']),
];

/** The same for a line of `--events`. */
export function wrongEvent(event: Said): string[] {
  const name = String(event.event);
  if (!(name in events)) return [`the event ${name} has no schema: describe it in src/schema/events.ts`];
  const { $defs } = schemaOf('event');
  const only = { $id: `urn:crossorg:1:event:${name}`, $defs, $ref: `#/$defs/${eventId(name)}` };
  return offences(
    `event ${name}`,
    validatorOf(`event ${name}`, () => only),
    event,
  );
}

function offences(what: string, validate: ValidateFunction, value: Said): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const which = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
    return `${what}${instancePath} ${message}${which}; what is allowed stands in src/schema`;
  });
}
