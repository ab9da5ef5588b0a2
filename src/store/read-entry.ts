import type { LedgerEntry } from '../wave/entry.ts';

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

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

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === 'string';
const time: Check = (value) => typeof value === 'number';
const whole: Check = (value) => Number.isSafeInteger(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const matches =
  (shape: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([name, check]) => check(value[name]));

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
const move = matches({ id: text, endpoint: text, plan: matches({ type: text }), tenants: isObject });
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
