import { foreignText } from '../problems/secrets.ts';
import { isRecord, type JsonRecord, recordAt, textAt } from './json.ts';
import type { TaskError } from './task.ts';

const mostDetails = 20;
const deepest = 5;

/** The error a task carries: `error`, or the `errors` of an earlier wording. Null when neither says anything. */
export function readTaskError(task: JsonRecord): TaskError | null {
  const candidates = [task.error, ...(Array.isArray(task.errors) ? task.errors.slice(0, mostDetails) : [])];
  const [first, ...others] = candidates.map(errorOf).filter((error) => error !== null);
  if (!first) return null;
  const more = others.map(({ code, message }) => ({ code, message }));
  return { ...first, details: [...first.details, ...more].slice(0, mostDetails) };
}

function errorOf(json: unknown): TaskError | null {
  if (typeof json === 'string' && json.trim() !== '')
    return { code: '', message: cleaned(json), target: null, details: [] };
  if (!isRecord(json)) return null;
  const { code, message } = pairOf(json);
  const details = [...detailsOf(json.details), ...innerOf(json)];
  if (code === '' && message === '' && details.length === 0) return null;
  const target = textAt(json, 'target');
  return { code, message, target: target === undefined ? null : cleaned(target), details };
}

const detailsOf = (json: unknown): TaskError['details'] =>
  Array.isArray(json) ? json.slice(0, mostDetails).filter(isRecord).map(pairOf).filter(says) : [];

/** The service's own codes can hide in nested inner errors. */
function innerOf(json: JsonRecord, depth = 0): TaskError['details'] {
  const inner = recordAt(json, 'innerError') ?? recordAt(json, 'innererror');
  if (!inner || depth === deepest) return [];
  return [pairOf(inner), ...innerOf(inner, depth + 1)].filter(says);
}

const pairOf = (json: JsonRecord) => ({
  code: cleaned(textAt(json, 'code') ?? ''),
  message: cleaned(textAt(json, 'message') ?? ''),
});

const says = ({ code, message }: { code: string; message: string }): boolean => code !== '' || message !== '';

const cleaned = (text: string): string => foreignText(text, 1_000);
