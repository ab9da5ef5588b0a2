import { untroubled } from './people.ts';
import { guidOf } from './random.ts';
import type { Content, SourceGroup, SourceSite, TargetGroup } from './world.ts';

type SiteTrouble = Partial<Content> & { template?: string; taken?: boolean };
type GroupTrouble = Partial<Content> & { hasSite?: boolean; target?: string; targetGroup?: 'missing' | 'has-site' };

const sites: Record<string, SiteTrouble> = {
  '/sites/IT': {},
  '/sites/Legal': {},
  '/sites/HR': {},
  '/sites/Marketing': { template: 'SITEPAGEPUBLISHING#0' },
  '/teams/Sales': {},
  '/sites/Wiki': { taken: true },
  '/sites/Policies': { lock: 'readOnly' },
  '/sites/Archive': { lock: 'noAccess' },
  '/sites/Partners': { hasTargetGuests: true },
  '/sites/Deep': { longestPath: 390 },
  '/sites/Finance-EU': { template: 'GROUP#0' },
  '/sites/Old': { template: 'RedirectSite#0' },
  "/sites/Dana's": {},
  '/sites/Crowded': { surprise: 'target-appears' },
  '/sites/Frozen': { surprise: 'stuck' },
};

const groups: Record<string, GroupTrouble> = {
  'finance-eu': {},
  'legal-team': {},
  operations: {},
  'source-group': { target: 'target-group' },
  sales: { targetGroup: 'has-site' },
  ghost: { targetGroup: 'missing' },
  newsletter: { hasSite: false },
  'hr.team': {},
};

/** One site and whether its address at the target is taken. */
export const sitePlaces = (): { site: SourceSite; taken: boolean }[] =>
  Object.entries(sites).map(([path, { taken = false, template = 'STS#3', ...different }]) => ({
    site: siteOf(`https://contoso.sharepoint.com${path}`, template, different),
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
  Object.entries(groups).map(([mailNickname, { hasSite = true, target, targetGroup, ...different }]) => ({
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
