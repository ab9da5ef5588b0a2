import { duration } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import type { Ledger } from '../store/ledger.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import { stateOf } from '../wave/row-state.ts';
import { foldEntries } from '../wave/run-state.ts';
import type { Place, Work } from '../wizard/screens.ts';
import { openLedger } from './session.ts';

/** How many runs are read beside those that may wait for an answer, however old. */
const newest = 8;

/** Runs in a place that are not final as far as this computer knows; each profile's are its own. */
export async function knownWork({ mode, profile = null }: Place, ports: Ports): Promise<readonly Work[]> {
  const ledger = openLedger(mode, ports, ports.clock);
  const [listings, { runIds }] = await Promise.all([ledger.list(), ledger.unsettled()]);
  const own = listings.flatMap(({ runId, opened }) =>
    opened.ok && opened.value.header.profile === profile ? [runId] : [],
  );
  const wanted = new Set([...runIds.filter((runId) => own.includes(runId)), ...own.slice(0, newest)]);
  const work = await Promise.all([...wanted].map((runId) => workOf(ledger, runId)));
  return work.flat();
}

async function workOf(ledger: Ledger, runId: string): Promise<Work[]> {
  const entries = await ledger.read(runId);
  if (!entries.ok) return [];
  const { rows, openedAt } = foldEntries(entries.value);
  return rows
    .map((row) => ({ row, state: stateOf(row) }))
    .filter(({ row, state }) => state === 'unconfirmed' || (row.task !== null && !row.task.final))
    .map(({ row, state }) => ({
      runId,
      label: sourceLabel(row.plan.move.plan),
      state,
      when: openedAt === null ? '' : `last seen after ${duration(row.at - openedAt)}`,
    }));
}
