import { err, ok, type Result } from '../plan/result.ts';
import { type Fit, fitOf, nameInAddress, oursOfKey, theirsOf } from './fit.ts';
import { isRecord } from './json.ts';
import { readTask } from './read.ts';
import type { SourceKey, Task } from './task.ts';

/** More tasks of one source than this are not to be expected; a hostile answer may have any number. */
const mostTasks = 200;

/**
 * Reads the answer to a question about one source: a task, an array, or `{"value": [...]}`; null when it is empty.
 * A task that plainly belongs to another source is refused: adopting it would follow a stranger's move. A recorded dry
 * run moves nothing and is passed over.
 */
export function readTaskAnswer(json: unknown, key: SourceKey): Result<Task | null, string> {
  const candidates = candidatesOf(json);
  if (candidates.length === 0) return ok(null);
  const read = candidates.map(readTask);
  const tasks = read.flatMap((result) => (result.ok ? [result.value] : []));
  if (tasks.length === 0) return err(read.find((result) => !result.ok)?.error ?? 'The answer is not a task.');
  const moves = tasks.filter((task) => task.parameters.validateOnly !== true);
  if (moves.length === 0) return ok(null);
  const named = moves.filter((task) => fitOfKey(task, key) === 'same');
  const possible = named.length > 0 ? named : moves.filter((task) => fitOfKey(task, key) === 'unknown');
  const latest = possible.reduce<Task | null>(later, null);
  return latest ? ok(latest) : err('The answer is about another source than the one that was asked for.');
}

function candidatesOf(json: unknown): readonly unknown[] {
  const value = isRecord(json) && Object.hasOwn(json, 'value') && !('id' in json) ? json.value : json;
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.slice(0, mostTasks) : [value];
}

/** A OneDrive keeps its address when its owner is renamed, so another name in a site form proves nothing here. */
function fitOfKey(task: Task, key: SourceKey): Fit {
  const theirs = theirsOf(task.parameters, 'source');
  const fit = fitOf(oursOfKey(key), theirs);
  const siteForm = key.type === 'user' && theirs.url !== undefined && nameInAddress(theirs.url) !== null;
  return fit === 'different' && siteForm && theirs.upn === undefined ? 'unknown' : fit;
}

/** One that still goes on is the latest; a queued one may have no times at all. */
function later(best: Task | null, task: Task): Task {
  if (best === null) return task;
  if (best.final !== task.final) return best.final ? task : best;
  return lastTouched(task) > lastTouched(best) ? task : best;
}

const lastTouched = ({ updatedAt, finishedAt, startedAt }: Task): number => updatedAt ?? finishedAt ?? startedAt ?? 0;
