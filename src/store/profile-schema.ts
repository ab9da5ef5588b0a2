import type { FieldKind } from '../plan/profile-field.ts';
import { fieldAt, fieldIds } from '../plan/profile-fields.ts';

type Leaf = { type: 'string' | 'integer' | 'boolean' | 'array'; minLength?: number; minimum?: number; items?: Leaf };
type Schema = Leaf | ObjectSchema;

const kinds: Readonly<Record<FieldKind, Leaf>> = {
  text: { type: 'string', minLength: 1 },
  list: { type: 'array', items: { type: 'string', minLength: 1 } },
  number: { type: 'integer', minimum: 1 },
  switch: { type: 'boolean' },
};

/** The form of the file as JSON Schema: what is written is held to it once more. */
export function profileSchema() {
  const profile = objectOf();
  for (const id of fieldIds) place(profile, fieldAt(id).path, kinds[fieldAt(id).kind], Boolean(fieldAt(id).isNeeded));
  return {
    schema: {
      version: { type: 'integer', minimum: 1 },
      profiles: { type: 'object', additionalProperties: profile },
    },
    rootSchema: { additionalProperties: false },
  } as const;
}

type ObjectSchema = {
  type: 'object';
  properties: Record<string, Schema>;
  required: string[];
  additionalProperties: false;
};

const objectOf = (): ObjectSchema => ({ type: 'object', properties: {}, required: [], additionalProperties: false });

function place(root: ObjectSchema, [first, ...rest]: readonly string[], leaf: Leaf, isNeeded: boolean): void {
  if (first === undefined) return;
  if (isNeeded && !root.required.includes(first)) root.required.push(first);
  if (rest.length === 0) root.properties[first] = leaf;
  else {
    root.properties[first] ??= objectOf();
    place(root.properties[first] as ObjectSchema, rest, leaf, isNeeded);
  }
}
