import { redactCode, redactId } from '../graph/redact.ts';
import type { Finding } from '../plan/finding.ts';
import { isoTime } from '../plan/iso.ts';
import type { Clock, Logs } from '../ports/ports.ts';
import type { EntryIds, LedgerEntry, Look, Mode } from '../wave/entry.ts';

/** The log of one session: lines of calls as they come, and what happens to a run. `clock` is the session's. */
export type SessionLog = {
  line(text: string): void;
  entry(runId: string, entry: LedgerEntry): void;
  pause(waitMs: number): void;
};

export function sessionLog(logs: Logs, mode: Mode, clock: Pick<Clock, 'now'>): SessionLog {
  const line = (text: string) => logs.add(mode, text);
  const now = (text: string) => line(`${isoTime(clock.now())} ${text}`);
  return {
    line,
    entry: (runId, entry) => now(`run ${runId} ${entryWords(entry)}`),
    pause: (waitMs) => now(`pause ${Math.round(waitMs)} ms`),
  };
}

/** What an entry of the ledger comes to in a log: ids, states and codes, and nothing of what anybody wrote. */
function entryWords(entry: LedgerEntry): string {
  if (entry.kind === 'opened') return `opened rows=${entry.rows.length}`;
  return [`row ${entry.row} ${entry.kind}`, ...details(entry)].join(' ');
}

function details(entry: Exclude<LedgerEntry, { kind: 'opened' }>): string[] {
  switch (entry.kind) {
    case 'intended':
      return [`plan=${entry.planId.slice(0, 12)}`, `client-request-id=${redactId(entry.clientRequestId)}`];
    case 'accepted':
    case 'adopted':
      return [...taskWords(entry), ...codesOf(entry.findings)];
    case 'observed':
      return taskWords(entry);
    case 'baseline':
    case 'looked':
      return [lookWords(entry.look)];
    case 'cancelAsked':
      return [idWords(entry.ids)];
    case 'cleared':
      return [];
    default:
      return codesOf([entry.finding]);
  }
}

type WithTask = Extract<LedgerEntry, { ids: EntryIds; task: unknown }>;

const taskWords = ({ task, ids }: WithTask): string[] => [
  `task=${redactId(task.id)}`,
  `state=${task.state}`,
  ...(task.error ? [`code=${redactCode(task.error.code)}`] : []),
  idWords(ids),
];

const lookWords = (look: Look): string =>
  look.found === 'task' ? `look=task task=${redactId(look.task.id)} state=${look.task.state}` : `look=${look.found}`;

const idWords = ({ clientRequestId, requestId }: EntryIds): string =>
  `client-request-id=${redactId(clientRequestId)} request-id=${redactId(requestId)}`;

const codesOf = (findings: readonly Finding[]): string[] =>
  findings.length === 0 ? [] : [`codes=${findings.map(({ code }) => redactCode(code)).join(',')}`];
