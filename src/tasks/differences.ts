import type { Instant, QuestionId } from '../plan/answers.ts';
import { isoTime } from '../plan/iso.ts';
import type { Plan, PlannedMove } from '../plan/plan.ts';
import { cleanText } from '../problems/clean.ts';
import type { WireParameters } from '../wire/task.ts';
import { type Fit, fitOf, hostFit, oursOf, type Side, theirsOf } from './fit.ts';
import { readInstant } from './instant.ts';
import { sourceLabel, targetLabel } from './source-key.ts';
import type { Task } from './task.ts';

/** One thing a task says otherwise than the plan. Both texts are fit for a screen. */
export type Difference = { name: QuestionId; ours: string; theirs: string };

/** The service rounds times; nearer than this is the same time. */
const sameTimeMs = 60_000;

/**
 * Everything a task says otherwise than the plan. What a task leaves out or fills in is no difference, times excepted: one
 * that has not begun and names no start begins when the service has room.
 */
export function differences({ plan }: PlannedMove, task: Task): Difference[] {
  const begun = task.final || task.state === 'running' || task.startedAt !== null;
  return [
    ...partyDifference(plan, task.parameters, 'source'),
    ...partyDifference(plan, task.parameters, 'target'),
    ...destinationDifference(plan, task.parameters),
    ...(begun ? [] : scheduleDifference(plan, task.parameters)),
  ];
}

/** For the baseline: whether a task that is already there does what the plan wants. */
export function sameParameters(move: PlannedMove, task: Task): Fit {
  if (task.parameters.validateOnly === true || differences(move, task).length > 0) return 'different';
  return fitOf(oursOf(move.plan, 'target'), theirsOf(task.parameters, 'target'));
}

function partyDifference(plan: Plan, parameters: WireParameters, side: Side): Difference[] {
  const theirs = theirsOf(parameters, side);
  if (fitOf(oursOf(plan, side), theirs) !== 'different') return [];
  const ours = side === 'source' ? sourceLabel(plan) : targetLabel(plan);
  return [{ name: side, ours, theirs: shown(theirs.upn ?? theirs.id ?? theirs.url ?? theirs.nick ?? '') }];
}

function destinationDifference({ destination }: Plan, parameters: WireParameters): Difference[] {
  const { targetOrganizationHost: host, targetOrganizationId: id, targetDataLocationCode: code } = parameters;
  if (destination.by === 'host')
    return host === undefined || hostFit(destination.host, host) === 'same'
      ? []
      : [{ name: 'targetHost', ours: destination.host, theirs: shown(host) }];
  const { organizationId, location } = destination;
  const asked = location !== null && location !== 'unset';
  return [
    ...textDifference('targetOrgId', organizationId, id),
    ...(asked ? textDifference('targetLocation', location, code ?? undefined) : []),
  ];
}

function textDifference(name: QuestionId, ours: string, theirs: string | undefined): Difference[] {
  const same = theirs === undefined || ours.toLowerCase() === theirs.trim().toLowerCase();
  return same ? [] : [{ name, ours, theirs: shown(theirs) }];
}

const scheduleDifference = ({ start, latestStart }: Plan, parameters: WireParameters): Difference[] => [
  ...timeDifference('start', start === 'now' ? null : start, parameters.preferredStartDateTime),
  ...timeDifference('latestStart', latestStart, parameters.preferredLatestStartDateTime),
];

function timeDifference(name: 'start' | 'latestStart', ours: Instant | null, wire: string | undefined): Difference[] {
  const theirs = readInstant(wire);
  if (ours === theirs || (ours !== null && theirs !== null && Math.abs(ours - theirs) < sameTimeMs)) return [];
  return [{ name, ours: timeText(name, ours), theirs: timeText(name, theirs) }];
}

const timeText = (name: 'start' | 'latestStart', at: Instant | null): string =>
  at === null ? unset[name] : isoTime(at);

const unset = { start: 'now', latestStart: 'not set' } as const;

const shown = (text: string): string => cleanText(text, { maxLength: 200 });
