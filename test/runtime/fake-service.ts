import type { Answered, GraphClient } from '../../src/graph/client.ts';
import type { ConfirmedMove } from '../../src/plan/confirmed.ts';
import { parametersOf } from '../../src/plan/parameters.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { err, ok, type Result } from '../../src/plan/result.ts';
import type { Clock } from '../../src/ports/ports.ts';
import type { AnswerMeta, Call, Failure } from '../../src/problems/failure.ts';
import type { SourceKey, Task, TaskState } from '../../src/tasks/task.ts';

/** What happens to one create. `late`: it takes effect so many milliseconds after its answer was lost. */
export type CreateFault =
  | { kind: 'none' }
  | { kind: 'lostBefore' }
  | { kind: 'lostAfter' }
  | { kind: 'late'; afterMs: number }
  | { kind: 'serverError'; effect: boolean }
  | { kind: 'slow'; effect: boolean }
  | { kind: 'throttled'; retryAfterMs: number }
  | { kind: 'refused'; status: number; code: string };

export type ReadFault = 'none' | 'lost';

export type FakeService = GraphClient & {
  /** Taken one after the other; then everything goes well. */
  createFaults: CreateFault[];
  readFaults: () => ReadFault;
  validates: (Task | Failure)[];
  /** Creates that may have had an effect, by source, with their time. */
  sent(source: string): readonly number[];
  /** How many separate tasks a source ever had made by a create. */
  made(source: string): number;
  task(source: string): Task | null;
  put(source: string, move: PlannedMove, state: TaskState): Task;
  change(source: string, change: Partial<Task>): void;
  refuseCancel: boolean;
  now(): number;
};

const rawWords: Partial<Record<TaskState, string>> = { queued: 'notStarted', running: 'inProgress' };

/** A small service: one task a source, create or update, and answers that get lost. */
export function fakeService(clock: Clock, skewMs = 0): FakeService {
  const tasks = new Map<string, Task>();
  const made = new Map<string, number>();
  const sent = new Map<string, number[]>();
  let pending: { due: number; effect: () => void }[] = [];
  let ids = 0;
  const now = () => clock.now() + skewMs;
  const meta = (status: number, clientRequestId = 'c'): AnswerMeta => ({
    status,
    requestId: `r-${now()}`,
    clientRequestId,
    date: Math.floor(now() / 1000) * 1000,
  });
  const answer = <T>(value: T): Result<Answered<T>, Failure> => ok({ value, meta: meta(200) });
  const lost = (call: Call): Result<never, Failure> =>
    err({ kind: 'network', call, reason: 'reset', reached: 'maybe', clientRequestId: 'c', detail: 'reset' });
  const http = (call: Call, status: number, code: string, retryAfterMs: number | null = null): Result<never, Failure> =>
    err({ kind: 'http', call, meta: meta(status), code, message: 'no', innerCodes: [], retryAfterMs });

  const commitDue = () => {
    const due = pending.filter((one) => one.due <= clock.now());
    pending = pending.filter((one) => one.due > clock.now());
    for (const { effect } of due) effect();
  };

  const taskFor = (move: PlannedMove, id: string, state: TaskState): Task => ({
    id,
    state,
    rawStatus: rawWords[state] ?? state,
    final: ['completed', 'failed', 'cancelled'].includes(state),
    startedAt: null,
    updatedAt: now(),
    finishedAt: null,
    error: null,
    parameters: { ...parametersOf(move.plan), validateOnly: false },
  });

  /** Create or update: a queued task is changed in place, one that moves or moved is left, an ended one starts anew. */
  const createOrUpdate = (move: PlannedMove): Task | null => {
    const source = sourceOf(move);
    const before = tasks.get(source);
    if (before && ['running', 'completed'].includes(before.state)) return null;
    const isNew = before === undefined || before.final;
    if (isNew) made.set(source, (made.get(source) ?? 0) + 1);
    if (before === undefined) ids += 1;
    const task = taskFor(move, before?.id ?? `task-${ids}`, 'queued');
    tasks.set(source, task);
    return task;
  };

  const service: FakeService = {
    createFaults: [],
    readFaults: () => 'none',
    validates: [],
    refuseCancel: false,
    now,
    sent: (source) => sent.get(source) ?? [],
    made: (source) => made.get(source) ?? 0,
    task: (source) => {
      commitDue();
      return tasks.get(source) ?? null;
    },
    put: (source, move, state) => {
      ids += 1;
      const task = taskFor(move, `task-${ids}`, state);
      tasks.set(source, task);
      return task;
    },
    change: (source, change) => {
      const task = tasks.get(source);
      if (task) tasks.set(source, { ...task, ...change, updatedAt: now() });
    },

    create: async (confirmed: ConfirmedMove, clientRequestId) => {
      commitDue();
      const { move } = confirmed;
      const fault = service.createFaults.shift() ?? { kind: 'none' };
      if (fault.kind === 'throttled') return http('create', 429, 'tooManyRequests', fault.retryAfterMs);
      if (fault.kind === 'refused') return http('create', fault.status, fault.code);
      const source = sourceOf(move);
      sent.set(source, [...service.sent(source), now()]);
      if (fault.kind === 'late') {
        pending.push({ due: clock.now() + fault.afterMs, effect: () => createOrUpdate(move) });
        return lost('create');
      }
      if (fault.kind === 'lostBefore' || ('effect' in fault && !fault.effect)) return await openAnswer(fault);
      const task = createOrUpdate(move);
      if (fault.kind !== 'none') return await openAnswer(fault);
      if (task === null) return http('create', 422, 'MnASiteMoveIsInprogressOrFinished');
      return ok({ value: task, meta: meta(200, clientRequestId) });
    },
    validate: async (move) => {
      const next = service.validates.shift();
      if (next && 'kind' in next) return err(next);
      return answer(next ?? { ...taskFor(move, '', 'completed'), id: null });
    },
    taskById: async (id) => {
      commitDue();
      if (service.readFaults() === 'lost') return lost('read');
      const task = [...tasks.values()].find((one) => one.id === id);
      return task ? answer(task) : http('read', 404, 'itemNotFound');
    },
    taskBySource: async (key) => {
      commitDue();
      if (service.readFaults() === 'lost') return lost('read');
      return answer(tasks.get(keyText(key)) ?? null);
    },
    cancel: async (id) => {
      const [source, task] = [...tasks].find(([, one]) => one.id === id) ?? [];
      if (!source || !task) return http('cancel', 404, 'itemNotFound');
      if (service.refuseCancel || task.state !== 'queued') return http('cancel', 409, 'conflict');
      pending.push({
        due: clock.now() + 3_000,
        effect: () => service.change(source, { state: 'cancelled', rawStatus: 'cancelled', final: true }),
      });
      return ok({ value: null, meta: meta(204) });
    },
  };

  const openAnswer = async (fault: CreateFault) => {
    if (fault.kind === 'serverError') return http('create', 502, '');
    if (fault.kind === 'slow') await clock.sleep(100_000);
    return lost('create');
  };
  return service;
}

/** What a source is called in the fake. */
export const sourceOf = ({ plan }: PlannedMove): string => {
  if (plan.type === 'site') return plan.source.url;
  if (plan.type === 'group') return plan.source.mailNickname;
  return plan.sourceUpn ?? (plan.source.by === 'upn' ? plan.source.upn : plan.source.id);
};

const keyText = (key: SourceKey): string =>
  key.type === 'user' ? key.upn : key.type === 'site' ? key.url : key.mailNickname;
