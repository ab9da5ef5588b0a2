import { givenTwice, isChosen, isDirect } from '../addressing.ts';
import { type Finding, finding } from '../finding.ts';
import { dataLocations } from '../parse/data-location.ts';
import { quoted } from '../parse/readable.ts';
import type { Typed } from '../typed.ts';
import { type Check, those } from './check.ts';

const nilGuid = '00000000-0000-0000-0000-000000000000';

/** How the target tenant is addressed. */
export const target: Check = (known, typed, { sourceTenantId }) =>
  those([
    !isChosen(typed) && givenTwice(typed) && twice(),
    !isChosen(typed) && locationIsLost(known.targetBy, typed) && locationAlone(typed.targetLocation?.text ?? ''),
    known.targetHost !== undefined && rewritten(known.targetHost, typed.targetHost?.text ?? ''),
    known.targetOrgId === nilGuid && emptyId(),
    isSame(known.targetOrgId, sourceTenantId) && ownTenant(),
    isOtherLocation(known.targetLocation) && unknownLocation(known.targetLocation ?? ''),
  ]);

const isSame = (id: string | undefined, tenantId: string | null | undefined): boolean =>
  id !== undefined && id.toLowerCase() === tenantId?.toLowerCase();

const ownTenant = (): Finding =>
  finding({
    field: 'targetOrgId',
    code: 'orgIdIsSource',
    what: 'The organization id is that of the source tenant.',
    why: 'Source and target are then the same tenant, and nothing moves between tenants.',
    next: 'Copy the tenant id of the target from its own overview page in Microsoft Entra.',
  });

const locationIsLost = (by: string | undefined, typed: Typed): boolean =>
  by !== 'organization' && isDirect(typed.targetLocation) && !givenTwice(typed);

const isOtherLocation = (location: string | null | undefined): boolean =>
  typeof location === 'string' && location !== 'unset' && !dataLocations.has(location);

const twice = (): Finding =>
  finding({
    field: 'targetBy',
    code: 'targetGivenTwice',
    what: 'Both a target host and a target organization id were given.',
    why: 'A request addresses the target by one of them.',
    next: 'Leave one out: --target-host (right for nearly every move) or --target-org-id.',
  });

const locationAlone = (location: string): Finding =>
  finding({
    field: 'targetBy',
    code: 'locationWithoutOrganization',
    what: `The data location ${quoted(location)} cannot be sent with a target host.`,
    why: 'A host already names a geography. A data location goes with the organization id.',
    next: "Give --target-org-id in place of the host, or leave the location out and use that geography's own host.",
  });

const rewritten = (host: string, text: string): Finding | false =>
  text.trim() !== host &&
  text !== '' &&
  finding(
    {
      field: 'targetHost',
      code: 'hostNormalised',
      what: 'The target host was brought into its -my form.',
      why: `From ${quoted(text)} to ${quoted(host)}`,
      next: 'Nothing, if this is the tenant and geography you mean.',
    },
    { severity: 'info' },
  );

const emptyId = (): Finding =>
  finding({
    field: 'targetOrgId',
    code: 'orgIdEmpty',
    what: 'The organization id is all zeros.',
    why: 'No tenant has it. Forms and templates use it as a placeholder.',
    next: 'Copy the tenant id of the target from the overview page in Microsoft Entra.',
  });

const unknownLocation = (location: string): Finding =>
  finding(
    {
      field: 'targetLocation',
      code: 'dataLocationUnknown',
      what: `${quoted(location)} is not among the known data locations.`,
      why: `Known are ${[...dataLocations.keys()].join(' ')}. Microsoft adds new ones.`,
      next: "Check it against the target's locations in the SharePoint admin centre. The dry run tells for certain.",
    },
    { severity: 'warning' },
  );
