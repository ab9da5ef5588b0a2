import { err, ok, type Result } from '../plan/result.ts';
import { cleanText } from '../problems/clean.ts';
import { readInstant } from './instant.ts';
import { isRecord } from './json.ts';
import { readTaskError } from './read-error.ts';
import { readParameters } from './read-parameters.ts';
import type { Task, TaskState } from './task.ts';

/**
 * Reads one `sharePointMigrationTask`, leniently: unknown words and properties pass, wrong types count as absent.
 * The error is a sentence that says why it is no task at all.
 */
export function readTask(json: unknown): Result<Task, string> {
  if (!isRecord(json)) return err('The answer is not a task.');
  const id = idOf(json.id);
  const rawStatus = wordOf(json.status);
  if (id === null && rawStatus === '') return err('The answer has neither an id nor a status.');
  const finishedAt = readInstant(json.finishedDateTime);
  return ok({
    id,
    rawStatus,
    ...stateOf(rawStatus, finishedAt),
    startedAt: readInstant(json.startedDateTime),
    updatedAt: readInstant(json.lastUpdatedDateTime),
    finishedAt,
    error: readTaskError(json),
    parameters: readParameters(json.parameters),
  });
}

type Meaning = Pick<Task, 'state' | 'final'>;

const queued: Meaning = { state: 'queued', final: false };
const running: Meaning = { state: 'running', final: false };
const finalAs = (state: TaskState): Meaning => ({ state, final: true });

/** Keys are letters only, lower case. Drafts of the page and its PowerShell twin use other words for the final states. */
const meanings = new Map<string, Meaning>([
  ['notstarted', queued],
  ['inprogress', running],
  ['completed', finalAs('completed')],
  ['success', finalAs('completed')],
  ['succeeded', finalAs('completed')],
  ['cancelled', finalAs('cancelled')],
  ['canceled', finalAs('cancelled')],
  ['stopped', finalAs('cancelled')],
  ['failed', finalAs('failed')],
]);

/** A word of tomorrow's service is final when the task has an end, and its outcome stays unknown. */
const stateOf = (rawStatus: string, finishedAt: number | null): Meaning =>
  meanings.get(rawStatus.toLowerCase().replaceAll(/[^a-z]/g, '')) ?? { state: 'unknown', final: finishedAt !== null };

const wordOf = (value: unknown): string => cleanText(plainOf(value), { maxLength: 80 });

const plainOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const longestId = 200;

/**
 * An id is used as it is or not at all. Dots alone would climb in a URL, so they are none; a number is not what the service
 * calls a task, and following it would lose the real one.
 */
function idOf(value: unknown): string | null {
  const id = typeof value === 'string' ? value.trim() : '';
  return id.length > longestId || cleanText(id) !== id || /^\.*$/.test(id) ? null : id;
}
