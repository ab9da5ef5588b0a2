import type { Check } from './checks/check.ts';
import { clouds } from './checks/clouds.ts';
import { groups } from './checks/groups.ts';
import { people } from './checks/people.ts';
import { profileParties } from './checks/profile-parties.ts';
import { profileTarget } from './checks/profile-target.ts';
import { siteAddresses } from './checks/site-addresses.ts';
import { siteTenants } from './checks/site-tenants.ts';
import { target } from './checks/target.ts';
import { times } from './checks/times.ts';
import { upns } from './checks/upns.ts';

const checks: readonly Check[] = [
  clouds,
  upns,
  people,
  siteAddresses,
  siteTenants,
  groups,
  target,
  times,
  profileParties,
  profileTarget,
];

/** Everything that can be said about read answers without asking the service, all at once. */
export const checkAnswers: Check = (known, typed, context) => checks.flatMap((check) => check(known, typed, context));
