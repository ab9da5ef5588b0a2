import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { events } from '../../src/schema/events.ts';
import { bundle, type Json, kindNames, schemaOf } from '../../src/schema/publish.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** Every part of a schema, with the way to it. */
function* partsOf(value: unknown, way = '#'): Generator<{ way: string; part: Json }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { way, part: value as Json };
  for (const [key, inner] of Object.entries(value)) yield* partsOf(inner, `${way}/${key}`);
}

test.each(kindNames)('the schema of %s is one that a strict validator takes, complete in itself', (kind) => {
  const schema = schemaOf(kind);
  expect(schema).toMatchObject({ $schema: draft, $id: `urn:crossorg:1:${kind}` });
  for (const text of [schema.title, schema.description]) expect(text).toMatch(/^\S.{5,}/);
  expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
});

test.each(kindNames)('readers of %s have to bear new fields', (kind) => {
  expect([...partsOf(schemaOf(kind))].filter(({ part }) => part.additionalProperties === false)).toEqual([]);
});

test.each(kindNames)('every field of %s is described, or stands for itself', (kind) => {
  const fields = [...partsOf(schemaOf(kind))].filter(({ way }) => /\/properties\/[^/]+$/.test(way));
  const silent = fields.filter(({ part }) => !('description' in part || '$ref' in part || 'const' in part));
  expect(silent.map(({ way }) => way)).toEqual([]);
});

test('descriptions are sentences in plain English', () => {
  const texts = [...partsOf(bundle())].flatMap(({ part }) =>
    typeof part.description === 'string' ? part.description : [],
  );
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) expect(text).toMatch(/^[a-zA-Z0-9-][^!]*[.:]?.*\.$/);
});

test('the bundle has every kind and every part once, and validates documents and events', () => {
  const all = bundle();
  expect(Object.keys(all.$defs as Json)).toEqual(
    expect.arrayContaining([...kindNames, 'Finding', 'Task', 'EventStarted']),
  );
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(all);
  const nobody = { tenantId: null, name: null };
  const face = { mode: null, profile: null, source: nobody, target: nobody };
  const document = { schema: 'crossorg/1', kind: 'error', ok: false, exitCode: 2, ...face, findings: [], next: [] };
  expect(validate(document)).toBe(true);
  expect(validate({ ...document, newField: 1 })).toBe(true);
  expect(validate({ ...document, exitCode: 77 })).toBe(false);
  expect(validate({ ...document, kind: 'gossip' })).toBe(false);
  expect(validate({ schema: 'crossorg/1', event: 'started', at: '2026-12-05T12:00:00.000Z', ...face })).toBe(true);
  expect(validate({ schema: 'crossorg/1', event: 'started', at: 'noon', ...face })).toBe(false);
});

/** The command-line contract names these. */
const promised = ['started', 'checked', 'dryRun', 'intended', 'accepted', 'adopted', 'rejected', 'unconfirmed'];

test.each([...promised, 'throttled', 'state', 'summary', 'deviceCode', 'signedIn'])('there is an event %s', (name) => {
  expect(Object.keys(events)).toContain(name);
});
