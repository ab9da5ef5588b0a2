import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { dryRunAgain } from './steps.ts';

const trust = {
  about: 'service',
  from: 'service',
  field: 'trust',
  link: links.trust,
  retry: 'fix',
  exit: 3,
  breaker: true,
} as const satisfies Partial<Rule>;

export const trustRules: readonly Rule[] = [
  {
    ...trust,
    code: 'MnATrustNoSetupForPartner',
    match: { on: 'service', text: /no cross ?tenant relationship|relationship is not established/u },
    what: '{sourceTenant} and {targetTenant} do not trust each other for this move yet.',
    why: 'Trust is requested on both tenants, for exactly the host used here. The service found none.',
    next: [
      {
        do: 'Request the trust on the source, in SharePoint PowerShell.',
        who: 'source admin',
        command:
          'Set-SPOCrossTenantRelationship -Scenario MnA -PartnerRole Target -PartnerCrossTenantHostUrl {targetHost}',
      },
      {
        do: 'Request it on the target as well.',
        who: 'target admin',
        command:
          'Set-SPOCrossTenantRelationship -Scenario MnA -PartnerRole Source -PartnerCrossTenantHostUrl {sourceHost}',
      },
      {
        do: 'Check it: only GoodToProceed is good, DormantByPartner means waiting 7 days. Newer modules name the command Test-SPOCrossTenantRelationship.',
        who: 'source admin',
        command:
          'Verify-SPOCrossTenantRelationship -Scenario MnA -PartnerRole Target -PartnerCrossTenantHostUrl {targetHost}',
      },
      dryRunAgain,
    ],
    known: [
      'There is no Cross-Tenant relationship established for partner https://fabrikam-my.sharepoint.com and role target.',
      "There isn't a Cross-Tenant relationship: the relationship isn't established.",
      'There is no Cross-Tenant relationship established for partner [{0}].',
    ],
  },
  {
    ...trust,
    code: 'MnAReverseTrustNeedsRequiredPartnerRole',
    match: { on: 'service', text: /required ?partner ?role/u },
    what: 'The two tenants trust each other in both directions.',
    why: 'Each one is set up as source and as target, so the service cannot tell which way this move goes.',
    next: [
      {
        do: 'If nothing moves the other way any more, remove that direction on the source.',
        who: 'source admin',
        command:
          'Remove-SPOCrossTenantRelationship -Scenario MnA -PartnerRole Source -PartnerCrossTenantHostUrl {targetHost}',
      },
      {
        do: 'Remove it on the target as well.',
        who: 'target admin',
        command:
          'Remove-SPOCrossTenantRelationship -Scenario MnA -PartnerRole Target -PartnerCrossTenantHostUrl {sourceHost}',
      },
      { do: 'If both directions are needed, ask support how to name the role in this call.', who: 'Microsoft support' },
    ],
    known: ['Provide the RequiredPartnerRole for the cmdlet.'],
  },
  {
    ...trust,
    code: 'MnATrustWrongCmdletUsage',
    field: 'tenant',
    match: { on: 'service', text: /cannot use this cmdlet/u },
    what: 'The request was made on the wrong side of the move.',
    why: 'Moves are created, read and cancelled on the source tenant. In the trust, the signed-in tenant has the other role.',
    next: [
      { do: 'See which tenant you are signed in to.', who: 'you', command: 'crossorg whoami' },
      {
        do: 'Sign in to the source tenant, then run the dry run again.',
        who: 'you',
        command: 'crossorg login --side source',
      },
      {
        do: 'If it was the source tenant, check the role that the trust gives to the partner.',
        who: 'source admin',
        command:
          'Verify-SPOCrossTenantRelationship -Scenario MnA -PartnerRole Target -PartnerCrossTenantHostUrl {targetHost}',
      },
    ],
    known: ["You can't use this cmdlet with a partner with [Source] configuration."],
  },
  {
    ...trust,
    code: 'MnAFatalErrorAdminSiteCouldNotBeUsedAsMySiteHost',
    field: 'targetHost',
    match: { on: 'service', text: /target ?cross ?tenant ?host ?url value is incorrect|admin site .*my ?site host/u },
    what: "The target host is not the target's -my host.",
    why: 'The service takes the host of personal sites only, not the -admin or the root host.',
    next: [
      {
        do: 'Read the right value on the target: it is the https address this command prints.',
        who: 'target admin',
        command: 'Get-SPOCrossTenantHostUrl',
      },
      { do: 'Give it as the target host, for example https://fabrikam-my.sharepoint.com.', who: 'you' },
    ],
    known: ['The move is blocked because the TargetCrossTenantHostUrl value is incorrect.'],
  },
];
