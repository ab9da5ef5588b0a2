import { dryRunFields } from '../frontends/migrate-document.ts';
import type { Finding } from '../plan/finding.ts';
import { isoTime } from '../plan/iso.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { type PlanFile, planFileOf, planFileText, planIdOf } from '../plan/plan-file.ts';
import { readPlanFile } from '../plan/read-plan-file.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Typed } from '../plan/typed.ts';
import type { Files } from '../ports/ports.ts';
import { localFinding } from '../problems/explain.ts';
import { isStorageFault } from '../store/storage-fault.ts';
import { version } from '../version.ts';
import type { DryRunReport, Session } from '../wizard/state.ts';

type Reading = Pick<Files, 'read'>;
type Row = { row: number; line: number | null; typed: Typed; move: PlannedMove; report: DryRunReport | null };

/** The plan of these rows as a file, made now. */
export const planFileFor = (session: Session, rows: readonly Row[], now: number): PlanFile =>
  planFileOf(
    {
      createdAt: isoTime(now),
      version,
      mode: session.mode,
      endpoint: session.endpoint,
      profile: session.profile,
      source: session.source,
      target: session.target,
      timeZone: session.zone,
      change: session.change,
    },
    rows.map(({ report, ...row }) => ({ ...row, dryRun: report && dryRunFields(report) })),
  );

/** Why a plan of these ids may not be written to a path; null where it may. Nobody's file is written over. */
export async function planOutTaken(path: string, ids: readonly string[], files: Reading): Promise<Finding | null> {
  try {
    const text = await files.read(path);
    if (text === null) return null;
    const there = readPlanFile(text);
    const isSame = there.ok && there.value.file.planId === planIdOf(ids);
    return isSame ? null : localFinding('planFileExists', { path });
  } catch (fault) {
    if (isStorageFault(fault)) return notWritten(path, fault);
    throw fault;
  }
}

/** Why no plan of some of these ids may be written to a path, whichever of them come to be in it; null where one may. */
export async function planOutForeign(path: string, ids: readonly string[], files: Reading): Promise<Finding | null> {
  try {
    const text = await files.read(path);
    if (text === null) return null;
    const there = readPlanFile(text);
    const ours = new Set(ids);
    const mayBeSame = there.ok && there.value.file.rows.every(({ plan }) => ours.has(plan.id));
    return mayBeSame ? null : localFinding('planFileExists', { path });
  } catch (fault) {
    if (isStorageFault(fault)) return notWritten(path, fault);
    throw fault;
  }
}

/** Writes a plan where there is nothing yet, or an older file of the same plan. */
export async function writePlan(
  path: string,
  file: PlanFile,
  files: Pick<Files, 'read' | 'write'>,
): Promise<Result<null, Finding>> {
  const taken = await planOutTaken(
    path,
    file.rows.map(({ plan }) => plan.id),
    files,
  );
  if (taken) return err(taken);
  try {
    await files.write(path, planFileText(file));
    return ok(null);
  } catch (fault) {
    if (isStorageFault(fault)) return err(notWritten(path, fault));
    throw fault;
  }
}

const notWritten = (path: string, { message }: Error): Finding =>
  localFinding('planFileNotWritten', { path, detail: message.replace(/\.$/, '') });
