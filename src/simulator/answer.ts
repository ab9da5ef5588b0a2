import type { WireErrorBody } from '../wire/task.ts';
import type { Options } from './options.ts';
import type { Problem } from './world.ts';

/** What the service says, before faults get at it. `body` is JSON, or null for no body at all. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

export const problem = (status: number, code: string, message: string): Problem => ({ status, code, message });

export const isProblem = (value: object): value is Problem => 'code' in value && 'message' in value;

export const missingParameter = (name: string): Problem =>
  problem(400, 'invalidRequest', `Cannot process the request because the required parameter ${name} is missing.`);

export const taskNotFound = (what: string): Problem =>
  problem(404, 'itemNotFound', `The migration task ${what} could not be found.`);

export const badRequest = (message: string): Problem => problem(400, 'BadRequest', message);

/** Two wordings of the same pages exist. */
export const worded = (message: string, wording: Options['wording']): string =>
  wording === 'long'
    ? message
    : message.replaceAll('Cannot', "Can't").replaceAll('cannot', "can't").replaceAll('does not', "doesn't");

/** Graph's error body. Follows "Microsoft Graph error responses". */
export function errorBody(
  { code, message }: Problem,
  options: Options,
  ids: { date: string; requestId: string; clientRequestId: string },
): WireErrorBody {
  const innerError = { date: ids.date, 'request-id': ids.requestId, 'client-request-id': ids.clientRequestId };
  return {
    error: { code: options.emptyCodes ? '' : code, message: worded(message, options.wording), innerError },
  };
}
