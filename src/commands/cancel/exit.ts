import type { Finding } from '../../plan/finding.ts';
import { exitCodeForFindings, exits } from '../../problems/exit.ts';
import { isUnsent } from '../targets.ts';
import type { Seen } from '../task-lines.ts';
import type { Halted } from './brake.ts';
import { staysUnsent } from './words.ts';

type Stopping = Pick<Halted, 'whole' | 'stopped'>;

/** Rows of a whole run that were never sent: there is nothing to cancel. */
const isLeftOut = ({ followed, place }: Seen, whole: ReadonlySet<string>): boolean =>
  whole.has(followed.runId) && isUnsent(place);

/** 0 all cancelled, 5 some or not sure yet, 6 not found, 9 too late; other failures keep the code of their reason. */
export function cancelExit(seen: readonly Seen[], missing: readonly Finding[], { whole, stopped }: Stopping): number {
  const counted = seen.filter((one) => !isLeftOut(one, whole));
  const cancelled = counted.filter(({ followed }) => followed.task?.state === 'cancelled').length;
  if (counted.length === 0 && missing.length === 0) return stopped.length > 0 ? exits.done : exits.notReady;
  if (cancelled === counted.length + missing.length) return exits.done;
  const findings = counted.flatMap(({ finding }) => (finding ? [finding] : []));
  if (cancelled > 0 || findings.some(({ code }) => code === 'cancelNotYetConfirmed')) return exits.mixed;
  return exitCodeForFindings([...findings, ...missing]) || exits.conflict;
}

/** Rows that stay unsent, once for each run. Where nothing at all was sent and nobody was about to, that is an error. */
export function unsentFindings(seen: readonly Seen[], { whole, stopped }: Stopping): Finding[] {
  const isNothing = seen.every((one) => isLeftOut(one, whole)) && stopped.length === 0;
  const drafts = seen.filter((one) => isLeftOut(one, whole) && one.place === 'draft');
  const perRun = Map.groupBy(drafts, ({ followed }) => followed.runId);
  return [...perRun].map(([runId, { length }]) => staysUnsent(length, runId, isNothing ? 'error' : 'info'));
}
