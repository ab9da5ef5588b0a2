import { type Finding, finding } from '../finding.ts';
import { quoted, suggesting } from '../parse/readable.ts';
import { hostOf, type SharePointHost, splitAddress, splitHost } from '../parse/sharepoint-host.ts';
import { adminOf, type Check, type Side, sides, those } from './check.ts';

type Site = { side: Side; url: string; host: SharePointHost; path: string };

/** Whether each address can be that of a site, judged alone. */
export const siteAddresses: Check = (known, typed) =>
  sides.flatMap((side) => {
    const party = known[side];
    if (party?.kind !== 'site') return [];
    const site = siteOf(side, party.url);
    return site ? [...rulesFor(site), ...those([rewritten(site, typed[side]?.text ?? '')])] : [];
  });

function siteOf(side: Side, url: string): Site | null {
  const parts = splitAddress(url);
  const host = parts && splitHost(parts.host);
  return host && { side, url, host, path: parts.path };
}

/** What the address is comes first: other rules about it would only distract. */
function rulesFor(site: Site): Finding[] {
  return those([
    kindRule(site),
    charactersOf(site.path) > 400 && tooLong(site),
    /'|%27/.test(site.path) && apostrophe(site),
  ]);
}

function kindRule(site: Site): Finding | undefined {
  const { host, path } = site;
  if (host.role === 'my' || /^\/personal(\/|$)/i.test(path)) return oneDrive(site);
  if (host.role === 'admin') return adminHost(site);
  if (path === '') return rootSite(site);
  if (strangePart(path) !== undefined) return strange(site);
  if (/^\/:|\.aspx$|\/_layouts\//i.test(path)) return page(site);
  const [, top, below] = /^(\/(?:sites|teams)\/[^/\s]+)(\/.*)?$/i.exec(path) ?? [];
  if (top === undefined) return /^\/(?:sites|teams)\/[^/]*\s/i.test(path) ? spaced(site) : elsewhere(site);
  return below === undefined ? undefined : belowSite(site, top);
}

/** A part that no address of a site has: empty, a step up or down a folder, or with characters SharePoint refuses. */
const strangePart = (path: string): string | undefined =>
  path
    .slice(1)
    .split('/')
    .find((part) => part === '' || part === '.' || part === '..' || /["*<>?|\\;]/.test(part));

const strange = ({ side, url, path }: Site): Finding =>
  finding({
    field: side,
    code: 'sitePathStrange',
    what: `${quoted(url)} is not the address of a site as SharePoint makes them.`,
    why:
      strangePart(path) === ''
        ? 'Two slashes follow each other.'
        : `${quoted(strangePart(path) ?? '')} cannot be a part of it.`,
    next: 'Copy the address from the browser while the site is open.',
  });

const oneDrive = ({ side, url }: Site): Finding =>
  finding({
    field: side,
    code: 'siteIsOneDrive',
    what: `${quoted(url)} belongs to somebody's OneDrive.`,
    why: 'A OneDrive moves with its owner, not as a site.',
    next: "Choose the type user (--type user) and give the owner's sign-in names.",
  });

const adminHost = ({ side, url, host, path }: Site): Finding =>
  finding(
    {
      field: side,
      code: 'siteOnAdminHost',
      what: `${quoted(url)} is on the admin host.`,
      why: 'The -admin host holds the SharePoint admin centre only. Sites live on the host without -admin.',
      next: 'Use the address that people open the site with.',
    },
    { suggestion: `https://${hostOf({ ...host, role: 'root' })}${path}` },
  );

const rootSite = ({ side, url }: Site): Finding =>
  finding(
    {
      field: side,
      code: 'siteIsRoot',
      what: `${quoted(url)} is the root site of its tenant.`,
      why: 'Moving a root site is not documented. The target normally has a root site already, and nothing is merged.',
      next: 'Check that this site is meant. The dry run tells whether the service takes it.',
    },
    { severity: 'warning' },
  );

const page = ({ side, url, host, path }: Site): Finding =>
  finding(
    {
      field: side,
      code: 'siteIsPage',
      what: `${quoted(url)} is a page or a sharing link, not a site.`,
      why: 'A move takes a whole site, named by the address of its start, like /sites/IT.',
      next: "Give the site's own address, up to its name.",
    },
    suggesting(siteBehind(host, path)),
  );

const linkKinds: Readonly<Record<string, string>> = { s: 'sites', t: 'teams' };

/** The site that a page or a sharing link such as `/:f:/s/IT/…` or `/:x:/r/sites/IT/…` belongs to. */
function siteBehind(host: SharePointHost, path: string): string | undefined {
  const [, kind = '', name] = /^\/:[a-z]:\/([st])\/([^/]+)/i.exec(path) ?? [];
  const top =
    name === undefined ? /\/(?:sites|teams)\/[^/\s]+/i.exec(path)?.[0] : `/${linkKinds[kind.toLowerCase()]}/${name}`;
  return top === undefined ? undefined : `https://${hostOf(host)}${top}`;
}

const belowSite = ({ side, url, host }: Site, top: string): Finding =>
  finding(
    {
      field: side,
      code: 'siteAddressTooDeep',
      what: `${quoted(url)} goes on below the site.`,
      why: 'It looks like a library, a folder or a subsite. Only whole sites are documented to move.',
      next: "Take the site's own address, or leave it for the dry run to judge.",
    },
    { severity: 'warning', suggestion: `https://${hostOf(host)}${top}` },
  );

const spaced = ({ side, url }: Site): Finding =>
  finding(
    {
      field: side,
      code: 'sitePathSpace',
      what: `${quoted(url)} contains a space.`,
      why: 'SharePoint leaves spaces out when it makes the address of a site. Tables and web pages put them in.',
      next: 'Copy the address from the browser while the site is open.',
    },
    { severity: 'warning', suggestion: url.replace(/\s+/g, '') },
  );

const elsewhere = ({ side, url }: Site): Finding =>
  finding(
    {
      field: side,
      code: 'sitePathUnusual',
      what: `${quoted(url)} is not below /sites/ or /teams/.`,
      why: 'Sites that move are documented there only. Other places may be refused.',
      next: 'Check the address. The dry run tells whether the service takes it.',
    },
    { severity: 'warning' },
  );

/** Without the first slash, and each `%C3%A9` as the one letter it stands for. */
const charactersOf = (path: string): number =>
  path
    .slice(1)
    .replace(/%[89ab][0-9a-f]/gi, '')
    .replace(/%[0-9a-f]{2}/gi, 'x').length;

const tooLong = ({ side, path }: Site): Finding =>
  finding({
    field: side,
    code: 'siteAddressTooLong',
    what: `The address has ${charactersOf(path)} characters after its host.`,
    why: 'A whole path, with folders and file names, may have 400 characters. The site alone is over that.',
    next: 'Check the address, and choose a shorter one for the target.',
  });

const apostrophe = ({ side, url }: Site): Finding =>
  finding({
    field: side,
    code: 'siteApostrophe',
    what: `${quoted(url)} contains an apostrophe.`,
    why: 'The service ends moves of such addresses with an "invalid character" error.',
    next:
      side === 'target'
        ? 'Choose an address without the apostrophe.'
        : [{ do: "Change the site's address first, then repeat.", who: adminOf(side) }],
  });

const rewritten = ({ side, url }: Site, text: string): Finding | false =>
  text.trim() !== url &&
  text !== '' &&
  finding(
    {
      field: side,
      code: 'siteAddressRewritten',
      what: 'The address was brought into its plain form.',
      why: `From ${quoted(text)} to ${quoted(url)}`,
      next: 'Nothing, if this is the site you mean.',
    },
    { severity: 'info' },
  );
