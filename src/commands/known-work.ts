import { duration } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import type { Ledger, RunListing } from '../store/ledger.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { RunHeader } from '../wave/entry.ts';
import { stateOf } from '../wave/row-state.ts';
import { foldEntries } from '../wave/run-state.ts';
import type { Place, Work } from '../wizard/screens.ts';
import { knownRun } from '../wizard/wave/known-run.ts';
import { commandLine } from '../wizard/way-back.ts';
import { openLedger } from './session.ts';

/** How many runs are looked at beside those that may wait for an answer, however old. */
const newest = 8;

/** Runs in a place that are not final as far as this computer knows; each profile's are its own. */
export async function knownWork({ mode, profile = null }: Place, ports: Ports): Promise<readonly Work[]> {
  const ledger = openLedger(mode, ports, ports.clock);
  const [listings, { runIds }] = await Promise.all([ledger.list(), ledger.unsettled()]);
  const unsettled = new Set(runIds);
  const own = listings.flatMap((listing) => ownRun(listing, profile));
  const wanted = [
    ...own.filter(({ runId }) => unsettled.has(runId)),
    ...own.slice(0, newest).filter(({ runId }) => !unsettled.has(runId)),
  ];
  return (await Promise.all(wanted.map((run) => workOf(ledger, run)))).flat();
}

type Run = { runId: string; header: RunHeader };

const ownRun = ({ runId, opened }: RunListing, profile: string | null): Run[] =>
  opened.ok && opened.value.header.profile === profile ? [{ runId, header: opened.value.header }] : [];

/** Only a run of one row is read: of many, which may be thousands, the rows are counted. */
async function workOf(ledger: Ledger, run: Run): Promise<Work[]> {
  const { runId } = run;
  const counts = await ledger.counts(runId);
  if (!counts.ok) return [];
  if (counts.value.reduce((sum, { rows }) => sum + rows, 0) === 1) return await workOfOne(ledger, run);
  const known = knownRun(counts.value);
  if (known === null) return [];
  const { state, ...many } = known;
  return [{ runId, label: runId, state, when: '', many, command: wayTo(run, many.left > 0) }];
}

async function workOfOne(ledger: Ledger, run: Run): Promise<Work[]> {
  const entries = await ledger.read(run.runId);
  if (!entries.ok) return [];
  const { rows, openedAt } = foldEntries(entries.value);
  return rows
    .map((row) => ({ row, state: stateOf(row) }))
    .filter(({ row, state }) => state === 'unconfirmed' || (row.task !== null && !row.task.final))
    .map(({ row, state }) => ({
      runId: run.runId,
      label: sourceLabel(row.plan.move.plan),
      state,
      when: openedAt === null ? '' : `last seen after ${duration(row.at - openedAt)}`,
      command: wayTo(run, state === 'unconfirmed'),
    }));
}

const wayTo = ({ runId, header }: Run, isToGoOn: boolean): string =>
  commandLine(header, isToGoOn ? 'resume' : 'watch', runId);
