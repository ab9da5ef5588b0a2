import type { Who } from '../plan/finding.ts';

/** One thing to prepare before the first move between two tenants, and who does it. */
export type FirstStep = {
  title: string;
  who: Who;
  /** Sentences, in the words of Microsoft's own pages where these are on screen. */
  lines: readonly string[];
  /** What is copied into a field there; null where nothing is. */
  copy: string | null;
};

export type FirstRun = {
  title: string;
  why: readonly string[];
  steps: readonly FirstStep[];
  /** The page with all of it. */
  page: string;
};

/** What is known already when nothing is saved yet: the way to sign in, and the link where there is an app. */
export type FirstRunKnown = { byDevice: boolean; consentLink: string | null };

/** What a person reads who has never registered an app: as data, for any screen. */
export const firstRun = ({ byDevice, consentLink }: FirstRunKnown): FirstRun => ({
  title: 'Before the first move',
  why: [
    'Microsoft Graph is asked in your name. For that, your source tenant has to know an app to sign in with.',
    'It is registered once, in about ten minutes, and holds no secret. The target tenant needs one only for mappings.',
  ],
  steps: [
    registered,
    redirected,
    ...(byDevice ? [deviceAllowed] : []),
    permitted,
    consented(consentLink),
    enabled,
    saved,
  ],
  page: 'docs/app-registration.md',
});

const registered: FirstStep = {
  title: 'Register an app in the source tenant',
  who: 'sign-in admin',
  lines: [
    'At entra.microsoft.com: Entra ID > App registrations > New registration.',
    'A name such as crossorg; accounts in this organizational directory only.',
  ],
  copy: 'https://entra.microsoft.com',
};

const redirected: FirstStep = {
  title: 'Let the browser come back',
  who: 'sign-in admin',
  lines: ['In the app: Authentication > Add Redirect URI > Mobile and desktop applications, and this address.'],
  copy: 'http://localhost',
};

const deviceAllowed: FirstStep = {
  title: 'Allow codes',
  who: 'sign-in admin',
  lines: [
    'In the app: Authentication > Settings > Allow public client flows. Only for signing in by code.',
    'Many tenants block codes as a whole; the browser is the better way.',
  ],
  copy: null,
};

const permitted: FirstStep = {
  title: 'List both permissions',
  who: 'sign-in admin',
  lines: [
    'In the app: API permissions > Add a permission > Microsoft Graph > Delegated permissions.',
    'Search for the name below and take both, Read.All and Manage.All: neither covers the other.',
  ],
  copy: 'SharePointCrossTenantMigration',
};

const consented = (link: string | null): FirstStep => ({
  title: 'Consent, once for the whole tenant',
  who: 'sign-in admin',
  lines: [
    'A Cloud Application Administrator chooses Grant admin consent there, or opens a link that you send.',
    ...(link === null ? ['crossorg login shows the link where consent is missing.'] : []),
  ],
  copy: link,
});

const enabled: FirstStep = {
  title: 'Give your account the role',
  who: 'sign-in admin',
  lines: ['The account that signs in is SharePoint Administrator of the source tenant.'],
  copy: null,
};

const saved: FirstStep = {
  title: 'Save both tenants as a profile',
  who: 'you',
  lines: ['From the overview of the app: the Application (client) ID and the Directory (tenant) ID.'],
  copy: 'crossorg profile new',
};
