import type { Finding } from '../plan/finding.ts';
import { managePermission, permissionsFor, readPermission } from './permissions.ts';
import { authorityBase, graphScope } from './sign-in-ask.ts';
import type { TokenKind } from './token.ts';

/** Which app is to be consented to, where, and for what. */
export type ConsentAsk = {
  /** A GUID. */
  tenantId: string;
  clientId: string;
  /** Another sign-in authority; null for Microsoft's own. */
  authority: string | null;
  isReadOnly: boolean;
  /** A person's permissions are delegated; an app's own are roles. */
  kind: TokenKind;
};

/** What a sign-in asks for beside the permissions: who it is, and to be renewed without asking again. */
const basics = ['openid', 'profile', 'offline_access'];

/** Where the browser goes afterwards; the app registration lists it. */
const comesBackTo = 'http://localhost';

const needsOf = ({ isReadOnly }: Pick<ConsentAsk, 'isReadOnly'>) => (isReadOnly ? 'read' : 'all');

/**
 * The address at which an admin consents for the whole tenant. Follows "Admin consent on the Microsoft identity platform";
 * for an app's own permissions "Grant tenant-wide admin consent", which asks for all that the registration lists.
 */
export function consentLink(ask: ConsentAsk): string {
  const base = `${authorityBase(ask)}/${ask.tenantId.toLowerCase()}`;
  const client = `client_id=${encodeURIComponent(ask.clientId)}`;
  if (ask.kind === 'app') return `${base}/adminconsent?${client}`;
  const scope = [...basics, ...permissionsFor(needsOf(ask)).map(graphScope)].join(' ');
  return `${base}/v2.0/adminconsent?${client}&scope=${encodeURIComponent(scope)}&redirect_uri=${encodeURIComponent(comesBackTo)}`;
}

/** The least role that may consent. Roles of Microsoft Graph are the one thing that a Cloud Application Administrator may not grant. */
export const consentRole = ({ kind }: Pick<ConsentAsk, 'kind'>): string =>
  kind === 'app' ? 'Privileged Role Administrator' : 'Cloud Application Administrator';

/** The names that Microsoft's pages show for the permissions; a page that says it otherwise still shows the same two. */
const shownAs: Readonly<Record<string, string>> = {
  [managePermission]: 'Read, write and manage SharePoint Cross-Tenant migration settings and tasks',
  [readPermission]: 'Read SharePoint Cross-Tenant migration settings and tasks',
};

const shownBeside = [
  'Sign in, and see the name of who signs in (openid, profile)',
  'Keep that access until it is taken back (offline_access)',
];

/** What the other admin is asked to accept, a line each. */
export const consentItems = ({ kind, isReadOnly }: Pick<ConsentAsk, 'kind' | 'isReadOnly'>): readonly string[] => [
  ...permissionsFor(needsOf({ isReadOnly })).map((permission) => `${shownAs[permission]} (${permission})`),
  ...(kind === 'app' ? [] : shownBeside),
];

export type ConsentNames = { tenant: string; otherTenant: string | null };

/** A text to send to the admin who may consent, for somebody who has never heard of this program. */
export function consentMessage(ask: ConsentAsk, { tenant, otherTenant }: ConsentNames): string {
  const about = otherTenant === null ? `moves out of ${tenant}` : `moves between ${tenant} and ${otherTenant}`;
  return [
    `Subject: Consent wanted for an app in ${tenant}`,
    '',
    `We prepare ${about} with Microsoft's own service for them. The tool we use is called crossorg. It signs in by an app that is registered in our tenant, and the permissions of that app need the consent of an admin, once.`,
    '',
    `Tenant:    ${tenant} (${ask.tenantId.toLowerCase()})`,
    `App:       ${ask.clientId}`,
    `Role:      ${consentRole(ask)}, or one above it`,
    `Open this: ${consentLink(ask)}`,
    '',
    'You are asked to accept:',
    ...consentItems(ask).map((item) => `- ${item}`),
    '',
    limitsOf(ask),
    'Check the name of the tenant and the id of the app on that page before you accept.',
    ...(ask.kind === 'app' ? [] : [afterwards]),
    'It can be taken back at any time: Entra ID > Enterprise apps > the app > Permissions.',
  ].join('\n');
}

const limitsOf = ({ kind }: ConsentAsk): string =>
  kind === 'app'
    ? 'The app acts as itself with these permissions, and proves itself by a certificate.'
    : 'The app acts only as a person who has signed in, and that person needs the role SharePoint Administrator as well.';

const afterwards =
  'Afterwards the browser goes to http://localhost, where most likely nothing answers. If the address holds admin_consent=True, it has worked.';

/** What of it is known; without an app and a tenant there is no link. */
export type PartOfConsent = Omit<ConsentAsk, 'tenantId' | 'clientId'> & Record<'tenantId' | 'clientId', string | null>;

/** The same finding with the link as a step, where it is known for which app and tenant. */
export function withConsent(finding: Finding, { tenantId, clientId, ...ask }: PartOfConsent): Finding {
  if (!tenantId || !clientId) return finding;
  const link = consentLink({ ...ask, tenantId, clientId });
  const [first, ...rest] = finding.next;
  return { ...finding, next: [first, { do: `The link for that: ${link}`, who: 'sign-in admin' }, ...rest] };
}
