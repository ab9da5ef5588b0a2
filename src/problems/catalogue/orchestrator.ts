import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

type Code = { code: string; says: string; do: string };

const codes: readonly Code[] = [
  {
    code: 'IM-003',
    says: 'an identity mapping is missing',
    do: 'Add the mapping in the orchestrator, then validate its batch again.',
  },
  {
    code: 'MIGR-001',
    says: 'the organization relationship is not set up right',
    do: 'Correct the organization relationship in Exchange Online on both tenants.',
  },
  {
    code: 'MIGR-002',
    says: 'the user is not in the group that limits the migration',
    do: 'Add the user to the scope group on the source.',
  },
  { code: 'MIGR-003', says: 'a passing fault', do: 'Submit the batch again later.' },
  {
    code: 'MIGR-004',
    says: 'the organization relationship is not set up right',
    do: 'Correct the organization relationship in Exchange Online on both tenants.',
  },
  {
    code: 'CTM-001',
    says: 'the user is already in a batch',
    do: 'Look for the other batch and take the user out of one of them.',
  },
  {
    code: 'CTM-002',
    says: 'the user is already in a batch',
    do: 'Look for the other batch and take the user out of one of them.',
  },
  {
    code: 'CTM-100',
    says: 'an identity mapping is missing or unfinished',
    do: 'Finish the mapping in the orchestrator, then validate again.',
  },
  {
    code: 'CTM-101',
    says: 'an identity mapping is missing or unfinished',
    do: 'Finish the mapping in the orchestrator, then validate again.',
  },
  { code: 'CTM-102', says: 'the service is busy', do: 'Submit the batch again later.' },
  {
    code: 'CTM-103',
    says: 'an internal error of the service',
    do: 'Submit the batch again; if it stays, open a case with Microsoft.',
  },
  {
    code: 'CTM-104',
    says: "the service's app (CTMS) is missing in the tenant",
    do: 'Add the CTMS app to the tenant as the guide of the orchestrator says.',
  },
];

/** Codes of Microsoft's Migration Orchestrator, which people paste here because both move between tenants. */
export const orchestratorRules: readonly Rule[] = codes.map((entry) => ({
  code: entry.code,
  about: 'other API',
  from: 'service',
  field: 'service',
  match: { on: 'service' },
  what: `${entry.code} belongs to the Migration Orchestrator, which crossorg does not use.`,
  why: `It moves mailboxes, chats and OneDrives of users. There it means: ${entry.says}.`,
  next: [{ do: entry.do, who: 'target admin' }],
  link: links.orchestrator,
  retry: 'never',
  exit: 3,
  breaker: false,
  known: [`Error ${entry.code}`],
}));
