import Type from 'typebox';
import { oneOf, orNull, text, time } from '../basics.ts';
import { documentOf } from '../document.ts';
import { findings } from '../finding.ts';
import { sides } from '../words.ts';

const storages = {
  keystore: "sealed, with its key in the operating system's keystore",
  file: 'a plain file for its owner only',
  memory: 'nowhere; gone at the end of the command',
  environment: 'in CROSSORG_ACCESS_TOKEN',
};

const scopes = Type.Array(Type.String(), { description: 'Delegated permissions, or the roles of an app.' });

const side = Type.Object({
  side: oneOf(sides),
  account: orNull(text('Who.'), 'Null where nobody is signed in.'),
  tenantId: orNull(text('To which tenant.'), 'Null where that is not known.'),
  expiresAt: orNull(time(), 'When its token ends; a kept sign-in renews it.'),
  scopes,
  storage: orNull(oneOf(storages), 'Where its token rests; null where nobody is signed in.'),
});

export const signingInDocuments = [
  documentOf('login', {
    title: 'A sign-in',
    description: 'Who signed in to one side of a profile.',
    body: {
      side: oneOf(sides),
      account: text('Who; the id of an app where no person signed in.'),
      tenantId: text('To which tenant.'),
      expiresAt: time('When the token ends. It is renewed by itself where the sign-in is kept.'),
      scopes,
      storage: oneOf(storages, { description: 'Where the token rests.' }),
      findings,
    },
  }),
  documentOf('logout', {
    title: 'A sign-out',
    description: 'Which sign-ins were removed from this computer.',
    body: {
      sides: Type.Array(
        Type.Object({
          side: oneOf(sides),
          wasSignedIn: Type.Boolean({ description: 'Whether there was anything to remove.' }),
        }),
        { description: 'What was signed out of.' },
      ),
    },
  }),
  documentOf('whoami', {
    title: 'Who is signed in',
    description: 'Who would act in each tenant, as far as this computer knows without asking.',
    body: { sides: Type.Array(side, { description: 'The sides that were asked about.' }), findings },
  }),
];
