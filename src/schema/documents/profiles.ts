import Type from 'typebox';
import type { FieldId } from '../../plan/profile-field.ts';
import { profileFields } from '../../plan/profile-fields.ts';
import { oneOf, orNull, text, time } from '../basics.ts';
import { documentOf, tenant } from '../document.ts';
import { findings } from '../finding.ts';

const fields = Object.fromEntries(Object.entries(profileFields).map(([id, { label }]) => [id, label])) as Readonly<
  Record<FieldId, string>
>;

const field = oneOf(fields);

const values = Type.Array(
  Type.Object({
    name: field,
    value: orNull(text('As a flag would give it.'), 'Null where the profile does not say it.'),
    origin: oneOf({ profile: 'the profile says it', default: 'it does not, and the usual holds' }),
  }),
  { description: 'Every value a profile can have.' },
);

const changes = Type.Array(
  Type.Object({
    name: text('The profile.'),
    change: oneOf({ new: 'was not there', same: 'was there with the same values', replaced: 'had other values' }),
    fields: Type.Array(field, { description: 'What differed.' }),
  }),
  { description: 'What import changed.' },
);

export const profileDocuments = [
  documentOf('profile', {
    title: 'A profile',
    description: 'One saved pair of tenants, as it was shown, saved or removed.',
    body: {
      name: text('Its name.'),
      values,
      removed: Type.Optional(Type.Literal(true, { description: 'It was removed.' })),
      findings,
    },
  }),
  documentOf('profiles', {
    title: 'Profiles',
    description: 'Several saved pairs of tenants: listed, exported or imported.',
    body: {
      profiles: Type.Array(
        Type.Object({
          name: text('Its name.'),
          source: tenant,
          target: tenant,
          readOnly: Type.Boolean({ description: 'It submits nothing.' }),
          usedAt: orNull(time(), 'When it was used last on this computer; null for never or unknown.'),
          values,
        }),
        { description: 'Those that can be used.' },
      ),
      file: Type.Optional(Type.Object({}, { description: 'With export: what import reads.' })),
      path: Type.Optional(orNull(text('With export: where it was written.'), 'Null for standard output.')),
      changes: Type.Optional(changes),
      findings,
    },
  }),
];
