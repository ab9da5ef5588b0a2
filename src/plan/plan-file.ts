import { coverOf } from './confirmed.ts';
import { knownPart } from './file-shape.ts';
import { hashOf } from './id.ts';
import type { PlannedMove } from './plan.ts';
import { planFileShape } from './plan-file-shape.ts';
import { type PlanJson, planJson } from './plan-json.ts';
import type { Typed } from './typed.ts';

/** One tenant as the one who made the plan knew it. */
export type PlanTenant = { tenantId: string | null; name: string | null };

/** A dry run as it stands in documents; it is repeated before anything is submitted. */
export type PlanDryRun = {
  ok: boolean;
  status: string | null;
  at: string;
  requestId: string | null;
  clientRequestId: string | null;
};

/** Where and when a plan was made. Secrets are never in it. */
export type PlanFileHead = {
  createdAt: string;
  version: string;
  mode: 'live' | 'simulator' | 'custom';
  endpoint: string;
  profile: string | null;
  source: PlanTenant;
  target: PlanTenant;
  timeZone: string;
  change: string | null;
};

/** `line` is the line of the CSV file a row came from. */
export type PlanFileRow = { row: number; line: number | null; plan: PlanJson; dryRun: PlanDryRun | null };

/**
 * Moves that were checked, to be submitted later, here or by somebody else. A wave is the same file with more rows. Who
 * approves a plan approves `planId`, because a file can be edited together with its checksum.
 */
export type PlanFile = { schema: 'crossorg/1'; kind: 'plan' } & PlanFileHead & {
    /** The id of the only plan; with more rows, the hash over all ids in their order. */
    planId: string;
    rows: readonly PlanFileRow[];
    /** Over everything else in the file that this form names. */
    checksum: string;
  };

/** A move that may be dry-run and submitted: a row of a file, or of an earlier run. */
export type PlannedRow = { row: number; line: number | null; typed: Typed; move: PlannedMove };

type RowToKeep = PlannedRow & { dryRun: PlanDryRun | null };

export function planFileOf(head: PlanFileHead, rows: readonly RowToKeep[]): PlanFile {
  const file = {
    schema: 'crossorg/1' as const,
    kind: 'plan' as const,
    ...head,
    planId: planIdOf(rows.map(({ move }) => move.id)),
    rows: rows.map(({ row, line, move, typed, dryRun }) => ({ row, line, plan: planJson(move, typed), dryRun })),
  };
  return { ...file, checksum: checksumOf(file) };
}

export const planFileText = (file: PlanFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** What a second person approves: one plan, or a set of them. */
export function planIdOf(ids: readonly string[]): string {
  const [only, ...others] = ids;
  return only !== undefined && others.length === 0 ? only : coverOf(ids);
}

/** Fields of newer versions are not covered, so that they do no harm here. */
export const checksumOf = (file: Omit<PlanFile, 'checksum'>): string => {
  const { checksum: _, ...covered } = knownPart(file, planFileShape) as PlanFile;
  return hashOf(covered);
};
