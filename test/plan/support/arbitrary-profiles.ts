import fc from 'fast-check';
import type { Profile } from '../../../src/plan/profile.ts';
import { withProfile } from '../../../src/plan/profile-answers.ts';
import { progress, withDefaults } from '../../../src/plan/progress.ts';
import { type Typed, typedAs } from '../../../src/plan/typed.ts';
import { fabrikam, profileWith } from '../../support/profiles.ts';
import { arbitraryParties } from './arbitrary.ts';
import { berlin } from './reading.ts';

const host = 'https://fabrikam-my.sharepoint.com';

const saved: fc.Arbitrary<Profile> = fc
  .tuple(
    fc.constantFrom(
      { targetHost: host },
      { targetHost: '', targetOrgId: fabrikam },
      { targetHost: '', targetOrgId: fabrikam, targetLocation: 'FRA' },
      { targetHost: '', targetOrgId: fabrikam, targetLocation: 'default' },
      { targetHost: '' },
    ),
    fc.constantFrom({ targetRule: '' }, { targetRule: '{name}@fabrikam.com' }, { targetRule: 'x-{name}@fabrikam.com' }),
    fc.constantFrom({ window: '' }, { window: '22:00-06:00' }, { window: '08:00-18:30' }),
  )
  .map((texts) => profileWith(Object.assign({}, ...texts)));

/** What somebody says beside the profile, or against it; an empty text takes its word away. */
const beside = fc.record(
  {
    address: fc.constantFrom(
      { targetHost: host },
      { targetBy: 'organization', targetOrgId: fabrikam },
      { targetBy: 'organization', targetOrgId: fabrikam, targetLocation: 'NAM' },
      { targetBy: 'organization', targetOrgId: fabrikam, targetLocation: '' },
    ),
    start: fc.constantFrom({ start: 'now' }, { start: 'sun 23:00' }, { start: '+90m' }),
    latestStart: fc.constantFrom({ latestStart: '' }, { latestStart: '+9d' }),
  },
  { requiredKeys: [] },
);

const isLeftOut = (id: string, text: string): boolean => text === '' || (id === 'start' && text === 'now');

/** Answers with a profile that make a plan, in the words of a person or of a script. */
export const arbitraryWithProfile: fc.Arbitrary<{ typed: Typed; profile: Profile }> = fc
  .tuple(saved, arbitraryParties, beside, fc.boolean(), fc.boolean())
  .map(([profile, parties, more, byRule, byPerson]) => {
    const { target, ...others } = parties;
    const texts: Record<string, string> = Object.assign(
      byRule ? others : { ...others, target },
      ...Object.values(more),
    );
    const own = typedAs(byPerson ? 'typed' : 'flag', texts);
    const left = typedAs(
      'default',
      Object.fromEntries(Object.entries(texts).filter(([id, text]) => isLeftOut(id, text))),
    );
    const typed = withDefaults(withProfile({ ...own, ...left }, profile, berlin), berlin);
    return { typed, profile };
  })
  .filter(({ typed, profile }) => progress(typed, { ...berlin, profile }).plan !== null);
