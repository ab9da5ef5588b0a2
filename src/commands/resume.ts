import type { Finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exits } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { whyNotSubmit } from '../wizard/submit-word.ts';
import type { Raw } from './command.ts';
import { exitCodeForRows } from './outcome-exit.ts';
import { resumeRows } from './resume/rows.ts';
import { type Resumed, resumeRun } from './resume/run.ts';
import { runsFields } from './run-rows.ts';
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
  const { opened, targets, console, ports } = around;
  const against = whyNotSubmit(opened.session);
  if (against) return console.fail([against], opened.session);
  const unrecorded = targets.filter(({ place }) => place === null);
  if (unrecorded.length > 0) return console.fail(unrecorded.map(notRecorded), opened.session);
  const end = stopper({ ports, timeoutMs: null });
  const resumed = await resumeAll(around, end);
  end.close();
  return report(
    {
      kind: 'run',
      exitCode: end.reason() === null ? exitCodeForRows(resumed.flatMap(({ codes }) => codes)) : exits.interrupted,
      seen: resumed.flatMap(({ seen }) => seen),
      next: resumed.flatMap(({ next }) => next),
      body: runsFields(resumed),
    },
    { ...around, findings: [...around.findings, ...resumed.flatMap(({ stopped }) => stopped ?? [])] },
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

const notRecorded = ({ label }: Target): Finding => localFinding('runNotFound', { run: label });
