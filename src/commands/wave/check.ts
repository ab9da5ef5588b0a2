import { type Finding, hasErrors } from '../../plan/finding.ts';
import type { PlannedRow } from '../../plan/plan-file.ts';
import { checkWave } from '../../runtime/wave/check-wave.ts';
import { contextOf } from '../../wizard/asking.ts';
import { type CheckedRow, ownFindings, type RowToCheck } from '../apply/check.ts';
import type { RowsWork } from '../apply/rows.ts';
import { emitChecked, emitDryRun } from '../events.ts';
import type { Stopper } from '../stopper.ts';
import { countsEvery } from './counts.ts';

type Checking = Pick<RowsWork, 'console' | 'opened' | 'broken'>;

/**
 * Checks many rows at once: our own checks first, then looks and dry runs of all rows in batches. What was not asked because
 * something would stop every row has no report.
 */
export async function checkTogether(
  { console, opened, broken = [] }: Checking,
  rows: readonly RowToCheck[],
  end: Stopper,
): Promise<{ checked: readonly CheckedRow[]; breaker: Finding | null }> {
  const { session, services } = opened;
  const { output } = console;
  const stop = new AbortController();
  void end.ended.then(() => stop.abort(new Error('stopped')));
  const context = contextOf({ session }, services.clock.now());
  const checked = new Map<number, CheckedRow>();
  const told = (row: number, plan: string | null) => ({ output, at: services.clock.now(), session, row, plan });
  for (const { row, findings } of broken) emitChecked(told(row, null), findings);
  const about = ({ row, move }: PlannedRow) => told(row, move.id);
  for (const row of rows) {
    const findings = ownFindings(row, context);
    checked.set(row.row, { ...row, findings, report: null });
    emitChecked(about(row), findings);
  }
  const asked = [...checked.values()].filter(({ findings }) => !hasErrors(findings));
  const say = countsEvery({ console, clock: services.clock, total: asked.length });
  const { breaker } = await checkWave(
    services,
    asked.map(({ row, move, findings }) => ({ row, move, own: findings })),
    {
      signal: stop.signal,
      onCheck: (row, { report, findings }) => {
        const one = checked.get(row);
        if (!one) return;
        checked.set(row, { ...one, report, findings });
        emitDryRun(about(one), report);
        say(report.clean !== null && !hasErrors(findings) ? 'ready' : 'not ready');
      },
    },
  );
  return { checked: [...checked.values()], breaker };
}
