import { type Troubled, untroubled } from './people.ts';
import { guidOf } from './random.ts';
import type { Content, SourceGroup, SourceSite, TargetGroup } from './world.ts';

const root = 'https://contoso.sharepoint.com';

/** Without a line about it nothing happens to it. */
type Told = { about?: string };
type SiteTrouble = Told & Partial<Content> & { template?: string; taken?: boolean };
type GroupTrouble = Told &
  Partial<Content> & { hasSite?: boolean; target?: string; targetGroup?: 'missing' | 'has-site' };

const sites: Record<string, SiteTrouble> = {
  '/sites/IT': {},
  '/sites/Legal': {},
  '/sites/HR': {},
  '/sites/Marketing': { template: 'SITEPAGEPUBLISHING#0' },
  '/teams/Sales': {},
  '/sites/Wiki': { about: 'A site stands at the target already.', taken: true },
  '/sites/Policies': { about: 'Locked for writing.', lock: 'readOnly' },
  '/sites/Archive': { about: 'Nobody can open it.', lock: 'noAccess' },
  '/sites/Partners': { about: 'People of the target are guests in it.', hasTargetGuests: true },
  '/sites/Deep': { about: 'A path would be too long at the target.', longestPath: 390 },
  '/sites/Finance-EU': { about: 'It belongs to a group and cannot move alone.', template: 'GROUP#0' },
  '/sites/Old': { about: 'It is a redirect: the service makes no job.', template: 'RedirectSite#0' },
  "/sites/Dana's": { about: 'The apostrophe in the address is refused.' },
  '/sites/Crowded': { about: 'The move fails later: the target has appeared meanwhile.', surprise: 'target-appears' },
  '/sites/Frozen': { about: 'The move runs for ever.', surprise: 'stuck' },
};

const groups: Record<string, GroupTrouble> = {
  'finance-eu': {},
  'legal-team': {},
  operations: {},
  'source-group': { target: 'target-group' },
  sales: { about: 'The group at the target has a site already.', targetGroup: 'has-site' },
  ghost: { about: 'There is no such group at the target.', targetGroup: 'missing' },
  newsletter: { about: 'The group has no site.', hasSite: false },
  'hr.team': { about: 'The full stop in the mail nickname is refused.' },
};

const told = (source: string, { about }: Told): Troubled[] =>
  about === undefined ? [] : [{ source, description: about }];

export const troubledSites = (): Troubled[] =>
  Object.entries(sites).flatMap(([path, trouble]) => told(`${root}${path}`, trouble));

export const troubledGroups = (): Troubled[] =>
  Object.entries(groups).flatMap(([name, trouble]) => told(name, trouble));

/** One site and whether its address at the target is taken. */
export const sitePlaces = (): { site: SourceSite; taken: boolean }[] =>
  Object.entries(sites).map(([path, { about: _, taken = false, template = 'STS#3', ...different }]) => ({
    site: siteOf(`${root}${path}`, template, different),
    taken,
  }));

export const siteOf = (url: string, template = 'STS#3', different: Partial<Content> = {}): SourceSite => ({
  url,
  template,
  storageMb: 2048,
  ...untroubled,
  ...different,
});

/** One group and its counterpart at the target. */
export const groupPlaces = (): { group: SourceGroup; target: TargetGroup | null }[] =>
  Object.entries(groups).map(([mailNickname, { about: _, hasSite = true, target, targetGroup, ...different }]) => ({
    group: groupOf(mailNickname, hasSite, different),
    target: targetGroup === 'missing' ? null : targetGroupOf(target ?? mailNickname, targetGroup === 'has-site'),
  }));

export const groupOf = (mailNickname: string, hasSite = true, different: Partial<Content> = {}): SourceGroup => ({
  mailNickname,
  id: guidOf('source group', mailNickname),
  hasSite,
  ...untroubled,
  ...different,
});

export const targetGroupOf = (mailNickname: string, hasSite = false): TargetGroup => ({
  mailNickname,
  id: guidOf('target group', mailNickname),
  hasSite,
});
