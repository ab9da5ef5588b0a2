import { exitCodes } from '../../src/schema/words.ts';
import { wrongDocument as wrongBySchema, wrongEvent, wrongSchema } from './schemas.ts';

type Json = Record<string, unknown>;
type Said = { exitCode: number; out: string; err: string };

/** Everything that is wrong with an answer by the command-line contract, whatever was asked. Empty when nothing is. */
export function wrongIn(argv: readonly string[], said: Said): string[] {
  return [...wrongText(said), ...wrongFormat(argv, said)];
}

function* wrongText({ exitCode, out, err }: Said): Generator<string> {
  if (!(exitCode in exitCodes)) yield `exit code ${exitCode} is not in the table`;
  for (const [name, text] of Object.entries({ out, err })) {
    if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(withoutLineEnds(text)))
      yield `${name} holds control characters`;
    if (/(^|\\n)\s+at .+:\d+:\d+/m.test(text) || /\bat (Object\.|async |file:)/.test(text) || /^\w*Error: /m.test(text))
      yield `${name} holds a stack trace`;
    if (/\[object Object\]|\bundefined\b|\bNaN\b/.test(text)) yield `${name} holds a broken text`;
    // A naming rule has one of its own.
    if (/\{(?!name\})[A-Za-z]\w*\}/.test(text)) yield `${name} holds an empty placeholder`;
  }
}

/** A CSV begins with the mark of UTF-8, and its lines end as RFC 4180 wants. */
const withoutLineEnds = (text: string): string =>
  (text.startsWith('\uFEFF') ? text.replaceAll('\r\n', '\n') : text).replaceAll('\n', '');

function* wrongFormat(argv: readonly string[], { exitCode, out, err }: Said): Generator<string> {
  const lines = out.trimEnd().split('\n');
  if (argv.includes('--events')) yield* wrongEvents(lines, exitCode);
  else if (argv.includes('--json')) yield* wrongDocument(parsed(out), exitCode);
  else if (exitCode !== 0 && err === '') yield 'nothing on stderr says why it failed';
  if (argv.includes('--json') && /^\s+(What|Next)\b/m.test(err)) yield 'findings are printed twice';
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

function* wrongEvents(lines: readonly string[], exitCode: number): Generator<string> {
  const events = lines.map(parsed);
  if (events[0]?.event !== 'started') yield 'the first event is not started';
  if (events.at(-1)?.event !== 'summary') yield 'the last event is not summary';
  let last = '';
  for (const event of events) {
    if (event === null) yield 'a line of events is no JSON object';
    else if (event.event !== 'summary') yield* wrongEvent(event);
    // A service may have another clock than this computer.
    const isLate = String(event?.at) < last && event?.event === 'summary' && event.mode === 'simulator';
    if (isLate) yield 'the summary is older than an event';
    last = String(event?.at);
  }
  const { event: _, at, ...document } = events.at(-1) ?? {};
  if (Number.isNaN(Date.parse(String(at)))) yield 'summary has no time';
  yield* wrongDocument(document, exitCode);
}

function* wrongDocument(document: Json | null, exitCode: number): Generator<string> {
  if (document === null) return yield 'stdout is not one JSON document';
  if ('$schema' in document) return yield* wrongSchema(document, exitCode);
  const { ok, exitCode: code, next } = document;
  yield* wrongBySchema(document);
  if (code !== exitCode || ok !== (exitCode === 0)) yield `exitCode ${code} and ok ${ok} do not fit ${exitCode}`;
  if (Array.isArray(next) && next.length === 0 && !isPlainSuccess(document))
    yield 'next is empty after no plain success';
}

/** Everything that was asked for is done, and nothing is left to look at. */
function isPlainSuccess({ kind, exitCode, findings = [], tasks = [], rows = [], task = null }: Json): boolean {
  const wanted = kind === 'cancel' ? 'cancelled' : 'completed';
  const all = [tasks, rows, task === null ? [] : [task]].flat() as { state: string }[];
  const hasErrors = (findings as { severity: string }[]).some(({ severity }) => severity === 'error');
  return exitCode === 0 && !hasErrors && all.every(({ state }) => state === wanted);
}
