import type { Finding } from '../../plan/finding.ts';
import { brake, settleOpenRows } from '../../runtime/wave/brake.ts';
import type { RunFile } from '../../store/run-writer.ts';
import type { Stopper } from '../stopper.ts';
import { isUnsent, type Target, targetsOfRun, wholeRuns } from '../targets.ts';
import type { Around } from '../with-targets.ts';
import { stillSent } from './words.ts';

/** Everything a cancel works on, once nobody sends rows of it any more. */
export type Halted = {
  targets: readonly Target[];
  /** Why a run could not be stopped. */
  findings: readonly Finding[];
  /** Runs of many rows: in them only what waits is cancelled. */
  whole: ReadonlySet<string>;
  /** Runs that another process was sending. */
  stopped: readonly string[];
  /** Lets go of the runs. */
  close(): void;
};

/** Stops runs that are named, wherever they are sent from, and holds them until the cancel is over. */
export async function haltRuns(around: Around, end: Stopper): Promise<Halted> {
  const whole = wholeRuns(around);
  const files: RunFile[] = [];
  const [findings, stopped] = [[] as Finding[], [] as string[]];
  let { targets } = around;
  for (const runId of whole) {
    const halted = await haltRun(around, runId, end);
    if (halted === null) break;
    if (halted.file) files.push(halted.file);
    if (halted.wasWorkedOn) stopped.push(runId);
    findings.push(...halted.findings);
    targets = await renewed(around, targets, runId);
  }
  const close = (): void => {
    for (const file of files) file.close();
  };
  return { targets, findings, whole, stopped, close };
}

type Halt = { file: RunFile | null; wasWorkedOn: boolean; findings: readonly Finding[] };

/** So long another process has for what it has begun, in milliseconds. */
const waitMs = 60_000;

/** Null when somebody did not want to wait for it. */
async function haltRun(around: Around, runId: string, end: Stopper): Promise<Halt | null> {
  const { opened, console, ports } = around;
  const { services } = opened;
  const say = (text: string): void => {
    if (console.output.format === 'text') console.output.notice(text);
  };
  const by = `${services.header().account ?? ports.machine.user} on ${ports.machine.name}`;
  const onWait = () => say(`Another crossorg works on ${runId}. It is asked to send nothing more.`);
  const braking = brake(services, runId, { by, waitMs, onWait });
  const braked = await Promise.race([braking, end.ended.then(() => null)]);
  if (braked === null) {
    void braking.then((late) => late.ok && late.value.file?.close());
    return null;
  }
  if (!braked.ok) return { file: null, wasWorkedOn: false, findings: [braked.error] };
  const { file, wasWorkedOn } = braked.value;
  if (file === null) return { file, wasWorkedOn, findings: [stillSent(runId)] };
  if (wasWorkedOn) say('It has stopped.');
  const stop = new AbortController();
  void end.ended.then(() => stop.abort(new Error('stopped')));
  const settled = await settleOpenRows(services, file, stop.signal);
  return { file, wasWorkedOn, findings: settled.ok ? [] : [settled.error] };
}

/** The same targets as they are recorded by now. */
async function renewed({ opened }: Around, targets: readonly Target[], runId: string): Promise<readonly Target[]> {
  const now = await targetsOfRun(opened, runId, null);
  if (!now.ok) return targets;
  const rows = new Map(now.value.map((target) => [target.followed.row, target]));
  return targets.map((target) =>
    target.followed.runId === runId ? (rows.get(target.followed.row) ?? target) : target,
  );
}

/** What would be cancelled: whatever was named by itself, and of a whole run what may still wait. */
export const cancellable = ({ targets, whole }: Pick<Halted, 'targets' | 'whole'>): Target[] =>
  targets.filter((target) => !whole.has(target.followed.runId) || mayWait(target));

const mayWait = ({ place, followed: { task } }: Target): boolean =>
  !isUnsent(place) && task !== null && !task.final && task.state !== 'running';
