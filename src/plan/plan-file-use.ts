import type { Instant } from './answers.ts';
import { type Field, type Finding, finding } from './finding.ts';
import type { PlanFile, PlanFileHead, PlannedRow } from './plan-file.ts';
import { err, ok, type Result } from './result.ts';
import { bothTimes, duration } from './schedule.ts';

/** What a plan was looked at with may have changed after a week. */
const oldestMs = 7 * 86_400_000;
/** Clocks differ; a plan from further ahead has no age. */
const mostAheadMs = 86_400_000;

/** Where a command works, as far as it is known. */
export type Here = Partial<Pick<PlanFileHead, 'mode' | 'endpoint' | 'profile' | 'source' | 'target'>>;

/** Why a plan that was made elsewhere is not submitted here, one finding for each thing that differs. */
export function foreignPlan(file: PlanFile, here: Here): readonly Finding[] {
  const pairs: readonly { field: Field; name: string; theirs: string | null; ours: string | null | undefined }[] = [
    { field: 'command', name: 'mode', theirs: file.mode, ours: here.mode },
    { field: 'command', name: 'Graph address', theirs: file.endpoint, ours: here.endpoint },
    { field: 'command', name: 'profile', theirs: file.profile, ours: here.profile },
    { field: 'tenant', name: 'source tenant', theirs: file.source.tenantId, ours: here.source?.tenantId },
    { field: 'tenant', name: 'target tenant', theirs: file.target.tenantId, ours: here.target?.tenantId },
  ];
  return pairs
    .filter(({ theirs, ours }) => ours !== undefined && theirs?.toLowerCase() !== ours?.toLowerCase())
    .map(({ field, name, theirs, ours }) => foreign(field, name, theirs ?? 'none', ours ?? 'none'));
}

const foreign = (field: Field, name: string, theirs: string, ours: string): Finding =>
  finding({
    field,
    code: 'planForeign',
    what: `The plan was made for another ${name}. Nothing was sent.`,
    why: `It is for ${theirs}, and this command works with ${ours}.`,
    next: 'Apply it with the address, profile and sign-in it was made with, or make the plan again here.',
  });

type When = { now: Instant; zone: string };

/** Why a plan is too old to be submitted: its age, or a latest start that has passed. */
export const stalePlan = (file: PlanFile, rows: readonly PlannedRow[], when: When): readonly Finding[] => [
  ...ageFindings(file, when),
  ...rows.flatMap((row) => latestStartFindings(row, rows.length, when)),
];

function ageFindings({ createdAt }: PlanFile, { now, zone }: When): Finding[] {
  const at = Date.parse(createdAt);
  if (now - at <= oldestMs && at - now <= mostAheadMs) return [];
  const made = bothTimes(at, zone);
  const ahead = at > now;
  return [
    finding({
      field: 'plan',
      code: 'planTooOld',
      what: ahead ? 'The plan is dated ahead of now. Nothing was sent.' : 'The plan is too old. Nothing was sent.',
      why: ahead
        ? `It says it was made on ${made}, so nobody can tell how old it is.`
        : `It was made on ${made}, ${duration(now - at)} ago. Tenants move on: a plan is good for 7 days.`,
      next: again,
    }),
  ];
}

const again = 'Make the plan again with --plan-out, and have it approved again.';

function latestStartFindings({ row, move }: PlannedRow, rows: number, { now, zone }: When): Finding[] {
  const { latestStart } = move.plan;
  if (latestStart === null || latestStart > now) return [];
  return [
    finding({
      field: 'latestStart',
      code: 'planPastLatestStart',
      what: `The latest start${rows === 1 ? '' : ` of row ${row}`} has passed. Nothing was sent.`,
      why: `It must have started by ${bothTimes(latestStart, zone)}; the service would cancel it.`,
      next: 'Make the plan again with other times.',
    }),
  ];
}

/** The beginning of a plan id, long enough that nobody hits it by chance: what screens show. */
const leastDigits = 12;

/** Holds a plan to what another person approved. Nothing approved is nothing to hold it to. */
export function approvedPlan({ planId }: PlanFile, approved: string | null): Result<null, Finding> {
  if (approved === null) return ok(null);
  const wanted = approved.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(wanted) || wanted.length < leastDigits || wanted.length > planId.length)
    return err(approvalUnreadable);
  return planId.startsWith(wanted) ? ok(null) : err(notApproved(planId, wanted));
}

const approvalUnreadable = finding(
  {
    field: 'plan',
    code: 'planIdUnreadable',
    what: '--plan-id is not the id of a plan.',
    why: `A plan id is 64 hex digits; at least its first ${leastDigits} are needed.`,
    next: 'Copy the id from the approval, or from the "planId" of the file that was approved.',
  },
  { from: 'input' },
);

const notApproved = (planId: string, wanted: string): Finding =>
  finding({
    field: 'plan',
    code: 'planNotApproved',
    what: 'The file holds another plan than the approved one. Nothing was sent.',
    why: `Approved is ${wanted}, and the file makes ${planId.slice(0, wanted.length)}.`,
    next: 'Take the file that was approved, or have this one approved.',
  });
