import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { dryRunAgain } from './steps.ts';

export const licenceRules: readonly Rule[] = [
  {
    code: 'MnAOdbUsersAreNotLicensed',
    about: 'service',
    from: 'service',
    field: 'licence',
    match: { on: 'service', text: /neither .*licenc|(users?|accounts?) (are|is) not licenced/u },
    what: 'Neither {source} nor {target} has the licence for this move.',
    why: 'One of the two needs the add-on Cross-Tenant User Data Migration. One is spent per person.',
    next: [
      {
        do: 'Assign the add-on to one of the two accounts, not to both, and wait a few minutes.',
        who: 'licence admin',
      },
      dryRunAgain,
    ],
    link: links.oneDrive,
    retry: 'fix',
    exit: 3,
    breaker: false,
    known: ['Neither the source nor the target users are licensed for the move.', "The users aren't licensed."],
  },
  {
    code: 'FeatureIsNotEnabled',
    about: 'service',
    from: 'service',
    field: 'feature',
    match: { on: 'service', text: /feature .*is not enabled/u },
    what: 'Cross-tenant moves of this kind are not switched on for this tenant.',
    why: 'Two causes are known: the migration licence was not bought, or, for sites, Microsoft has not switched on MnASiteMove.',
    next: [
      {
        do: 'Check that the tenant owns the cross-tenant migration licence for this kind of move.',
        who: 'licence admin',
      },
      {
        do: 'For sites and groups, ask Microsoft in a support case to switch on the feature MnASiteMove, on both tenants.',
        who: 'Microsoft support',
        command: 'crossorg bundle',
      },
    ],
    link: links.sharePoint,
    retry: 'fix',
    exit: 3,
    breaker: true,
    known: ['The Cross-Tenant content move [MnASiteMove] feature is not enabled for this tenant.'],
  },
];
