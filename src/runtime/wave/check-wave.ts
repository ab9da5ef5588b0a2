import type { Finding } from '../../plan/finding.ts';
import type { PlannedMove } from '../../plan/plan.ts';
import { ruleOfFinding } from '../../problems/find-rule.ts';
import type { Look } from '../../wave/entry.ts';
import type { DryRunReport } from '../../wizard/state.ts';
import { runDryRun } from '../dry-run.ts';
import { lookUpSource } from '../look-up-source.ts';
import type { Services } from '../services.ts';
import { limited } from './limited.ts';

export type Checkable = { row: number; move: PlannedMove; own: readonly Finding[] };

/** What the service says about one row before anything is sent. */
export type RowCheck = {
  planId: string;
  /** Null where the source could not be looked up, or was not. */
  look: Look | null;
  report: DryRunReport;
  /** Own findings, those of the look and those of the dry run. */
  findings: readonly Finding[];
};

/** By plan id. */
export type Checks = ReadonlyMap<string, RowCheck>;

export type CheckEnd = {
  checks: Checks;
  /** Something that would stop every row; the rest was not asked. */
  breaker: Finding | null;
};

type Checking = Pick<Services, 'graph' | 'clock' | 'header'>;

type Options = {
  signal: AbortSignal;
  onCheck: (row: number, check: RowCheck) => void;
};

/** So many rows are asked about at once: enough to fill several batches. */
const atOnce = 120;

/**
 * Looks every source up and lets the service validate every row. One row of each type goes first: what is wrong with the
 * tenants shows there, and is asked once and not a thousand times.
 */
export async function checkWave(
  services: Checking,
  rows: readonly Checkable[],
  { signal, onCheck }: Options,
): Promise<CheckEnd> {
  const checks = new Map<string, RowCheck>();
  let breaker: Finding | null = null;
  const isOver = (): boolean => signal.aborted || breaker !== null;
  const take = (row: number, check: RowCheck): void => {
    checks.set(check.planId, check);
    breaker ??= check.findings.find(isAboutTenants) ?? null;
    onCheck(row, check);
  };
  const check = async ({ row, move, own }: Checkable): Promise<void> => {
    if (checks.has(move.id)) return;
    const made = await checkRow(services, { row, move, own }, signal);
    if (!signal.aborted) take(row, made);
  };
  const scouts = [...new Map(rows.toReversed().map((each) => [each.move.plan.type, each] as const)).values()];
  await limited(scouts, { most: scouts.length, isOver }, check);
  await limited(rows, { most: atOnce, isOver }, check);
  return { checks, breaker };
}

const isAboutTenants = (finding: Finding): boolean =>
  finding.severity === 'error' && ruleOfFinding(finding)?.breaker === true;

async function checkRow(services: Checking, { move, own }: Checkable, signal: AbortSignal): Promise<RowCheck> {
  const [looked, report] = await Promise.all([
    lookUpSource(services, move, signal),
    runDryRun(services, move, own, signal),
  ]);
  return { planId: move.id, look: looked.look, report, findings: [...report.findings, ...looked.findings] };
}
