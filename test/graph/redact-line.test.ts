import { expect, it } from 'vitest';
import { redactLine } from '../../src/graph/redact-line.ts';
import type { TaskState } from '../../src/tasks/task.ts';
import type { LedgerEntry, Look } from '../../src/wave/entry.ts';

const kinds: Record<LedgerEntry['kind'], true> = {
  opened: true,
  baseline: true,
  intended: true,
  accepted: true,
  adopted: true,
  rejected: true,
  conflicted: true,
  unsent: true,
  unconfirmed: true,
  looked: true,
  cleared: true,
  observed: true,
  cancelAsked: true,
  cancelRefused: true,
};
const states: Record<TaskState, true> = {
  draft: true,
  queued: true,
  running: true,
  completed: true,
  failed: true,
  cancelled: true,
  unconfirmed: true,
  unknown: true,
};
const looks: Record<Look['found'], true> = { nothing: true, task: true, unknowable: true };

it('what a log says of the ledger is never hidden, whatever kind it is', () => {
  const line = Object.keys({ ...kinds, ...states, ...looks }).join(' ');
  expect(redactLine(line)).toEqual({ text: line, hidden: 0 });
});

const id = '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0';

it.each([
  { line: `2026-12-05T12:00:00Z ended exit=7`, text: '2026-12-05T12:00:00Z ended exit=7' },
  {
    line: 'x crossorg 0.1.0-beta.2 node 24.1.0 linux fabrikam --dry-run',
    text: 'REDACTED crossorg 0.1.0-beta.2 node 24.1.0 linux REDACTED --dry-run',
  },
  { line: `read GET /beta/dana@contoso.com/${id}`, text: 'read GET /beta/REDACTED/REDACTED' },
  {
    line: "read GET /getBySourceSiteUrl(sourceSiteUrl='x')?token=1",
    text: 'read GET /getBySourceSiteUrl(REDACTED)?REDACTED',
  },
  {
    line: `run r-20261205-120000-0000 task=${id} state=queued`,
    text: `run r-20261205-120000-0000 task=${id} state=queued`,
  },
  {
    line: 'run r-1 task=dana state=Dana code=Dana exit=x',
    text: 'run REDACTED task=REDACTED state=REDACTED code=REDACTED exit=REDACTED',
  },
  { line: `token=${id} ${id}`, text: 'REDACTED REDACTED' },
  { line: 'codes=http403,other-0a1b2c3d,x', text: 'codes=http403,other-0a1b2c3d,REDACTED' },
])('a line of a log is read once more by the allow-list: $line', ({ line, text }) => {
  const after = redactLine(line);
  expect(after.text).toBe(text);
  expect(after.hidden > 0).toBe(line !== text);
  expect(redactLine(text).text).toBe(text);
});
