import type { GraphClient } from '../graph/client.ts';
import type { Clock, Random } from '../ports/ports.ts';
import type { DraftKeeper } from '../store/drafts.ts';
import type { Ledger } from '../store/ledger.ts';
import type { RunHeader } from '../wave/entry.ts';

/** What the drivers of migrations work with. */
export type Services = {
  graph: GraphClient;
  ledger: Ledger;
  clock: Clock;
  random: Random;
  /** What a run that begins now records about its session. */
  header(): Omit<RunHeader, 'runId'>;
  /** The service asked for a pause of so many milliseconds before a create may go out. */
  onThrottled?: (waitMs: number, at: number) => void;
  /** Runs that need no look for open rows, where many rows are sent: it grows. */
  settledRuns?: Set<string>;
  /** The sources of runs that were read, where many rows are sent: a run is opened once, and gets no rows later. */
  sourcesOfRuns?: Map<string, ReadonlySet<string>>;
  /** After a 401 of a create: whether there is a new token of the same tenant now. */
  renew?: () => Promise<boolean>;
  /** Keeps what is typed, where somebody types. */
  draft?: DraftKeeper;
};
