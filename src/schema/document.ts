import Type, { type TObject, type TProperties } from 'typebox';
import { oneNumberOf, oneOf, orNull } from './basics.ts';
import { nextSteps } from './finding.ts';
import { exitCodes, modes } from './words.ts';

export const tenant = Type.Object(
  {
    tenantId: orNull(Type.String(), 'Its id; null where it is not known.'),
    name: orNull(Type.String(), 'What people call it; null where nobody said.'),
  },
  { $id: 'Tenant', title: 'Tenant', description: 'One of the two tenants.' },
);

export const schemaName = Type.Literal('crossorg/1', { description: 'Fields are only ever added within crossorg/1.' });

/** Where a command works: every document says it, and the first event. */
export const face = {
  mode: orNull(oneOf(modes), 'What is spoken to; null where nothing is.'),
  profile: orNull(Type.String(), 'The profile in use.'),
  source: tenant,
  target: tenant,
};

export const timeZone = Type.String({ description: 'The zone that dates without an offset were read in.' });

/** One kind of document: the fields that all of them have, and its own. */
export const documentOf = <K extends string, P extends TProperties>(
  kind: K,
  { title, description, body }: { title: string; description: string; body: P },
): TObject =>
  Type.Object(
    {
      schema: schemaName,
      kind: Type.Literal(kind),
      ok: Type.Boolean({ description: 'Whether exitCode is 0.' }),
      exitCode: oneNumberOf(exitCodes),
      ...face,
      ...body,
      next: nextSteps('What to do now. Empty only after a plain success.'),
    },
    { title, description },
  );

export const kindOf = ({ properties }: TObject): string => (properties.kind as { const?: string }).const ?? '';
