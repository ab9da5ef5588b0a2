import { expect, test } from 'vitest';
import { promptOf } from '../../src/frontends/lines/prompts.ts';
import { wordsOf } from '../../src/frontends/lines/words.ts';
import type { Profile } from '../../src/plan/profile.ts';
import type { State } from '../../src/wizard/state.ts';
import { targetToSave } from '../../src/wizard/target-to-save.ts';
import { noon } from '../support/session.ts';
import { profileAt } from '../support/signing-in.ts';
import { states } from '../support/states.ts';

const host = 'https://fabrikam-my.sharepoint.com';
const fabrikam = '78d010af-72cb-412f-8779-18ce9b5f553b';
const bare = { targetHost: null, targetOrgId: null, targetLocation: null };

/** A request that lands at a place, in a profile that says this of it. */
function reviewing(destination: 'host' | { location: string | null | 'unset' }, saved: Partial<Profile> | null): State {
  const { reviewing: state } = states;
  if (state.status !== 'reviewing') throw new Error('This state is reviewed');
  const to =
    destination === 'host'
      ? { by: 'host' as const, host }
      : { by: 'organization' as const, organizationId: fabrikam, ...destination };
  const move = { ...state.move, plan: { ...state.move.plan, destination: to } };
  const session = saved
    ? { ...state.session, profile: 'c2f', saved: profileAt('', { ...bare, ...saved }) }
    : state.session;
  return { ...state, move, session };
}

const table = [
  { name: 'no profile is used', state: reviewing('host', null), found: null },
  { name: 'it lands where the profile says', state: reviewing('host', { targetHost: host }), found: null },
  { name: 'the profile says nothing', state: reviewing('host', {}), found: { ...bare, targetHost: host } },
  {
    name: 'it lands on another host',
    state: reviewing('host', { targetHost: 'https://fabrikameu-my.sharepoint.com' }),
    found: { ...bare, targetHost: host },
  },
  {
    name: 'it lands by organization and location',
    state: reviewing({ location: 'FRA' }, { targetHost: host }),
    found: { targetHost: null, targetOrgId: fabrikam, targetLocation: 'FRA' },
  },
  {
    name: 'it lands in the default location',
    state: reviewing({ location: null }, {}),
    found: { targetHost: null, targetOrgId: fabrikam, targetLocation: 'default' },
  },
];

test.each(table)('where $name, what is offered to be saved is $found', ({ state, found }) => {
  expect(targetToSave(state)).toEqual(found);
  const view = { state, now: noon, recall: [] };
  expect(wordsOf(view).some(({ word }) => word === 'save to profile')).toBe(found !== null);
  expect(promptOf(view)?.includes('save to profile')).toBe(found !== null);
});
