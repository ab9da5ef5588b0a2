import { expect, test } from 'vitest';
import { typedAs } from '../../../src/plan/typed.ts';
import { begin } from '../../../src/wizard/machine.ts';
import type { Hints } from '../../../src/wizard/suggest.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { noon, session } from '../../support/session.ts';

const hints: Hints = {
  sources: { user: 'dana@contoso.com' },
  targetRule: '{name}@fabrikam.com',
  targetRoot: null,
  targetHost: null,
  targetOrgId: null,
  domains: { source: 'contoso.com', target: 'fabrikam.com' },
  origin: 'profile',
};

const cases = [
  { name: 'Enter alone takes the offer', pieces: ['\r'], text: 'dana@contoso.com', origin: 'profile' },
  { name: 'Tab, then Enter', pieces: ['\t', '\r'], text: 'dana@contoso.com', origin: 'profile' },
  { name: 'a beginning that Enter completes', pieces: ['da', '\r'], text: 'dana@contoso.com', origin: 'typed' },
  { name: 'another name', pieces: ['lee', '\r'], text: 'lee@contoso.com', origin: 'typed' },
  {
    name: 'typed, erased, and offered again',
    pieces: ['lee', '\u0015', '\r'],
    text: 'dana@contoso.com',
    origin: 'profile',
  },
] as const;

test.each(cases)('where an answer comes from: $name', async ({ pieces, text, origin }) => {
  const { press, waitFor, engine } = openMigration(
    begin({ ...session, hints }, typedAs('typed', { type: 'user' }), noon),
  );
  await waitFor('Whose OneDrive moves?');
  for (const piece of pieces) press(piece);
  await waitFor('Who receives it?');
  expect(engine.state().typed.source).toEqual({ text, origin });
});
