import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { RowState } from '../wave/row-state.ts';
import { foldEntries, openRows, type RunState } from '../wave/run-state.ts';
import { otherPlace } from '../wave/same-place.ts';
import { sameSource, sourceTexts } from '../wave/source-text.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { holdingRow } from './hold.ts';
import type { Services } from './services.ts';
import { settleBook } from './settle.ts';

/**
 * What stands before a new submission of a source: open rows of it in any run, settled first. `outcome` is what they came
 * to when it decides the new submission; `warnings` name runs that cannot be read and may hold such rows.
 */
export type Elsewhere = { outcome: SubmitOutcome | null; warnings: readonly Finding[] };

type OpenRow = { runId: string; row: RowState };

/** Settles the open rows of a source. The caller holds the source. */
export async function settleElsewhere(services: Services, move: PlannedMove): Promise<Elsewhere> {
  const { open, broken } = await openRowsOf(services, move);
  const warnings = broken.map((finding): Finding => ({ ...finding, severity: 'warning' }));
  for (const one of open) {
    const outcome = await settleOne(services, one, move);
    if (outcome !== null) return { outcome, warnings };
  }
  return { outcome: null, warnings };
}

async function openRowsOf(services: Services, move: PlannedMove): Promise<{ open: OpenRow[]; broken: Finding[] }> {
  const { ledger } = services;
  const { known, learn } = knownRuns(services, move);
  const unsettled = await ledger.unsettled(known);
  learn.settled();
  const broken = [...unsettled.broken];
  const open: OpenRow[] = [];
  for (const runId of unsettled.runIds) {
    const entries = await ledger.read(runId);
    if (entries.ok) {
      const run = foldEntries(entries.value);
      learn.sources(runId, run);
      open.push(...openHere(run, services, move).map((row) => ({ runId, row })));
    } else broken.push(entries.error);
  }
  return { open, broken };
}

/** Runs that need no look for a source, and how they become more: a big run is not read again for every row of a wave. */
function knownRuns({ settledRuns, sourcesOfRuns }: Services, move: PlannedMove) {
  const texts = sourceTexts(move);
  const others = [...(sourcesOfRuns ?? [])].filter(([, sources]) => !texts.some((text) => sources.has(text)));
  const ofOthers = new Set(others.map(([runId]) => runId));
  const known = new Set([...(settledRuns ?? []), ...ofOthers]);
  return {
    known,
    learn: {
      settled: (): void => {
        for (const runId of known) if (!ofOthers.has(runId)) settledRuns?.add(runId);
      },
      sources: (runId: string, { rows }: RunState): void => {
        sourcesOfRuns?.set(runId, new Set(rows.flatMap(({ plan }) => sourceTexts(plan.move))));
      },
    },
  };
}

/** The same name in another tenant is another source. */
function openHere(run: RunState, { header }: Services, move: PlannedMove): readonly RowState[] {
  if (run.header === null || otherPlace(run.header, header()) !== null) return [];
  return openRows(run).filter((row) => sameSource(row.plan.move, move));
}

/** Null when the new submission may go on to its own look at the source. */
async function settleOne(
  services: Services,
  { runId, row }: OpenRow,
  move: PlannedMove,
): Promise<SubmitOutcome | null> {
  const samePlan = row.plan.move.id === move.id;
  const held = await holdingRow(services, { runId, row: row.plan.row }, (book) => settleBook(services, book, false));
  if (!held.ok) return { result: 'conflict', runId, findings: [held.error] };
  const settled = held.value;
  if (settled.result === 'unconfirmed')
    return samePlan ? settled : { result: 'conflict', runId, findings: settled.findings };
  const isThere = settled.result === 'accepted' || settled.result === 'adopted';
  if (!isThere || !samePlan || settled.task.state === 'failed' || settled.task.state === 'cancelled') return null;
  return { ...settled, result: 'adopted' };
}
