import type { Finding, NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { localFinding } from '../problems/explain.ts';
import { continueRow } from '../runtime/continue.ts';
import { foldEntries, type RunState, rowOf } from '../wave/run-state.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { whyNotSubmit } from '../wizard/submit-word.ts';
import { commandLine } from '../wizard/way-back.ts';
import type { Raw } from './command.ts';
import { exitCodeForOutcome, exitCodeForRows } from './outcome-exit.ts';
import { resumeRun } from './resume-run.ts';
import { runFields } from './run-rows.ts';
import { textFlag } from './settings.ts';
import { nextFor } from './status.ts';
import { type Target, wholeRuns } from './targets.ts';
import { report, type Seen } from './task-lines.ts';
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
  const { opened, targets, raw, console } = around;
  const against = whyNotSubmit(opened.session);
  if (against) return console.fail([against], opened.session);
  const unrecorded = targets.filter(({ place }) => place === null);
  if (unrecorded.length > 0) return console.fail(unrecorded.map(notRecorded), opened.session);
  const [only, ...others] = wholeRuns(around);
  if (only !== undefined && others.length === 0 && targets.every(({ followed }) => followed.runId === only))
    return resumeRun(around, only);
  const resend = textFlag(raw, 'confirm') === 'yes';
  const outcomes: SubmitOutcome[] = [];
  for (const { followed } of targets)
    outcomes.push(await continueRow(opened.services, { runId: followed.runId, row: followed.row, resend }));
  const runId = targets[0]?.followed.runId ?? '';
  const entries = await opened.services.ledger.read(runId);
  const recorded = foldEntries(entries.ok ? entries.value : []);
  const seen = targets.map((target, index) => seenIn(target, recorded, outcomes[index]));
  const next = [...outcomes.flatMap((outcome) => resendStep(outcome, around)), ...nextFor(seen, around)];
  const body = runFields(runId, recorded);
  return report({ kind: 'run', exitCode: exitCodeForRows(outcomes.map(exitCodeForOutcome)), seen, next, body }, around);
}

const notRecorded = ({ label }: Target): Finding => localFinding('runNotFound', { run: label });

/** A row as the record has it now, with what its going on brought. */
function seenIn({ label, followed, place }: Target, recorded: RunState, outcome: SubmitOutcome | undefined): Seen {
  const task = outcome && 'task' in outcome ? outcome.task : followed.task;
  const now = { ...followed, task, findings: outcome?.findings ?? followed.findings };
  return { label, followed: now, place: rowOf(recorded, followed.row)?.place ?? place, finding: null };
}

const resendStep = (outcome: SubmitOutcome, { opened: { session } }: Around): NextStep[] =>
  outcome.result === 'unconfirmed' && outcome.mayResend
    ? [
        {
          do: 'Send it once more, after a new dry run.',
          who: 'you',
          command: commandLine(session, 'resume', outcome.runId, '--confirm', 'yes'),
        },
      ]
    : [];
