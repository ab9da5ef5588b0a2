import { dryRunFields } from '../../frontends/migrate-document.ts';
import { confirmFlags } from '../../frontends/next-steps.ts';
import { besideFindings } from '../../frontends/output.ts';
import { type Finding, hasErrors, type NextStep } from '../../plan/finding.ts';
import type { Result } from '../../plan/result.ts';
import { exitCodeForFindings, exits } from '../../problems/exit.ts';
import type { Submitted } from '../../runtime/submit-rows.ts';
import { stateOf } from '../../wave/row-state.ts';
import { foldEntries, type RunState, rowOf } from '../../wave/run-state.ts';
import { inPlace } from '../../wizard/in-place.ts';
import type { Session } from '../../wizard/state.ts';
import { whyNotSubmit } from '../../wizard/submit-word.ts';
import type { Console } from '../console.ts';
import { exitCodeForOutcome, exitCodeForRows } from '../outcome-exit.ts';
import { applyStep, type SavedPlan, savedLine } from '../plan-out-step.ts';
import { nextInRun, rowFields } from '../run-rows.ts';
import type { Stopper } from '../stopper.ts';
import { targetsOfRun } from '../targets.ts';
import { report, type Seen } from '../task-lines.ts';
import { exitCodeOfWatch, followToTheEnd, stopCodes, timedOut } from '../watch.ts';
import { type CheckedRow, readyIn } from './check.ts';
import { wordFor } from './confirm.ts';
import type { RowsWork } from './rows.ts';

/** How far the rows came. */
export type Story = {
  checked: readonly CheckedRow[];
  /** Null when nothing was let go. */
  sent: Submitted | null;
  findings: readonly Finding[];
  end: Stopper;
  /** The plan that was to be saved, null where no row was ready; left out where nobody wanted it. */
  plan?: Result<SavedPlan | null, Finding> | undefined;
};

/** Where rows to be repeated were written, for people. */
export const toRepeat = (path: string): string => `The rows to repeat are in ${path}`;

/** Where the plan was saved, for documents about rows. */
export const planFileIn = ({ plan }: Pick<Story, 'plan'>): Readonly<Record<string, unknown>> =>
  plan === undefined ? {} : { planFile: plan.ok ? (plan.value?.path ?? null) : null };

/** The same for people. */
export function tellPlan({ output }: Pick<Console, 'output'>, { plan }: Pick<Story, 'plan'>): void {
  if (plan?.ok && output.format === 'text') output.notice(savedLine(plan.value));
}

/** What leads on from a saved plan; nothing for a read-only profile. */
export const applySteps = ({ plan, checked }: Story, session: Session): NextStep[] =>
  plan?.ok && plan.value && whyNotSubmit(session) === null
    ? [applyStep(plan.value, session, wordFor(readyIn(checked).length))]
    : [];

/** Watches what was submitted, where that was asked for, and tells how all rows stand. Returns the exit code. */
export async function reportRows(work: RowsWork, story: Story): Promise<number> {
  const { wishes, console, opened } = work;
  const { sent, end } = story;
  const before = sent === null ? [] : await seenIn(work, sent);
  const isWatching = wishes.watch && end.reason() === null;
  const seen = isWatching ? await Promise.all(before.map((one) => followToTheEnd(work, one, end))) : before;
  const run = await runOf(work, sent);
  const told = { ...story, findings: [...story.findings, ...findingsOf(story), ...timeFindings(seen, end)] };
  const exitCode = exitCodeOf(told, seen, isWatching);
  const failed = await failedFileOf(work, story, exitCode);
  const failedFile = failed?.ok ? failed.value : null;
  const body = { ...bodyOf(work, story, run), failedFile, ...planFileIn(story), ...work.facts };
  const findings = failed?.ok === false ? [...told.findings, failed.error] : told.findings;
  const next = besideFindings(nextOf(work, told, run, exitCode), findings);
  tellPlan(console, story);
  if (failedFile !== null && console.output.format === 'text') console.output.notice(toRepeat(failedFile));
  return report({ kind: 'run', exitCode, seen, next, body }, { console, opened, findings });
}

/** The row of a wave of one, where it was submitted and came to nothing. */
async function failedFileOf({ keepFailed, rows }: RowsWork, { sent }: Story, exitCode: number) {
  const isNothing = exitCode === exits.failed || exitCode === exits.notReady;
  return sent?.runId && isNothing ? await keepFailed?.(rows.map(({ row }) => row)) : undefined;
}

async function runOf({ opened }: RowsWork, sent: Submitted | null): Promise<RunState | null> {
  if (!sent?.runId) return null;
  const entries = await opened.services.ledger.read(sent.runId);
  return entries.ok ? foldEntries(entries.value) : null;
}

/** Where a row stands in its run: another number only when a run that was open already had it. */
function numberIn({ runId, outcomes }: Submitted, row: number): number {
  const outcome = outcomes.get(row);
  return outcome && 'row' in outcome && outcome.runId === runId ? outcome.row : row;
}

/** The rows that were let go, as commands about tasks see them. */
async function seenIn({ opened, rows }: RowsWork, sent: Submitted): Promise<Seen[]> {
  const found = sent.runId === null ? null : await targetsOfRun(opened, sent.runId, null);
  const targets = found?.ok ? found.value : [];
  return rows.flatMap(({ row, move }): Seen[] => {
    const outcome = sent.outcomes.get(row);
    const target = targets.find(({ followed }) => followed.row === numberIn(sent, row) && followed.move.id === move.id);
    if (!target || (!outcome && target.place === 'draft')) return [];
    const { label, followed, place } = target;
    return [
      { label, followed: { ...followed, findings: outcome?.findings ?? followed.findings }, place, finding: null },
    ];
  });
}

/** What stands against rows, and warnings about those that were let go. What a run does not hold says so itself. */
function findingsOf({ checked, sent }: Story): Finding[] {
  return checked.flatMap(({ row, findings, report: dryRun }) => {
    const outcome = sent?.outcomes.get(row);
    if (!outcome) return findings;
    const warnings = dryRun?.findings.filter(({ severity }) => severity !== 'error') ?? [];
    return sent?.runId === null ? [...warnings, ...outcome.findings] : warnings;
  });
}

const timeFindings = (seen: readonly Seen[], end: Stopper): Finding[] =>
  end.reason() === 'timeout' && seen.length > 0 ? [timedOut(seen)] : [];

function exitCodeOf({ checked, sent, findings, end }: Story, seen: readonly Seen[], isWatching: boolean): number {
  const reason = end.reason();
  if (reason !== null) return stopCodes[reason];
  if (sent === null) return exitCodeForFindings(findings);
  const unsent = checked.filter(({ row }) => !sent.outcomes.has(row));
  const notReady = unsent.map((row) => exitCodeForFindings(row.findings) || exits.notReady);
  const code = exitCodeForRows([...[...sent.outcomes.values()].map(exitCodeForOutcome), ...notReady]);
  const isThere = code === exits.done || code === exits.mixed;
  if (!isWatching || !isThere) return code;
  return exitCodeOfWatch(
    seen,
    unsent.flatMap(({ findings: against }) => against.slice(0, 1)),
  );
}

/** The fields of the contract's run, also before there is one: its rows are drafts then. */
function bodyOf({ rows, opened: { session } }: RowsWork, { checked, sent }: Story, run: RunState | null) {
  const all = rows.map((row) => {
    const { findings = [], report: dryRun = null } = checked.find((one) => one.row === row.row) ?? {};
    const state = run && sent && rowOf(run, numberIn(sent, row.row));
    const about = sent?.outcomes.get(row.row)?.findings ?? [];
    const facts = { ...row, state: state ? stateOf(state) : ('draft' as const), task: state?.task ?? null };
    return {
      ...rowFields({ ...facts, findings: inPlace([...findings, ...about], session) }),
      dryRun: dryRun && dryRunFields(dryRun),
    };
  });
  return {
    run: sent?.runId ?? null,
    rows: all,
    counts: countsOf(all.map(({ state }) => state)),
    submitted: all.filter(({ task }) => task !== null).length,
    dryRun: all.length === 1 ? (all[0]?.dryRun ?? null) : null,
  };
}

function countsOf(states: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function nextOf({ rows, opened }: RowsWork, story: Story, run: RunState | null, exitCode: number): NextStep[] {
  const { sent, findings } = story;
  if (sent?.runId && run) return nextInRun(sent.runId, run, opened.session);
  if (exitCode === exits.interrupted || exitCode === exits.timedOut) return [startAgain];
  if (hasErrors(findings) || whyNotSubmit(opened.session) !== null) return [];
  return [...applySteps(story, opened.session), submitThem(rows.length, opened.session)];
}

const startAgain: NextStep = {
  do: 'Nothing was submitted. Run the same command again when you are ready.',
  who: 'you',
};

const submitThem = (count: number, session: Session): NextStep => ({
  do: `Submit: run the same command without --dry-run and with ${confirmFlags(wordFor(count), session)}.`,
  who: 'you',
});
