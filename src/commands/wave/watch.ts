import { usualBudget } from '../../graph/pace.ts';
import { followWave } from '../../runtime/wave/follow-wave.ts';
import { foldEntries } from '../../wave/run-state.ts';
import type { RowsWork } from '../apply/rows.ts';
import type { Stopper } from '../stopper.ts';
import { countsEvery } from './counts.ts';

/** Follows a run until all of it is final or somebody stops; says in numbers how far it is. The ledger keeps what is seen. */
export async function watchRows(
  { console, opened: { services }, settings }: RowsWork,
  runId: string,
  end: Stopper,
): Promise<void> {
  const entries = await services.ledger.read(runId);
  if (!entries.ok) return;
  const run = foldEntries(entries.value);
  const stop = new AbortController();
  void end.ended.then(() => stop.abort(new Error('stopped')));
  const total = run.rows.filter(({ task, place }) => task !== null || place === 'unconfirmed').length;
  const say = countsEvery({ console, clock: services.clock, total });
  const over = new Set<number>();
  await followWave(services, run, {
    signal: stop.signal,
    budget: (settings.profile?.limits.budget ?? usualBudget) / 2,
    onRow: ({ row, task }) => {
      if (!task?.final || over.has(row.plan.row)) return;
      over.add(row.plan.row);
      say(task.state);
    },
  });
}
