import { type Finding, finding } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Ports } from '../ports/ports.ts';
import { exits } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { whyNotSubmit } from '../wizard/submit-word.ts';
import { toRepeat } from './apply/report.ts';
import type { Raw } from './command.ts';
import { failedOfRun } from './failed-rows.ts';
import { exitCodeForRows } from './outcome-exit.ts';
import { resumeRows } from './resume/rows.ts';
import { type Resumed, resumeRun } from './resume/run.ts';
import { runsFields } from './run-rows.ts';
import { textFlag } from './settings.ts';
import { type Stopper, stopper } from './stopper.ts';
import { type Target, wholeRuns } from './targets.ts';
import { report } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/**
 * Goes on with a run after a crash or a lost answer. It asks the service first; only with `--confirm yes` may a create
 * that nobody answered be sent once more, after five minutes of empty looks and a clean dry run.
 */
export const run = (raw: Raw, ports: Ports): Promise<number> =>
  withTargets(
    raw.args.length === 0 ? { ...raw, flags: { ...raw.flags, last: true } } : raw,
    ports,
    { heldBy: 'record' },
    resume,
  );

async function resume(around: Around): Promise<number> {
  const { raw, opened, targets, console, ports } = around;
  const word = textFlag(raw, 'confirm');
  if (word !== null && word !== 'yes') return console.fail([notThisWord(word)], opened.session);
  const against = whyNotSubmit(opened.session);
  if (against) return console.fail([against], opened.session);
  const unrecorded = targets.filter(({ place }) => place === null);
  if (unrecorded.length > 0) return console.fail(unrecorded.map(notRecorded), opened.session);
  const end = stopper({ ports, timeoutMs: null });
  const resumed = await resumeAll(around, end);
  end.close();
  const kept = await keepFailed(resumed, around);
  return report(
    {
      kind: 'run',
      exitCode: end.reason() === null ? exitCodeForRows(resumed.flatMap(({ codes }) => codes)) : exits.interrupted,
      seen: resumed.flatMap(({ seen }) => seen),
      next: resumed.flatMap(({ next }) => next),
      body: { ...runsFields(resumed), failedFile: kept.file },
    },
    { ...around, findings: [...around.findings, ...resumed.flatMap(({ stopped }) => stopped ?? []), ...kept.findings] },
  );
}

/** One run after the other: each of them whole with several rows at a time, or those rows of it that were named. */
async function resumeAll(around: Around, end: Stopper): Promise<Resumed[]> {
  const whole = wholeRuns(around);
  const resumed: Resumed[] = [];
  for (const [runId, targets] of Map.groupBy(around.targets, ({ followed }) => followed.runId))
    resumed.push(await (whole.has(runId) ? resumeRun : resumeRows)(around, runId, targets, end));
  return resumed;
}

type Kept = { file: string | null; findings: readonly Finding[] };

/** Rows that came to nothing, to be repeated from a file: one for each run, and a document has room for one of them. */
async function keepFailed(resumed: readonly Resumed[], { ports, console: { output } }: Around): Promise<Kept> {
  const written = await Promise.all(resumed.map(({ runId, run, seen }) => failedOfRun(runId, { run, seen }, ports)));
  const files = written.flatMap((one) => (one?.ok ? [one.value] : []));
  if (output.format === 'text') for (const file of files) output.notice(toRepeat(file));
  const [only = null] = files;
  return {
    file: resumed.length === 1 ? only : null,
    findings: written.flatMap((one) => (one?.ok === false ? [one.error] : [])),
  };
}

const notThisWord = (word: string): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmWord',
      what: `${quoted(word)} confirms nothing here, so nothing was sent.`,
      why: 'The rows of a run were confirmed when it began. The one thing left to confirm is another create for rows that nobody answered, with yes.',
      next: 'Leave --confirm out to go on, or write --confirm yes to send those rows once more where that is allowed.',
    },
    { from: 'input' },
  );

const notRecorded = ({ label }: Target): Finding => localFinding('runNotFound', { run: label });
