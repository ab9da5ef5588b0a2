import type { LedgerEntry, RunHeader } from '../wave/entry.ts';
import { move } from './move-shape.ts';
import { type Check, type Fields, isObject, list, matches, orNull, text, time, whole } from './shape.ts';

/**
 * One stored line as an entry, or null when it is none. Kinds of newer versions are kept as they are: they are ignored
 * by whoever does not know them.
 */
export function readEntry({ at, kind, body }: Fields): LedgerEntry | null {
  if (typeof at !== 'number' || typeof kind !== 'string' || typeof body !== 'string') return null;
  const fields = parse(body);
  if (fields === null || !hasShape(kind, fields)) return null;
  return { ...fields, at, kind } as LedgerEntry;
}

/** The head of an opening by itself, or null when it is none. */
export function readHeader(stored: unknown): RunHeader | null {
  const fields = typeof stored === 'string' ? parse(stored) : null;
  return header(fields) ? (fields as RunHeader) : null;
}

function parse(body: string): Fields | null {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const hasShape = (kind: string, fields: Fields): boolean =>
  !Object.hasOwn(shapes, kind) || matches(shapes[kind as LedgerEntry['kind']])(fields);

const task = matches({
  id: orNull(text),
  state: text,
  rawStatus: text,
  final: (v) => typeof v === 'boolean',
  parameters: isObject,
});
const taskLook = matches({ task });
const look: Check = (value) =>
  isObject(value) && (value.found === 'nothing' || value.found === 'unknowable' || taskLook(value));
const finding = matches({ code: text, severity: text, what: text, why: text, next: list(isObject) });
const ids = matches({ requestId: orNull(text), clientRequestId: orNull(text) });
const dryRun = matches({ planId: text, at: time, status: text });
const rowPlan = matches({ row: whole, line: orNull(whole), typed: isObject, move, dryRun });
const header = matches({ runId: text, mode: text, endpoint: text, source: isObject, target: isObject, zone: text });
const confirmation = matches({ word: text, at: time, covers: text });
const result = { row: whole, task, ids, findings: list(finding) };
const refusal = { row: whole, finding };

const shapes: Record<LedgerEntry['kind'], Record<string, Check>> = {
  opened: { header, rows: list(rowPlan), confirmation },
  baseline: { row: whole, look },
  intended: { row: whole, planId: text, clientRequestId: text },
  accepted: result,
  adopted: result,
  rejected: refusal,
  conflicted: refusal,
  unsent: refusal,
  unconfirmed: refusal,
  looked: { row: whole, look },
  cleared: { row: whole, dryRun },
  observed: { row: whole, task, ids },
  cancelAsked: { row: whole, ids },
  cancelRefused: refusal,
};
