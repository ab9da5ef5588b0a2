import type { QuestionId } from './answers.ts';
import type { Field } from './finding.ts';
import { canonicalJson, planIdFor, planMove } from './id.ts';
import { parametersOf } from './parameters.ts';
import { assemblePlan, type Plan, type PlannedMove, type Tenants } from './plan.ts';
import type { PlanFile, PlanFileRow } from './plan-file.ts';
import { readAnswers, withDefaults } from './progress.ts';
import type { Context } from './question.ts';
import { tasksPath } from './request.ts';
import type { Typed } from './typed.ts';

/** Something that the request in the file says otherwise than the values beside it. Both texts are as they stand there. */
export type Disagreement = { field: Field; request: string; values: string };

/** A row made anew from its values, and how it fits what else the file says about it. */
export type RebuiltRow = {
  row: PlanFileRow;
  typed: Typed;
  /** Null when the values make no plan. */
  move: PlannedMove | null;
  disagreements: readonly Disagreement[];
  /** What the id of the row was made of, as far as that can be found out. */
  idFits: 'both' | 'request' | 'values' | 'neither';
};

export function rebuild(row: PlanFileRow, file: PlanFile): RebuiltRow {
  const context = { now: Date.parse(file.createdAt), zone: 'UTC' };
  const typed = withDefaults(typedIn(row), context);
  const { plan, unread } = planOf(typed, context);
  const tenants = { sourceTenantId: file.source.tenantId, targetTenantId: file.target.tenantId };
  const move = plan && planMove(plan, file.endpoint, tenants);
  const disagreements = [
    ...unread.map((id) => ({ field: id, request: saidIn(stored(row), id), values: typed[id]?.text || 'nothing' })),
    ...(plan ? parameterDisagreements(stored(row), parametersOf(plan)) : []),
    ...placeDisagreements(row, file.endpoint),
    ...(plan && plan.type !== row.plan.type
      ? [{ field: 'type' as const, request: row.plan.type, values: plan.type }]
      : []),
  ];
  return { row, typed, move, disagreements, idFits: fitOf(row, move, requestId(row, tenants, plan)) };
}

/** Values that only leave something out are not written down. */
const typedIn = ({ plan: { values } }: PlanFileRow): Typed =>
  Object.fromEntries(values.map(({ name, value, origin }) => [name, { text: value, origin }]));

/** Read without a judgement: whether the move is allowed today is asked later. */
function planOf(typed: Typed, context: Context): { plan: Plan | null; unread: readonly QuestionId[] } {
  const { asked, known } = readAnswers(typed, context);
  const unread = asked.filter((id) => !(id in known));
  return { plan: unread.length === 0 ? assemblePlan(known) : null, unread };
}

type Parameters = Readonly<Record<string, unknown>>;

const isFields = (one: unknown): one is Parameters => typeof one === 'object' && one !== null && !Array.isArray(one);

/** The parameters as they were shown, without the line that makes a dry run a move. */
function stored({ plan: { request } }: PlanFileRow): Parameters {
  const body: unknown = request.body;
  const parameters = isFields(body) && isFields(body.parameters) ? body.parameters : {};
  const { validateOnly: _, ...rest } = parameters;
  return rest;
}

const fields: Readonly<Record<string, QuestionId>> = {
  '@odata.type': 'type',
  sourceUserIdentity: 'source',
  sourceSiteUrl: 'source',
  sourceGroupIdentity: 'source',
  targetUserIdentity: 'target',
  targetSiteUrl: 'target',
  targetGroupIdentity: 'target',
  targetOrganizationHost: 'targetHost',
  targetOrganizationId: 'targetOrgId',
  targetDataLocationCode: 'targetLocation',
  preferredStartDateTime: 'start',
  preferredLatestStartDateTime: 'latestStart',
};

const namesOf = (field: Field, parameters: Parameters): string[] =>
  Object.keys(parameters).filter((name) => (fields[name] ?? 'plan') === field);

function parameterDisagreements(request: Parameters, values: Parameters): Disagreement[] {
  const all = [...Object.keys(request), ...Object.keys(values)];
  const differing = all.filter(
    (name) =>
      canonicalJson(request[name] ?? null) !== canonicalJson(values[name] ?? null) ||
      name in request !== name in values,
  );
  const about = new Set<Field>(differing.map((name) => fields[name] ?? 'plan'));
  return [...about].map((field) => ({ field, request: saidIn(request, field), values: saidIn(values, field) }));
}

const saidIn = (parameters: Parameters, field: Field): string =>
  namesOf(field, parameters)
    .map((name) => saidText(parameters[name]))
    .join(' ') || 'nothing';

const saidText = (one: unknown): string =>
  typeof one === 'string'
    ? one
    : isFields(one)
      ? Object.values(one).map(saidText).join(' ')
      : (JSON.stringify(one) ?? '');

/** What stands around the parameters: where they go, and that they are those of a real move. */
function placeDisagreements({ plan: { request } }: PlanFileRow, endpoint: string): Disagreement[] {
  const { method, url } = request;
  const [said, meant] = [`${method} ${url}`, `POST ${endpoint}${tasksPath}`];
  const live =
    isFields(request.body) && isFields(request.body.parameters) && request.body.parameters.validateOnly === false;
  return [
    ...(said === meant ? [] : [{ field: 'command' as const, request: said, values: meant }]),
    ...(live ? [] : [{ field: 'plan' as const, request: 'another body', values: 'the body of a real move' }]),
  ];
}

/** The id that the request in the file would have. */
function requestId(row: PlanFileRow, tenants: Tenants, plan: Plan | null): string {
  const { url } = row.plan.request;
  const endpoint = String(url).endsWith(tasksPath) ? String(url).slice(0, -tasksPath.length) : String(url);
  const sourceUpn = plan?.type === 'user' ? plan.sourceUpn : null;
  return planIdFor({ endpoint, tenants, parameters: stored(row), sourceUpn });
}

function fitOf({ plan: { id } }: PlanFileRow, move: PlannedMove | null, request: string): RebuiltRow['idFits'] {
  if (move?.id === id) return request === id ? 'both' : 'values';
  return request === id ? 'request' : 'neither';
}
