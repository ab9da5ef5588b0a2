import { redactCode } from '../../graph/redact.ts';
import { isoTime } from '../../plan/iso.ts';
import type { Ports } from '../../ports/ports.ts';
import { isRunId } from '../../store/run-id.ts';
import type { Mode } from '../../wave/entry.ts';
import { countStates, foldEntries, type RunState } from '../../wave/run-state.ts';
import { openLedger } from '../session.ts';
import type { Section } from './section.ts';

/** How many runs of a place are told of. */
const mostRuns = 20;

/** The newest runs of a place: how many rows are in which state, and why; nothing of what they move. */
export async function runsSection(mode: Mode, ports: Ports): Promise<Section> {
  const ledger = openLedger(mode, ports, ports.clock);
  const listings = (await ledger.list()).filter(({ runId }) => isRunId(runId));
  const told = [];
  for (const { runId } of listings.slice(0, mostRuns)) {
    const entries = await ledger.read(runId);
    const run = entries.ok ? foldEntries(entries.value) : null;
    told.push({ runId, rows: run?.rows.length ?? 0, line: run ? runLine(runId, run) : `${runId} cannot be read` });
  }
  return {
    title: `Runs, ${mode}`,
    lines: told.map(({ line }) => line),
    files: told.map(({ runId }) => ({ name: `${mode} run ${runId}`, lines: 1 })),
    hidden: [
      {
        what: 'rows of runs, with their names, addresses and ids',
        count: told.reduce((sum, { rows }) => sum + rows, 0),
      },
      { what: 'older runs', count: Math.max(0, listings.length - mostRuns) },
    ],
  };
}

function runLine(runId: string, run: RunState): string {
  const states = Object.entries(countStates(run)).map(([state, count]) => `${count} ${state}`);
  const codes = run.rows.flatMap(({ finding, findings, task }) => [
    ...[...findings, ...(finding ? [finding] : [])].map(({ code }) => redactCode(code)),
    ...(task?.error ? [redactCode(task.error.code)] : []),
  ]);
  const counted = [...Map.groupBy(codes, (code) => code)].map(([code, all]) => `${code} ${all.length}`);
  const opened = run.openedAt === null ? 'never opened' : isoTime(run.openedAt);
  return [
    `${runId}, ${opened}`,
    states.join(', '),
    ...(counted.length > 0 ? [`codes ${counted.join(', ')}`] : []),
  ].join('; ');
}
