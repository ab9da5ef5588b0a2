import type { WireIdentity, WireParameters } from '../wire/task.ts';
import { tidy } from './addresses.ts';
import { badRequest, missingParameter } from './answer.ts';
import { findUser } from './directory.ts';
import type { Move, Problem, World } from './world.ts';

export type ReadMove = { move: Move } | { problem: Problem };

type Kind = Move['kind'];
type Fields = Record<string, unknown>;

const kinds: ReadonlyMap<unknown, Kind> = new Map([
  ['#microsoft.graph.sharePointUserMigrationTaskParameters', 'user'],
  ['#microsoft.graph.sharePointSiteMigrationTaskParameters', 'site'],
  ['#microsoft.graph.sharePointGroupMigrationTaskParameters', 'group'],
]);

const required: Record<Kind, readonly string[]> = {
  user: ['sourceUserIdentity', 'targetUserIdentity'],
  site: ['sourceSiteUrl', 'targetSiteUrl'],
  group: ['sourceGroupIdentity', 'targetGroupIdentity'],
};

const identityKeys: Partial<Record<Kind, readonly string[]>> = {
  user: ['userPrincipalName', 'id'],
  group: ['mailNickname'],
};

const common: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['@odata.type', isText],
  ['targetOrganizationHost', isText],
  ['targetOrganizationId', isText],
  ['targetDataLocationCode', (value: unknown) => value === null || isText(value)],
  ['preferredStartDateTime', isUtc],
  ['preferredLatestStartDateTime', isUtc],
  ['validateOnly', (value: unknown) => typeof value === 'boolean'],
]);

/** Reads the body of a create as strictly as the service does. Follows "Create sharePointMigrationTask" (beta). */
export function readMove(world: World, body: string | null): ReadMove {
  const parameters = parametersIn(body);
  if (parameters === null) return { problem: badRequest('Unable to read JSON request payload.') };
  if (!isObject(parameters)) return { problem: missingParameter('parameters') };
  const kind = kinds.get(parameters['@odata.type']);
  if (kind === undefined) return { problem: typeProblem(parameters['@odata.type']) };
  const found = shapeProblem(kind, parameters, world.options.alsoRequired);
  return found === null ? { move: moveOf(world, kind, parameters as WireParameters) } : { problem: found };
}

/** Undefined: the body has none. Null: the body is no JSON object. */
function parametersIn(body: string | null): unknown {
  try {
    const read: unknown = JSON.parse(body ?? '');
    return isObject(read) ? (read.parameters ?? undefined) : null;
  } catch {
    return null;
  }
}

const typeProblem = (type: unknown): Problem =>
  type === undefined
    ? missingParameter('@odata.type')
    : badRequest(`A type named '${String(type)}' could not be resolved by the model.`);

function shapeProblem(kind: Kind, parameters: Fields, also: string | null): Problem | null {
  const needed = required[kind];
  const missing = [...needed, ...(also === null ? [] : [also])].find((name) => isEmpty(parameters[name]));
  if (missing !== undefined) return missingParameter(missing);
  if (isEmpty(parameters.targetOrganizationHost) && isEmpty(parameters.targetOrganizationId))
    return missingParameter('targetOrganizationHost');
  for (const [name, value] of Object.entries(parameters)) {
    const accepts = needed.includes(name) ? partyOf(kind) : name === also ? isText : common.get(name);
    if (accepts === undefined) return badRequest(`The property '${name}' does not exist on the type.`);
    if (!accepts(value)) return badRequest(`The value of the property '${name}' has the wrong type.`);
  }
  return orderProblem(parameters as WireParameters);
}

/** An address for sites, an identity with exactly one known key otherwise. */
function partyOf(kind: Kind): (value: unknown) => boolean {
  const keys = identityKeys[kind];
  if (keys === undefined) return isText;
  return (value) => {
    if (!isObject(value)) return false;
    const [first, ...more] = Object.keys(value).filter((key) => key !== '@odata.type');
    return first !== undefined && more.length === 0 && keys.includes(first) && isText(value[first]);
  };
}

function orderProblem(parameters: WireParameters): Problem | null {
  const latest = instantOf(parameters.preferredLatestStartDateTime);
  const start = instantOf(parameters.preferredStartDateTime);
  if (latest === null || start === null || latest > start) return null;
  return badRequest('preferredLatestStartDateTime must be later than preferredStartDateTime.');
}

function moveOf(world: World, kind: Kind, parameters: WireParameters): Move {
  return {
    kind,
    key: `${kind}:${sourceOf(world, kind, parameters)}`,
    parameters,
    validateOnly: parameters.validateOnly === true,
    startAt: instantOf(parameters.preferredStartDateTime),
    latestStartAt: instantOf(parameters.preferredLatestStartDateTime),
  };
}

function sourceOf(world: World, kind: Kind, parameters: WireParameters): string {
  if (kind === 'site') return tidy(parameters.sourceSiteUrl ?? '');
  if (kind === 'group') return (parameters.sourceGroupIdentity?.mailNickname ?? '').toLowerCase();
  const identity = parameters.sourceUserIdentity ?? {};
  return (findUser(world, identity)?.upn ?? nameOf(identity)).toLowerCase();
}

/** A person as the request named them. */
export const nameOf = (identity: WireIdentity): string => identity.userPrincipalName ?? identity.id ?? '';

const instantOf = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isUtc(value: unknown): boolean {
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
  return typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
