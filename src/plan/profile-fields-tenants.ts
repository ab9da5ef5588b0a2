import { type Fields, plain } from './profile-field.ts';
import { readDomains, readHosts, readLabel, readTenantId } from './profile-parse.ts';

const joined = (values: readonly string[]): string => values.join(',');

const tenantId = { kind: 'text', isNeeded: true, otherwise: '', read: readTenantId, text: plain } as const;
const label = { kind: 'text', isNeeded: true, otherwise: '', read: readLabel, text: plain } as const;
const domains = { kind: 'list', otherwise: 'none listed', read: readDomains, text: joined } as const;
const hosts = { kind: 'list', otherwise: 'none listed', read: readHosts, text: joined } as const;

type TenantField =
  | 'sourceTenant'
  | 'sourceName'
  | 'sourceDomains'
  | 'sourceHosts'
  | 'targetTenant'
  | 'targetName'
  | 'targetDomains'
  | 'targetHosts';

/** The two tenants, and what tells what belongs to which. */
export const tenantFields: Fields<TenantField> = {
  sourceTenant: {
    ...tenantId,
    path: ['source', 'tenantId'],
    flag: 'source-tenant',
    label: 'Source tenant',
    prompt: 'Which tenant do moves start in? Its id or a domain.',
    example: 'contoso.com',
    help: 'An id, or a domain whose tenant is looked up at the public sign-in page.',
  },
  sourceName: {
    ...label,
    path: ['source', 'name'],
    flag: 'source-name',
    label: 'Source name',
    prompt: 'What do people call the source tenant?',
    example: 'Contoso',
    help: 'Stands on every screen.',
  },
  sourceDomains: {
    ...domains,
    path: ['source', 'domains'],
    flag: 'source-domains',
    label: 'Source domains',
    prompt: 'Which domains do its sign-in names have?',
    example: 'contoso.com,contoso.onmicrosoft.com',
    help: 'The usual one first: it completes what is typed.',
  },
  sourceHosts: {
    ...hosts,
    path: ['source', 'hosts'],
    flag: 'source-hosts',
    label: 'Source hosts',
    prompt: 'Which SharePoint hosts does it have?',
    example: 'https://contoso.sharepoint.com',
    help: 'Every geography has its own. Source sites have to be on one of them.',
  },
  targetTenant: {
    ...tenantId,
    path: ['target', 'tenantId'],
    flag: 'target-tenant',
    label: 'Target tenant',
    prompt: 'Which tenant do moves go to? Its id or a domain.',
    example: 'fabrikam.com',
    help: 'An id, or a domain whose tenant is looked up at the public sign-in page.',
  },
  targetName: {
    ...label,
    path: ['target', 'name'],
    flag: 'target-name',
    label: 'Target name',
    prompt: 'What do people call the target tenant?',
    example: 'Fabrikam',
    help: 'Typed in full before the first live use.',
  },
  targetDomains: {
    ...domains,
    path: ['target', 'domains'],
    flag: 'target-domains',
    label: 'Target domains',
    prompt: 'Which domains do its sign-in names have?',
    example: 'fabrikam.com,fabrikam.onmicrosoft.com',
    help: 'The usual one first: it completes what is typed.',
  },
  targetHosts: {
    ...hosts,
    path: ['target', 'hosts'],
    flag: 'target-hosts',
    label: 'Target hosts',
    prompt: 'Which SharePoint hosts does it have?',
    example: 'https://fabrikam.sharepoint.com',
    help: 'Every geography has its own. Moves go to these and to no other.',
  },
};
