import { expect, test } from 'vitest';
import { typedAs } from '../../src/plan/typed.ts';
import { begin, update } from '../../src/wizard/machine.ts';
import type { Session } from '../../src/wizard/state.ts';
import type { Hints } from '../../src/wizard/suggest.ts';
import { noon, session, userTexts } from '../support/session.ts';

const hints: Hints = {
  sources: {},
  targetRule: '{name}@fabrikam.com',
  targetRoot: null,
  targetHost: null,
  targetOrgId: null,
  domains: { source: null, target: null },
  origin: 'profile',
};

const cases: { name: string; origin: 'rule' | 'typed'; hints: Hints | null; target: string | undefined }[] = [
  { name: 'by the rule goes along with the source', origin: 'rule', hints, target: 'lee@fabrikam.com' },
  { name: 'that was typed stays', origin: 'typed', hints, target: 'dana@fabrikam.com' },
  { name: 'by a rule that is gone is asked again', origin: 'rule', hints: null, target: undefined },
];
test.each(cases)('another source: a target $name', ({ origin, hints: known, target }) => {
  const inSession: Session = { ...session, hints: known };
  const typed = { ...typedAs('typed', userTexts), target: { text: 'dana@fabrikam.com', origin } };
  const reopened = update(begin(inSession, typed, noon), { type: 'reopened', to: 'source', at: noon }).state;
  const { state } = update(reopened, {
    type: 'answered',
    id: 'source',
    text: 'lee@contoso.com',
    origin: 'typed',
    at: noon,
  });
  expect(state.typed.target?.text).toBe(target);
  expect(state.status === 'asking' ? state.at : state.status).toBe(target === undefined ? 'target' : 'reviewing');
});
