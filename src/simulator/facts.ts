import { groupUrl, mySiteHostOf, personalUrl } from './addresses.ts';
import { findGroup, findSite, findTargetGroup, findTargetUser, findUser, mappedTo } from './directory.ts';
import { nameOf } from './move.ts';
import type { Content, Move, SourceGroup, SourceSite, SourceUser, TargetGroup, TargetUser, World } from './world.ts';

/** What the rules ask about one move, looked up once. */
export type Facts = {
  world: World;
  move: Move;
  /** The partner as the request names it. */
  partner: string;
  /** Source and target as the request names them. */
  source: string;
  target: string;
  sourceUrl: string;
  targetUrl: string;
  /** What would be moved; null when the source tenant has no such thing. */
  content: Content | null;
  user: SourceUser | null;
  targetUser: TargetUser | null;
  mapped: string[];
  site: SourceSite | null;
  group: SourceGroup | null;
  targetGroup: TargetGroup | null;
};

const nobody = { content: null, user: null, targetUser: null, mapped: [], site: null, group: null, targetGroup: null };

export function factsOf(world: World, move: Move): Facts {
  const { targetOrganizationHost, targetOrganizationId } = move.parameters;
  const partner = targetOrganizationHost ?? targetOrganizationId ?? mySiteHostOf(world.target);
  return { world, move, partner, ...nobody, ...byKind[move.kind](world, move) };
}

type Parties = Pick<Facts, 'source' | 'target' | 'sourceUrl' | 'targetUrl'> & Partial<Facts>;

const byKind: Record<Move['kind'], (world: World, move: Move) => Parties> = {
  user: userFacts,
  site: siteFacts,
  group: groupFacts,
};

function userFacts(world: World, { parameters }: Move): Parties {
  const { sourceUserIdentity = {}, targetUserIdentity = {} } = parameters;
  const user = findUser(world, sourceUserIdentity);
  const targetUser = findTargetUser(world, targetUserIdentity);
  const source = user?.upn ?? nameOf(sourceUserIdentity);
  const target = targetUser?.upn ?? nameOf(targetUserIdentity);
  return {
    source,
    target,
    sourceUrl: personalUrl(world.source, source),
    targetUrl: personalUrl(world.target, target),
    content: user,
    user,
    targetUser,
    mapped: mappedTo(world, source),
  };
}

function siteFacts(world: World, { parameters }: Move): Parties {
  const { sourceSiteUrl = '', targetSiteUrl = '' } = parameters;
  const site = findSite(world, sourceSiteUrl);
  return {
    source: sourceSiteUrl,
    target: targetSiteUrl,
    sourceUrl: sourceSiteUrl,
    targetUrl: targetSiteUrl,
    content: site,
    site,
  };
}

function groupFacts(world: World, { parameters }: Move): Parties {
  const source = parameters.sourceGroupIdentity?.mailNickname ?? '';
  const target = parameters.targetGroupIdentity?.mailNickname ?? '';
  const group = findGroup(world, source);
  return {
    source,
    target,
    sourceUrl: groupUrl(world.source, source),
    targetUrl: groupUrl(world.target, target),
    content: group,
    group,
    targetGroup: findTargetGroup(world, target),
  };
}
