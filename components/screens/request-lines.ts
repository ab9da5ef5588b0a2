import type { QuestionId } from '../../src/plan/answers.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { dryRunRequest } from '../../src/plan/request.ts';
import type { Typed } from '../../src/plan/typed.ts';
import { cleanText } from '../../src/problems/clean.ts';
import type { WireParameters } from '../../src/wire/task.ts';
import { takeCells } from '../text/truncate.ts';
import { apart, graphemes, widthOf } from '../text/width.ts';

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

/** Broken before the last part of the address, so that both halves can be read. */
export function urlLines(method: string, url: string, account: string | null): string[] {
  const cut = url.lastIndexOf('/') + 1;
  const indent = ' '.repeat(method.length + 1);
  const by = account === null ? '' : `   as ${cleanText(account)}`;
  return [`${method} ${url.slice(0, cut)}`, `${indent}${url.slice(cut)}${by}`];
}

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

/** Lines that do not fit go on under themselves: what is sent is never shortened. */
export const fitted = (lines: readonly RequestLine[], width: number): RequestLine[] =>
  lines.flatMap((line) => broken(line, width));

function broken({ text, origin }: RequestLine, width: number): RequestLine[] {
  const room = width - (origin === '' ? 0 : widthOf(origin) + 2);
  if (widthOf(text) <= room) return [{ text, origin }];
  const value = text.indexOf('": ') + 3;
  const cut = value > 2 && value < width && !text.startsWith('    ') ? value : takeCells(graphemes(text), width).length;
  const rest = broken({ text: `    ${text.slice(cut)}`, origin }, width);
  return [{ text: text.slice(0, cut), origin: '' }, ...rest];
}

function originOf(name: keyof WireParameters, typed: Typed): string {
  const question = questionOf[name];
  return question ? (typed[question]?.origin ?? 'default') : '';
}

/** Identities are one line, with spaces as people write JSON. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return apart(cleanText(JSON.stringify(value)));
  const inner = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`);
  return apart(cleanText(`{${inner.join(', ')}}`));
}
