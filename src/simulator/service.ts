import { type Answer, isProblem, taskNotFound } from './answer.ts';
import type { Call } from './calls.ts';
import { findUser } from './directory.ts';
import { echoOf, siteForm } from './echo.ts';
import { factsOf } from './facts.ts';
import { readMapping } from './mappings.ts';
import { nextGuid } from './random.ts';
import { problemOf } from './rules.ts';
import { cancel, submit } from './submit.ts';
import { latestTask, taskById } from './task-list.ts';
import { dryRunView, viewOf } from './view.ts';
import type { Move, Problem, StoredTask, World } from './world.ts';

/** Does what an authorised call asks, at `now` (simulated milliseconds). */
export function perform(world: World, call: Exclude<Call, { kind: 'batch' }>, now: number): Answer | Problem {
  switch (call.kind) {
    case 'validate':
      return validate(world, call.move);
    case 'create':
      return create(world, call.move, now);
    case 'read':
      return read(world, call);
    case 'cancel':
      return cancelById(world, call.key, now);
    case 'mapping':
      return readMapping(world, call);
    default:
      return call.problem;
  }
}

function validate(world: World, move: Move): Answer | Problem {
  const found = problemOf(world, move);
  if (found !== null) wakeLicenceAdmin(world, move, found);
  if (found !== null && (world.options.dryRunFailures === 'http' || found.status !== 422)) return found;
  const id = world.options.dryRunHasId ? nextGuid(world) : null;
  return { status: 200, body: dryRunView(world, echoOf(factsOf(world, move)), found, id) };
}

/** In the scenario `licence-missing` somebody assigns the licence after the dry run that missed it. */
function wakeLicenceAdmin(world: World, move: Move, found: Problem): void {
  const user = findUser(world, move.parameters.sourceUserIdentity ?? {});
  if (found.code !== 'MnAOdbUsersAreNotLicensed' || user?.licence !== 'after-refusal') return;
  world.users[user.upn.toLowerCase()] = { ...user, licence: 'yes' };
}

function create(world: World, move: Move, now: number): Answer | Problem {
  const task = submit(world, move, now);
  return isProblem(task) ? task : { status: 200, body: viewOf(world, task, task.echo) };
}

function read(world: World, call: Extract<Call, { kind: 'read' }>): Answer | Problem {
  const task = call.by === 'id' ? taskById(world, call.key) : latestTask(world, call.key);
  const { readForm } = world.options;
  if (call.by === 'id') return task === null ? taskNotFound(call.key) : taskAnswer(world, task, task.echo);
  if (task === null)
    return readForm === 'value'
      ? { status: 200, body: { value: [] } }
      : taskNotFound(call.key.slice(call.by.length + 1));
  const asSite = call.by === 'user' && world.options.userReadForm === 'site';
  const shown = selected(viewOf(world, task, asSite ? siteForm(world, task) : task.echo), call.select);
  return { status: 200, body: { task: shown, array: [shown], value: { value: [shown] } }[readForm] };
}

const taskAnswer = (world: World, task: StoredTask, parameters: StoredTask['echo']): Answer => ({
  status: 200,
  body: viewOf(world, task, parameters),
});

const selected = (view: object, select: string[] | null): object =>
  select === null ? view : Object.fromEntries(Object.entries(view).filter(([name]) => select.includes(name)));

function cancelById(world: World, id: string, now: number): Answer | Problem {
  const task = taskById(world, id);
  if (task === null) return taskNotFound(id);
  return cancel(world, task, now) ?? { status: 204, body: null };
}
