import type { DataLocation, Instant, Known, Person, Start } from './answers.ts';

/** Where a move lands: the target's `-my` host, or the target organization with or without a data location. */
export type Destination =
  | { by: 'host'; host: string }
  | { by: 'organization'; organizationId: string; location: DataLocation };

type Common = {
  destination: Destination;
  start: Start;
  latestStart: Instant | null;
};

/** Finished answers for one migration. */
export type Plan = Common &
  (
    | { type: 'user'; source: Person; sourceUpn: string | null; target: Person }
    | { type: 'site'; source: { url: string }; target: { url: string } }
    | { type: 'group'; source: { mailNickname: string }; target: { mailNickname: string } }
  );

export type Tenants = { sourceTenantId: string | null; targetTenantId: string | null };

/** A plan bound to the endpoint and tenants it is for, with the id that follows from all of it. */
export type PlannedMove = {
  plan: Plan;
  /** Base URL of Graph, without a slash at its end. */
  endpoint: string;
  tenants: Tenants;
  /** 64 lower-case hex digits; screens show the first 12. */
  id: string;
};

export const shortId = (planId: string): string => planId.slice(0, 12);

/** Puts read answers together. Call it only when every asked question has been read. */
export function assemblePlan(known: Known): Plan {
  const common: Common = {
    destination: destinationOf(known),
    start: known.start ?? 'now',
    latestStart: known.latestStart ?? null,
  };
  const { source, target } = known;
  if (source?.kind === 'person' && target?.kind === 'person')
    return {
      type: 'user',
      source: personOf(source),
      sourceUpn: known.sourceUpn ?? null,
      target: personOf(target),
      ...common,
    };
  if (source?.kind === 'site' && target?.kind === 'site')
    return { type: 'site', source: { url: source.url }, target: { url: target.url }, ...common };
  if (source?.kind === 'group' && target?.kind === 'group')
    return {
      type: 'group',
      source: { mailNickname: source.mailNickname },
      target: { mailNickname: target.mailNickname },
      ...common,
    };
  throw new Error('assemblePlan was called before source and target were read');
}

const personOf = (person: Person): Person =>
  person.by === 'upn' ? { by: 'upn', upn: person.upn } : { by: 'id', id: person.id };

function destinationOf(known: Known): Destination {
  if (known.targetBy === 'organization' && known.targetOrgId !== undefined)
    return { by: 'organization', organizationId: known.targetOrgId, location: locationOf(known) };
  if (known.targetHost !== undefined) return { by: 'host', host: known.targetHost };
  throw new Error('assemblePlan was called before the target was read');
}

/** `null` is an answer here: it asks for the default geography. */
const locationOf = ({ targetLocation }: Known): DataLocation =>
  targetLocation === undefined ? 'unset' : targetLocation;
