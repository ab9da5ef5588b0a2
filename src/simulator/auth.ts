import { problem, taskNotFound } from './answer.ts';
import type { Call, Incoming } from './calls.ts';
import { type Claims, claimsOf, manageScope, readScope } from './tokens.ts';
import type { Problem, World } from './world.ts';

const denied = problem(403, 'accessDenied', 'Access denied');
const unauthorized = (message: string): Problem => problem(401, 'InvalidAuthenticationToken', message);

/** Why a request's token is not good enough for its call; null when it is. */
export function tokenProblem(world: World, call: Call, headers: Incoming['headers'], now: number): Problem | null {
  const [, token] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) return unauthorized('Access token is empty.');
  const claims = claimsOf(token);
  if (claims === null) return unauthorized('CompactToken validation failed.');
  if (claims.exp * 1000 <= now || claims.serial < world.tokenSerial)
    return unauthorized('Lifetime validation failed, the token is expired.');
  // The parts are judged one by one; the batch around them needs a valid token only.
  if (call.kind === 'batch') return null;
  return tenantProblem(world, call, claims) ?? (hasScope(world, call, claims) ? null : denied);
}

/** Tasks belong to the source tenant, mappings to the target. */
function tenantProblem(world: World, call: Call, { tid }: Claims): Problem | null {
  if (tid === (call.kind === 'mapping' ? world.target.id : world.source.id)) return null;
  if (tid !== world.target.id || world.options.targetToken === 'denied') return denied;
  return call.kind === 'validate' || call.kind === 'create' ? wrongSide : taskNotFound(call.key);
}

const wrongSide = problem(
  422,
  'MnATrustWrongCmdletUsage',
  'You cannot use this cmdlet with a partner with [Source] configuration.',
);

function hasScope(world: World, call: Call, { scp }: Claims): boolean {
  if (!world.options.separateScopes) return true;
  const reads = call.kind === 'read' || call.kind === 'mapping';
  return scp.split(' ').includes(reads ? readScope : manageScope);
}
