import { confirmFlags } from '../../frontends/next-steps.ts';
import { besideFindings, documentOf, nextSteps, uniqueSteps } from '../../frontends/output.ts';
import { stateWords } from '../../frontends/plain-lines.ts';
import { type Finding, hasErrors, type NextStep } from '../../plan/finding.ts';
import { exitCodeForFindings, exits } from '../../problems/exit.ts';
import { localFinding } from '../../problems/explain.ts';
import type { TaskState } from '../../tasks/task.ts';
import { foldEntries, type RunState } from '../../wave/run-state.ts';
import { inPlace } from '../../wizard/in-place.ts';
import { whyNotSubmit } from '../../wizard/submit-word.ts';
import { counted } from '../../wizard/wave/wave-summary.ts';
import { readyIn } from '../apply/check.ts';
import { wordFor } from '../apply/confirm.ts';
import { applySteps, planFileIn, type Story, tellPlan, toRepeat } from '../apply/report.ts';
import type { RowsWork } from '../apply/rows.ts';
import { exitCodeForRows } from '../outcome-exit.ts';
import { nextInRun } from '../run-rows.ts';
import { stopCodes } from '../watch.ts';
import { oncePerGroup, tellGroups } from './group-lines.ts';
import { type RowEnd, rowEnds } from './row-ends.ts';
import { watchRows } from './watch.ts';

/** Watches many rows where that was asked for, and tells how all stand: in numbers, with what to do about the others. */
export async function reportTogether(work: RowsWork, story: Story): Promise<number> {
  const { wishes, console, opened } = work;
  const { sent, end } = story;
  const runId = sent?.runId ?? null;
  const isWatching = wishes.watch && runId !== null && end.reason() === null;
  if (isWatching) await watchRows(work, runId, end);
  const run = runId === null ? null : await runOf(work, runId);
  const rows = rowEnds(work, story, { run, isWatching });
  const failed = rows.filter(({ exitCode }) => exitCode !== exits.done);
  const repeated = failed.filter(({ isUnderWay }) => !isUnderWay).map(({ row }) => row);
  const kept = runId !== null && repeated.length > 0 ? await work.keepFailed?.(repeated) : undefined;
  const failedFile = kept?.ok ? kept.value : null;
  const unkept = kept?.ok === false ? [kept.error] : [];
  const findings = inPlace([...story.findings, ...timeFindings(story, runId), ...unkept], opened.session);
  const ofRows = new Set(failed.flatMap((row) => row.findings.map(wordsOf)));
  // What stopped the rest is known from a row that met it, and is said there.
  const others = findings.filter((finding) => !ofRows.has(wordsOf(finding)));
  const all = [...others, ...oncePerGroup(failed)];
  const exitCode = exitCodeOf(story, rows, findings);
  const next = besideFindings(nextOf(work, story, run), findings);
  say(work, { rows, failed, findings: others, next, failedFile, story });
  const { output } = console;
  output.finish(
    documentOf('run', exitCode, opened.session, {
      run: runId,
      rows: rows.map(({ json }) => json),
      counts: countsOf(rows),
      submitted: rows.filter(({ hasTask }) => hasTask).length,
      failedFile,
      dryRun: null,
      ...planFileIn(story),
      ...work.facts,
      findings: all,
      next: uniqueSteps([...next, ...nextSteps(all)]).slice(0, mostSteps),
      timeZone: opened.session.zone,
    }),
    opened.services.clock.now(),
  );
  return exitCode;
}

const wordsOf = ({ code, clientRequestId, what }: Finding): string => [code, clientRequestId, what].join(' ');

/** Rows say their own steps; the document repeats so many of them. */
const mostSteps = 20;

async function runOf({ opened }: RowsWork, runId: string): Promise<RunState | null> {
  const entries = await opened.services.ledger.read(runId);
  return entries.ok ? foldEntries(entries.value) : null;
}

const timeFindings = ({ end }: Story, runId: string | null): Finding[] =>
  end.reason() === 'timeout' && runId !== null ? [localFinding('watchTimedOut', { what: runId })] : [];

/** One code for all rows; what stopped the rest stands above the rows that it left. */
function exitCodeOf({ sent, end }: Story, rows: readonly RowEnd[], findings: readonly Finding[]): number {
  const reason = end.reason();
  if (reason !== null) return stopCodes[reason];
  if (sent === null && hasErrors(findings)) return exitCodeForFindings(findings);
  const codes = rows.map((row) => row.exitCode);
  // Nothing was submitted, so nothing is mixed: what stands against rows counts alone.
  const code = exitCodeForRows(sent === null ? codes.filter((one) => one !== exits.done) : codes);
  const isNothing = rows.every((row) => row.exitCode !== exits.done);
  return isNothing && hasErrors(findings) ? exitCodeForFindings(findings) : code;
}

function countsOf(rows: readonly RowEnd[]): Partial<Record<TaskState, number>> {
  const counts: Partial<Record<TaskState, number>> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

type Said = {
  rows: readonly RowEnd[];
  failed: readonly RowEnd[];
  findings: readonly Finding[];
  next: readonly NextStep[];
  failedFile: string | null;
  story: Story;
};

function say({ console }: RowsWork, { rows, failed, findings, next, failedFile, story }: Said): void {
  const { output } = console;
  if (output.format !== 'text') return;
  const counts = Object.entries(countsOf(rows)).map(([state, count]) => `${count} ${stateWords[state as TaskState]}`);
  output.text(`${counted(rows.length, 'row')}: ${counts.join(', ')}`);
  tellGroups(failed, console);
  console.findings(findings);
  if (failedFile !== null) output.notice(toRepeat(failedFile));
  tellPlan(console, story);
  console.steps(next);
}

function nextOf({ opened }: RowsWork, story: Story, run: RunState | null): NextStep[] {
  const { sent, checked, findings, end } = story;
  if (sent?.runId && run) return nextInRun(sent.runId, run, opened.session);
  // A wrong word was no dry run, and names the right one itself.
  if (findings.some(({ field }) => field === 'confirm')) return [];
  const ready = readyIn(checked).length;
  if (end.reason() !== null || ready === 0)
    return [{ do: 'Nothing was submitted. Run the same command again when you are ready.', who: 'you' }];
  if (whyNotSubmit(opened.session) !== null) return [];
  return [
    ...applySteps(story, opened.session),
    {
      do: `Submit the ${ready === 1 ? 'one that is' : `${ready} that are`} ready: run the same command without --dry-run and with ${confirmFlags(wordFor(ready), opened.session)}.`,
      who: 'you',
    },
  ];
}
