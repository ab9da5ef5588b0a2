import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { askSupport, dryRunAgain } from './steps.ts';

const environment = {
  about: 'service',
  from: 'service',
  field: 'tenant',
  link: links.oneDrive,
  retry: 'never',
  exit: 3,
  breaker: true,
} as const satisfies Partial<Rule>;

export const environmentRules: readonly Rule[] = [
  {
    ...environment,
    code: 'MnABYOKEnabledOnSourceTenant',
    match: { on: 'service', text: /\bbyok\b|customer key|bring your own key/u },
    what: '{sourceTenant} encrypts with its own key, and such tenants cannot move content.',
    why: 'Customer Key (BYOK) is switched on at the source. Microsoft does not support it for cross-tenant moves.',
    next: [
      {
        do: 'Ask Microsoft what is possible before planning further. No row of this tenant can go.',
        who: 'Microsoft support',
      },
      { do: 'Tell the owner of the encryption keys on the source.', who: 'source admin' },
    ],
    known: ['BYOK is enabled on the source tenant.'],
  },
  {
    ...environment,
    code: 'MnAPartnersOnTheSameFarm',
    match: { on: 'service', text: /same spo location|same sharepoint location|same farm/u },
    what: '{sourceTenant} and {targetTenant} live in the same place inside SharePoint Online.',
    why: 'The service cannot move between tenants that share a farm. Nothing on either tenant changes this.',
    next: [
      {
        do: 'Open a case with Microsoft: only they can resolve it. Give both tenant ids and the request-id.',
        who: 'Microsoft support',
        command: 'crossorg bundle',
      },
      { do: 'Hold all moves between these two tenants until then.', who: 'you' },
    ],
    known: [
      'It has been detected that partners reside in the same SPO location that prevents them from migrating. Please contact MS support.',
    ],
  },
  {
    ...environment,
    code: 'MnAPartnersFarmsAreIncompatible',
    retry: 'wait',
    match: { on: 'service', text: /verify the compatibility status|minimum of 48 hours|farms are incompatible/u },
    what: 'The two tenants run versions of SharePoint that do not fit together today.',
    why: 'Microsoft updates its farms at different times. They usually fit again after two days.',
    next: [
      {
        do: 'Wait 48 hours, then check: Compatible and Warning are good. Check the trust too, a missing one looks the same.',
        who: 'source admin',
        command: 'Get-SPOCrossTenantCompatibilityStatus -PartnerCrossTenantHostURL {targetHost}',
      },
      { do: 'If it still says Incompatible after that, open a case.', who: 'Microsoft support' },
    ],
    known: ['Please verify the compatibility status of the partners and wait a minimum of 48 hours.'],
  },
  {
    ...environment,
    code: 'MnATargetSideEnvironmentHasConditionsThatBlockTheMove',
    breaker: false,
    match: { on: 'service', text: /conditions that (prevent|block) the move/u },
    what: 'Something on {targetTenant} blocks this move.',
    why: 'The service does not say what. Only Microsoft can see it.',
    next: [askSupport, { do: 'Try one other row in a dry run, to learn whether it is only this one.', who: 'you' }],
    known: ['The target environment has conditions that prevent the move.'],
  },
  {
    ...environment,
    code: 'queueFull',
    field: 'service',
    retry: 'wait',
    exit: 7,
    match: {
      on: 'service',
      text: /queue is full|4,?000 (pending|queued|moves|migrations|jobs|tasks)|too many (pending|queued)/u,
    },
    what: 'The queue of {sourceTenant} is full.',
    why: 'At most 4,000 moves may wait at one time for each source geography.',
    next: [
      {
        do: 'Wait until some have started, then go on with the rows that are left.',
        who: 'you',
        command: 'crossorg resume',
      },
    ],
    known: ['The maximum of 4,000 pending moves was reached: the queue is full.'],
  },
  {
    ...environment,
    code: 'requiredParameterMissing',
    field: 'plan',
    link: null,
    retry: 'fix',
    breaker: false,
    match: { on: 'service', statuses: [400], text: /required parameter .*missing|missing .*required parameter/u },
    what: 'The service says that a required value is missing.',
    why: 'Its message names the value. The service may have changed what it asks for.',
    next: [{ do: 'Fill in the value that the message names.', who: 'you' }, dryRunAgain, askSupport],
    known: [
      'Cannot process the request because the required parameter targetOrganizationHost is missing.',
      "Can't process the request because the required parameter {paramName} is missing.",
    ],
  },
];
