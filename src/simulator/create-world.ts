import { personalUrl, tidy } from './addresses.ts';
import { usualOptions } from './options.ts';
import { people } from './people.ts';
import { groupPlaces, sitePlaces } from './places.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';
import type { Tenant, World } from './world.ts';

const contoso: Tenant = {
  id: '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10',
  name: 'Contoso',
  label: 'contoso',
  domains: ['contoso.com', 'contoso.onmicrosoft.com'],
  locations: ['NAM'],
};

const fabrikam: Tenant = {
  id: '78d010af-72cb-412f-8779-18ce9b5f553b',
  name: 'Fabrikam',
  label: 'fabrikam',
  domains: ['fabrikam.com', 'fabrikam.onmicrosoft.com'],
  locations: ['FRA', 'NAM'],
};

export type WorldRequest = {
  scenario?: ScenarioName;
  seed?: number;
  /** Simulated milliseconds since 1970. */
  startedAt: number;
  /** Simulated seconds in a real one. */
  speed?: number;
};

/** A new world: the same request gives the same world, and the same calls on it the same answers. */
export function createWorld({ scenario = 'clean', seed = 1, startedAt, speed = 1 }: WorldRequest): World {
  const world: World = {
    scenario,
    seed,
    startedAt,
    speed,
    draws: 0,
    skewMs: 0,
    source: structuredClone(contoso),
    target: structuredClone(fabrikam),
    ...inhabitants(),
    crowd: { count: 9999, mixed: false },
    trust: { source: 'good', target: 'good', bothWays: false },
    switches: { ...untouchedSwitches },
    options: { ...usualOptions },
    faults: { plan: 'none', seen: {} },
    elsewhere: { pending: 0, goneAt: startedAt },
    throttledUntil: 0,
    tokenSerial: 0,
    tasks: [],
    late: [],
    requests: 0,
    log: [],
  };
  return arranged(world, scenario);
}

const untouchedSwitches: World['switches'] = {
  userMoves: true,
  siteMoves: true,
  customerKey: false,
  sameFarm: false,
  farmsIncompatible: false,
  targetBlocked: false,
  allStuck: false,
};

function arranged(world: World, name: ScenarioName): World {
  const { arrange, faults, options } = scenarios[name];
  if (faults !== undefined) world.faults.plan = faults;
  Object.assign(world.options, options);
  arrange?.(world);
  return world;
}

type Inhabitants = Pick<
  World,
  'users' | 'targetUsers' | 'identityMap' | 'sites' | 'groups' | 'targetGroups' | 'takenUrls'
>;

function inhabitants(): Inhabitants {
  const everybody = people();
  const sites = sitePlaces();
  const groups = groupPlaces();
  return {
    users: keyed(everybody.map(({ user }) => [user.upn, user])),
    targetUsers: keyed(everybody.flatMap(({ target }) => (target === null ? [] : [[target.upn, target]]))),
    identityMap: keyed(everybody.map(({ user, mappedTo }) => [user.upn, mappedTo])),
    sites: keyed(sites.map(({ site }) => [site.url, site])),
    groups: keyed(groups.map(({ group }) => [group.mailNickname, group])),
    targetGroups: keyed(groups.flatMap(({ target }) => (target === null ? [] : [[target.mailNickname, target]]))),
    takenUrls: keyed(takenUrls(everybody, sites).map((url) => [url, true])),
  };
}

function takenUrls(everybody: ReturnType<typeof people>, sites: ReturnType<typeof sitePlaces>): string[] {
  return [
    ...everybody.flatMap(({ target, taken }) => (target && taken ? [personalUrl(fabrikam, target.upn)] : [])),
    ...sites.flatMap(({ site, taken }) => (taken ? [tidy(site.url.replace('contoso.', 'fabrikam.'))] : [])),
  ];
}

const keyed = <T>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(entries.map(([key, value]) => [key.toLowerCase(), value]));
