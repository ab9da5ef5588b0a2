import type { NextStep } from '../../plan/finding.ts';
import { exits } from '../../problems/exit.ts';
import { continueRow } from '../../runtime/continue.ts';
import { type RunState, rowOf } from '../../wave/run-state.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { commandLine } from '../../wizard/way-back.ts';
import { withinGrace } from '../grace.ts';
import { exitCodeForOutcome } from '../outcome-exit.ts';
import { readRun } from '../run-rows.ts';
import { textFlag } from '../settings.ts';
import { nextFor } from '../status.ts';
import type { Stopper } from '../stopper.ts';
import type { Target } from '../targets.ts';
import type { Seen } from '../task-lines.ts';
import type { Around } from '../with-targets.ts';
import type { Resumed } from './run.ts';

/** Goes on with rows that were named by themselves, one after the other; the other rows of their run are left alone. */
export async function resumeRows(
  around: Around,
  runId: string,
  targets: readonly Target[],
  end: Stopper,
): Promise<Resumed> {
  const { opened, raw, ports } = around;
  const resend = textFlag(raw, 'confirm') === 'yes';
  const outcomes: (SubmitOutcome | null)[] = [];
  for (const { followed } of targets) {
    const working = () => continueRow(opened.services, { runId, row: followed.row, resend });
    outcomes.push(end.reason() === null ? await withinGrace(working(), end, ports.clock) : null);
  }
  const run = await readRun(opened.services, runId);
  const seen = targets.map((target, at) => seenIn(target, run, outcomes[at] ?? null));
  return {
    runId,
    run,
    seen,
    stopped: null,
    codes: outcomes.map((outcome) => (outcome === null ? exits.notReady : exitCodeForOutcome(outcome))),
    next: [...outcomes.flatMap((outcome) => resendStep(outcome, around)), ...nextFor(seen, around)],
  };
}

/** A row as the record has it now, with what its going on brought. */
function seenIn({ label, followed, place }: Target, recorded: RunState, outcome: SubmitOutcome | null): Seen {
  const task = outcome && 'task' in outcome ? outcome.task : followed.task;
  const now = { ...followed, task, findings: outcome?.findings ?? followed.findings };
  return { label, followed: now, place: rowOf(recorded, followed.row)?.place ?? place, finding: null };
}

const resendStep = (outcome: SubmitOutcome | null, { opened: { session } }: Around): NextStep[] =>
  outcome?.result === 'unconfirmed' && outcome.mayResend
    ? [
        {
          do: 'Send it once more, after a new dry run.',
          who: 'you',
          command: commandLine(session, 'resume', outcome.runId, '--confirm', 'yes'),
        },
      ]
    : [];
