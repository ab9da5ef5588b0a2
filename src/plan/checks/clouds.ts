import type { Known, Party } from '../answers.ts';
import { type Finding, finding } from '../finding.ts';
import { quoted } from '../parse/readable.ts';
import { hostIn } from '../parse/sharepoint-host.ts';
import { type Check, those } from './check.ts';

/** Microsoft supports these moves in the commercial cloud only. */
export const clouds: Check = (known) =>
  those([
    nationalParty(known.source) && unsupported('source', textOf(known.source)),
    nationalParty(known.target) && unsupported('target', textOf(known.target)),
    nationalHost(known.targetHost) && unsupported('targetHost', known.targetHost ?? ''),
    known.targetOrgId === consumerTenant && unsupported('targetOrgId', known.targetOrgId),
  ]);

/** The tenant that all personal Microsoft accounts live in. */
const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

const nationalUpn = /@(?:[^@]+\.onmicrosoft\.(?:us|de)|[^@]+\.onmschina\.cn)$/i;
const consumerUpn = /@(?:outlook|hotmail|live|msn)\.com$/i;

const nationalHost = (address: string | undefined): boolean => {
  const host = address === undefined ? null : hostIn(address);
  return host !== null && host.suffix !== 'sharepoint.com';
};

function nationalParty(party: Known['source']): boolean {
  if (party?.kind === 'site') return nationalHost(party.url);
  if (party?.kind !== 'person' || party.by === 'id') return false;
  return nationalUpn.test(party.upn) || consumerUpn.test(party.upn);
}

function textOf(party: Party | undefined): string {
  if (party?.kind === 'site') return party.url;
  return party?.kind === 'person' && party.by === 'upn' ? party.upn : '';
}

const unsupported = (
  field: keyof Known & ('source' | 'target' | 'targetHost' | 'targetOrgId'),
  text: string,
): Finding =>
  finding({
    field,
    code: 'cloudUnsupported',
    what: `${quoted(text)} is not in the commercial Microsoft 365 cloud.`,
    why: 'Cross-tenant moves are not supported in government, national or consumer clouds.',
    next: 'Name an account or address of a commercial tenant. For other clouds ask Microsoft for another way.',
  });
