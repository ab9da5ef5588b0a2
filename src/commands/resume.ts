import type { NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForRejected } from '../problems/exit.ts';
import { continueRow } from '../runtime/continue.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { commandLine } from '../wizard/way-back.ts';
import type { Raw } from './command.ts';
import { textFlag } from './settings.ts';
import { nextFor } from './status.ts';
import type { Target } from './targets.ts';
import { reportTasks, type Seen } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/**
 * Goes on with a run after a crash or a lost answer. It asks the service first; only with `--confirm yes` may a create
 * that nobody answered be sent once more, after five minutes of empty looks and a clean dry run.
 */
export const run = (raw: Raw, ports: Ports): Promise<number> =>
  withTargets(
    raw.args.length === 0 ? { ...raw, flags: { ...raw.flags, last: true } } : raw,
    ports,
    { submits: true },
    resume,
  );

async function resume(around: Around): Promise<number> {
  const resend = textFlag(around.raw, 'confirm') === 'yes';
  const outcomes: { target: Target; outcome: SubmitOutcome }[] = [];
  for (const target of around.targets) {
    const { runId, row } = target.followed;
    outcomes.push({ target, outcome: await continueRow(around.opened.services, { runId, row, resend }) });
  }
  const seen = outcomes.map(({ target, outcome }) => seenIn(target, outcome));
  const next = [...nextFor(seen, around), ...outcomes.flatMap(({ outcome }) => resendStep(outcome, around))];
  return reportTasks('run', exitCodeOf(outcomes.map(({ outcome }) => outcome)), seen, next, around);
}

function seenIn({ label, followed }: Target, outcome: SubmitOutcome): Seen {
  if (outcome.result === 'accepted' || outcome.result === 'adopted')
    return {
      label,
      followed: { ...followed, task: outcome.task, findings: outcome.findings },
      isOpen: false,
      finding: null,
    };
  const [finding = null, ...others] = outcome.findings;
  return { label, followed: { ...followed, findings: others }, isOpen: outcome.result === 'unconfirmed', finding };
}

const resendStep = (outcome: SubmitOutcome, { opened: { session } }: Around): NextStep[] =>
  outcome.result === 'unconfirmed' && outcome.mayResend
    ? [
        {
          do: 'Send it once more, after a new dry run.',
          who: 'you',
          command: commandLine(session, 'resume', outcome.runId, '--confirm yes'),
        },
      ]
    : [];

/** 0 when everything has its task; 7 while one is unconfirmed; 9 a conflict; 6 rejected; 5 when they differ. */
function exitCodeOf(outcomes: readonly SubmitOutcome[]): number {
  const codes = new Set(outcomes.map(codeOf));
  const [only = 0] = codes;
  return codes.size === 1 ? only : 5;
}

function codeOf({ result, findings }: SubmitOutcome): number {
  if (result === 'accepted' || result === 'adopted') return 0;
  if (result === 'unconfirmed') return 7;
  return result === 'conflict' ? 9 : exitCodeForRejected(findings);
}
