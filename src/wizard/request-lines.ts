import type { QuestionId } from '../plan/answers.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { dryRunRequest } from '../plan/request.ts';
import type { Typed } from '../plan/typed.ts';
import { cleanText } from '../problems/clean.ts';
import type { WireParameters } from '../wire/task.ts';

/** One line of the request, and where its value comes from. */
export type RequestLine = { text: string; origin: string };

const questionOf: { readonly [K in keyof WireParameters]?: QuestionId } = {
  targetOrganizationHost: 'targetHost',
  targetOrganizationId: 'targetOrgId',
  targetDataLocationCode: 'targetLocation',
  sourceUserIdentity: 'source',
  targetUserIdentity: 'target',
  sourceSiteUrl: 'source',
  targetSiteUrl: 'target',
  sourceGroupIdentity: 'source',
  targetGroupIdentity: 'target',
  preferredStartDateTime: 'start',
  preferredLatestStartDateTime: 'latestStart',
};

/** The body of the dry run, a line a parameter; `validateOnly` says how the live request differs. */
export function requestLines(move: PlannedMove, typed: Typed): RequestLine[] {
  const { parameters } = dryRunRequest(move).body;
  const entries = Object.entries(parameters) as [keyof WireParameters, unknown][];
  const lines = entries.map(([name, value], index) => ({
    text: `  ${JSON.stringify(name)}: ${valueText(value)}${index === entries.length - 1 ? '' : ','}`,
    origin: name === 'validateOnly' ? '<- false in the live request' : originOf(name, typed),
  }));
  return [{ text: '{ "parameters": {', origin: '' }, ...lines, { text: '} }', origin: '' }];
}

function originOf(name: keyof WireParameters, typed: Typed): string {
  const question = questionOf[name];
  return question ? (typed[question]?.origin ?? 'default') : '';
}

/** Identities are one line, with spaces as people write JSON. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return cleanText(JSON.stringify(value));
  const inner = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`);
  return cleanText(`{${inner.join(', ')}}`);
}
