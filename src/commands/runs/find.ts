import { noFace } from '../../frontends/output.ts';
import { defaultEndpoint } from '../../graph/endpoints.ts';
import type { Finding } from '../../plan/finding.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import { localFinding } from '../../problems/explain.ts';
import type { Ledger } from '../../store/ledger.ts';
import type { LedgerEntry, RunHeader } from '../../wave/entry.ts';
import { foldEntries, type RunState } from '../../wave/run-state.ts';
import type { Session } from '../../wizard/state.ts';
import type { Raw } from '../command.ts';
import { modeOf } from '../mode.ts';
import { sessionOf } from '../session.ts';
import type { Settings } from '../settings.ts';

/** A recorded run. Its session is the one it was submitted in, as far as commands that lead back to it need one. */
export type FoundRun = {
  runId: string;
  entries: readonly LedgerEntry[];
  run: RunState;
  header: RunHeader;
  session: Session;
};

/** The run that was named by its id, by a source in it, or by `--last`; null where none was. */
export const namedRun = ({ args, flags }: Raw): string | null => args[0] ?? (flags.last === true ? 'last' : null);

export async function findRun(ledger: Ledger, wanted: string): Promise<Result<FoundRun, Finding>> {
  const [found] = (await ledger.find(wanted)).rows;
  if (!found) return err(localFinding(wanted === 'last' ? 'noRuns' : 'runNotFound', { run: wanted }));
  const entries = await ledger.read(found.runId);
  if (!entries.ok) return entries;
  const run = foldEntries(entries.value);
  const { header } = run;
  if (header === null) return err(localFinding('runNotFound', { run: wanted }));
  return ok({ runId: found.runId, entries: entries.value, run, header, session: { ...header, hints: null } });
}

/** Where the runs of these settings belong, as far as it is known without opening anything. */
export const placeIn = (settings: Settings): Session => ({
  ...sessionOf(settings, modeOf(settings), settings.graphUrl ?? defaultEndpoint),
  ...noFace,
  mode: modeOf(settings),
  account: null,
  hints: null,
});
