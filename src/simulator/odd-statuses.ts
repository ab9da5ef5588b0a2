import { problem } from './answer.ts';
import type { Fault } from './fault.ts';
import { isFirst, type Moment, pick } from './moment.ts';
import type { CallKind, Problem } from './world.ts';

/** Statuses that the pages of these calls do not promise, with Graph's usual words for them. */
const oddities: readonly Problem[] = [
  problem(400, 'BadRequest', 'The request is malformed or incorrect.'),
  problem(403, 'accessDenied', 'Access denied'),
  problem(404, 'itemNotFound', 'The resource could not be found.'),
  problem(408, 'requestTimeout', 'The request timed out.'),
  problem(409, 'conflict', 'The state of the resource conflicts with the request.'),
  problem(410, '', 'The resource is no longer available.'),
  problem(418, '', 'I am a teapot.'),
  problem(422, '', 'The request cannot be processed.'),
  problem(500, 'generalException', 'An internal error occurred.'),
  problem(501, 'notSupported', 'The operation is not supported.'),
  problem(505, '', 'The HTTP version is not supported.'),
  problem(599, '', 'The network connection timed out.'),
  problem(999, '', 'Request denied.'),
];

/** Where a status would be a statement about a task, and a wrong one. */
const lies: Partial<Record<CallKind, readonly number[]>> = { read: [404], cancel: [404, 409] };

/** After these nobody knows whether the service did what was asked. */
const isOpen = (status: number): boolean => status === 408 || (status >= 500 && status !== 501);

/** The first answer of each call is one of them. */
export function oddStatus(moment: Moment): Fault | null {
  if (!isFirst(moment)) return null;
  const [first, ...rest] = oddities.filter(({ status }) => !lies[moment.kind]?.includes(status));
  if (first === undefined) return null;
  const odd = pick([first, ...rest], moment, `odd ${moment.kind}`);
  return {
    name: 'error',
    problem: odd,
    effect: isOpen(odd.status) ? pick(['none', 'done'], moment, 'effect') : 'none',
  };
}
