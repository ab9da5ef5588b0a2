type Json = Record<string, unknown>;
type Said = { exitCode: number; out: string; err: string };

const exitCodes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 130];
const states = ['draft', 'unconfirmed', 'queued', 'running', 'completed', 'failed', 'cancelled', 'unknown'];
const origins = /^(flag|env|typed|file:\d+|profile|rule|default)$/;
const eventNames =
  /^(started|checked|dryRun|intended|accepted|adopted|rejected|unconfirmed|throttled|state|summary|deviceCode|signedIn)$/;

/** Everything that is wrong with an answer by the command-line contract, whatever was asked. Empty when nothing is. */
export function wrongIn(argv: readonly string[], said: Said): string[] {
  return [...wrongText(said), ...wrongFormat(argv, said)];
}

function* wrongText({ exitCode, out, err }: Said): Generator<string> {
  if (!exitCodes.includes(exitCode)) yield `exit code ${exitCode} is not in the table`;
  for (const [name, text] of Object.entries({ out, err })) {
    if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text.replaceAll('\n', '')))
      yield `${name} holds control characters`;
    if (/(^|\\n)\s+at .+:\d+:\d+/m.test(text) || /\bat (Object\.|async |file:)/.test(text) || /^\w*Error: /m.test(text))
      yield `${name} holds a stack trace`;
    if (/\[object Object\]|\bundefined\b|\bNaN\b/.test(text)) yield `${name} holds a broken text`;
    if (/\{\w+\}/.test(text)) yield `${name} holds an empty placeholder`;
  }
}

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
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function* wrongEvents(lines: readonly string[], exitCode: number): Generator<string> {
  const events = lines.map(parsed);
  if (events.some((event) => event === null)) yield 'a line of events is no JSON object';
  if (events[0]?.event !== 'started') yield 'the first event is not started';
  if (events.at(-1)?.event !== 'summary') yield 'the last event is not summary';
  let last = '';
  for (const event of events) {
    if (!eventNames.test(String(event?.event))) yield `unknown event ${event?.event}`;
    if (event?.schema !== 'crossorg/1') yield `${event?.event} has no schema`;
    if (!isTime(event?.at)) yield `${event?.event} has no time`;
    // A service may have another clock than this computer.
    const isLate = String(event?.at) < last && event?.event === 'summary' && event.mode === 'simulator';
    if (isLate) yield 'the summary is older than an event';
    last = String(event?.at);
  }
  const { event: _, at: __, ...document } = events.at(-1) ?? {};
  yield* wrongDocument(document, exitCode);
}

function* wrongDocument(document: Json | null, exitCode: number): Generator<string> {
  if (document === null) return yield 'stdout is not one JSON document';
  const { schema, kind, ok, exitCode: code, mode, profile, source, target, findings, next } = document;
  if (schema !== 'crossorg/1') yield 'schema is not crossorg/1';
  if (typeof kind !== 'string' || kind === '') yield 'kind is missing';
  if (code !== exitCode || ok !== (exitCode === 0)) yield `exitCode ${code} and ok ${ok} do not fit ${exitCode}`;
  if (![null, 'live', 'simulator', 'custom'].includes(mode as null | string)) yield `mode ${mode}`;
  if (profile !== null && typeof profile !== 'string') yield 'profile';
  for (const face of [source, target]) if (!has(face, { tenantId: isTextOrNull, name: isTextOrNull })) yield 'a tenant';
  if (findings !== undefined || exitCode !== 0) yield* wrongFindings(findings);
  yield* wrongSteps(next);
  if (exitCode !== 0 && Array.isArray(next) && next.length === 0) yield 'next is empty after no success';
  yield* wrongKind(document);
}

function* wrongKind(document: Json): Generator<string> {
  const { kind, plan, dryRun, task, submitted, tasks, rows, counts, runs } = document;
  if (kind === 'migrate' || kind === 'demo') {
    if (plan !== null) yield* wrongPlan(plan);
    if (dryRun !== null && !has(dryRun, dryRunShape)) yield 'dryRun';
    if (task !== null && !has(task, taskShape)) yield 'task';
    if (typeof submitted !== 'number') yield 'submitted';
  }
  if (['status', 'watch', 'cancel'].includes(String(kind)))
    if (!isListOf(tasks, { ...taskShape, source: isText })) yield 'tasks';
  if (kind === 'run') {
    if (!isListOf(rows, rowShape)) yield 'rows';
    if (!isObject(counts)) yield 'counts';
  }
  if (kind === 'runs' && !isListOf(runs, { run: isText })) yield 'runs';
}

function* wrongPlan(plan: unknown): Generator<string> {
  if (!has(plan, planShape)) return yield 'plan';
  const { values, request } = plan as { values: unknown; request: Json };
  if (!isListOf(values, { name: isText, value: isText, origin: (value) => origins.test(String(value)) }))
    yield 'plan.values';
  const parameters = (request.body as Json | undefined)?.parameters;
  if (!isObject(parameters) || parameters.validateOnly !== false) yield 'plan.request is not the live body';
}

function* wrongFindings(findings: unknown): Generator<string> {
  if (!Array.isArray(findings)) return yield 'findings are no list';
  for (const finding of findings) {
    if (!has(finding, findingShape)) yield `a finding without what or why: ${JSON.stringify(finding)}`;
    else if ((finding as { next: unknown[] }).next.length === 0) yield 'a finding without next';
    yield* wrongSteps((finding as Json).next);
  }
}

function* wrongSteps(steps: unknown): Generator<string> {
  if (!isListOf(steps, { do: isText, who: isText })) yield 'next';
  else for (const { command } of steps as Json[]) if (command !== undefined && !isText(command)) yield 'a command';
}

type Check = (value: unknown) => boolean;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isTime: Check = (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(String(value));
const isTimeOrNull: Check = (value) => value === null || isTime(value);
const has = (value: unknown, shape: Record<string, Check>): boolean =>
  isObject(value) && Object.entries(shape).every(([name, check]) => name in value && check(value[name]));
const isListOf = (value: unknown, shape: Record<string, Check>): boolean =>
  Array.isArray(value) && value.every((one) => has(one, shape));

const planShape: Record<string, Check> = {
  id: (value) => /^[0-9a-f]{64}$/.test(String(value)),
  type: (value) => ['user', 'site', 'group'].includes(String(value)),
  values: Array.isArray,
  request: (value) => has(value, { method: (method) => method === 'POST', url: isText, body: isObject }),
};

const dryRunShape: Record<string, Check> = {
  ok: (value) => typeof value === 'boolean',
  status: isTextOrNull,
  at: isTime,
  requestId: isTextOrNull,
  clientRequestId: isTextOrNull,
};

const taskShape: Record<string, Check> = {
  id: isTextOrNull,
  state: (value) => states.includes(String(value)),
  rawStatus: isTextOrNull,
  startedAt: isTimeOrNull,
  updatedAt: isTimeOrNull,
  finishedAt: isTimeOrNull,
  error: (value) => value === null || has(value, { code: (code) => typeof code === 'string' }),
};

const rowShape: Record<string, Check> = {
  row: (value) => typeof value === 'number',
  line: () => true,
  plan: isText,
  state: (value) => states.includes(String(value)),
  task: (value) => value === null || has(value, taskShape),
  findings: Array.isArray,
};

const findingShape: Record<string, Check> = {
  severity: (value) => ['error', 'warning', 'info'].includes(String(value)),
  field: isText,
  code: isText,
  from: (value) => ['input', 'check', 'service', 'network', 'signIn', 'program'].includes(String(value)),
  what: isText,
  why: isText,
  next: Array.isArray,
  link: isTextOrNull,
  service: (value) => value === null || isObject(value),
  requestId: isTextOrNull,
  clientRequestId: isTextOrNull,
};
