import { drive } from '../frontends/drive.ts';
import { nextForFlags, type Wishes } from '../frontends/flags.ts';
import { migrateDocument, moveOf } from '../frontends/migrate-document.ts';
import { exitCodeOf } from '../frontends/migrate-exit.ts';
import { findingsOf, ownSteps } from '../frontends/next-steps.ts';
import { placeLine, progressLine, stateWords } from '../frontends/plain-lines.ts';
import { withProfile } from '../plan/profile-answers.ts';
import { withDefaults } from '../plan/progress.ts';
import { ok } from '../plan/result.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import { createRuntime, type Runtime } from '../runtime.ts';
import { isStorageFault } from '../store/storage-fault.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { DryRunReport, State } from '../wizard/state.ts';
import { whyNotSubmit } from '../wizard/submit-word.ts';
import type { Console } from './console.ts';
import { diskTrouble } from './disk-trouble.ts';
import { firstStep } from './engine.ts';
import { emitEvents, emitStep } from './events.ts';
import { listeners } from './listeners.ts';
import { applyStep, type SavedPlan, saveChecked, savedLine } from './plan-out-step.ts';
import { type Opened, openSession } from './session.ts';
import type { Settings } from './settings.ts';
import { asksByLines } from './sign-in/by-lines.ts';
import { type Stopper, type StopReason, stopper } from './stopper.ts';

type Wanted = {
  settings: Settings;
  ports: Ports;
  console: Console;
  /** As they were given: relative times are read by the clock of the session. */
  typed: Typed;
  wishes: Wishes;
  /** Where the checked plan is saved, before anything is submitted. */
  planOut: string | null;
};

/** One migration from flags to its end, without a question. */
export async function migrateByFlags(wanted: Wanted): Promise<number> {
  const { settings, ports, console, wishes } = wanted;
  const opened = await openSession(settings, ports, {
    heldBy: wishes.dryRun ? 'nothing' : 'name',
    ...asksByLines(settings, ports),
    ...listeners(console),
  });
  if (!opened.ok) return console.fail(opened.error);
  try {
    return await follow(opened.value, wanted);
  } finally {
    opened.value.close();
  }
}

async function follow(opened: Opened, wanted: Wanted): Promise<number> {
  const { settings, ports, console, typed, wishes, planOut } = wanted;
  const { session, services } = opened;
  console.output.notice(placeLine(session));
  const end = stopper({ ports: { ...ports, clock: services.clock }, timeoutMs: settings.timeoutMs });
  const { runtime, faults } = startIn(opened, typed, console, end);
  const told = tellProgress(runtime, console, opened);
  const lead = (wanted: Wishes) => drive(runtime, (state) => nextForFlags(state, wanted), end.ended);
  const saved =
    planOut === null
      ? ok(undefined)
      : await saveChecked({ runtime, lead, path: planOut, files: ports.files, clock: services.clock });
  if (saved.ok) await lead(wishes);
  end.close();
  const stopped = runtime.stop();
  if (end.reason() === null) await stopped;
  const [fault] = faults;
  if (isStorageFault(fault)) return console.fail([diskTrouble(fault)], session);
  if (fault !== undefined) throw fault;
  if (!saved.ok) return console.fail([saved.error], session);
  const ended = { watched: wishes.watch, reason: end.reason(), report: told.report, saved: saved.value };
  return finish(runtime.state(), console, ended, services.clock.now());
}

function startIn(opened: Opened, typed: Typed, { output }: Console, end: Stopper) {
  const { session, services } = opened;
  const faults: unknown[] = [];
  const context = { now: services.clock.now(), zone: session.zone };
  const filled = withDefaults(withProfile(typed, session.saved, context), context);
  const runtime = createRuntime(firstStep(opened, filled), emitEvents(services, output, session), (fault) => {
    faults.push(fault);
    end.stop('fault');
  });
  return { runtime, faults };
}

/** Progress for people, a line for each change, on standard error; for scripts, what only the machine knows. */
function tellProgress(runtime: Runtime, { output }: Console, { services }: Opened): { report: DryRunReport | null } {
  const told: { report: DryRunReport | null } = { report: null };
  let before = runtime.state();
  runtime.subscribe(() => {
    const after = runtime.state();
    const line = progressLine(before, after);
    if (after.status === 'dryRunDone') told.report = after.report;
    emitStep(output, before, after, services.clock.now());
    before = after;
    if (line !== null && output.format === 'text') output.notice(line);
  });
  return told;
}

/** What moves, where there is a plan. */
function labelOf(state: State): string {
  const move = moveOf(state);
  return move ? sourceLabel(move.plan) : '';
}

type Ended = {
  watched: boolean;
  reason: StopReason | null;
  report: DryRunReport | null;
  /** Undefined where no plan was to be saved, null where it was not worth it. */
  saved: SavedPlan | null | undefined;
};

/** Prints where it stopped and the way back, and returns the exit code. */
function finish(state: State, console: Console, { watched, reason, report, saved }: Ended, now: number): number {
  const exitCode = reason === 'signal' ? 130 : reason === 'timeout' ? 8 : exitCodeOf(state, { watched });
  const findings = findingsOf(state, report);
  console.findings(findings);
  const task = 'followed' in state ? state.followed.task : null;
  if (task) console.output.text(`${task.id ?? 'no id'}  ${stateWords[task.state]}  ${labelOf(state)}`);
  const mayApply = state.status === 'dryRunDone' && whyNotSubmit(state.session) === null;
  const apply = saved && mayApply ? [applyStep(saved, state.session)] : [];
  if (console.output.format === 'text')
    console.output.notice([
      ...(saved === undefined ? [] : [savedLine(saved)]),
      ...[...apply, ...ownSteps(state, findings)].map(({ do: what, command = '' }) => `${what} ${command}`.trimEnd()),
    ]);
  const document = migrateDocument(state, { kind: 'migrate', exitCode, report, first: apply });
  console.output.finish(saved === undefined ? document : { ...document, planFile: saved?.path ?? null }, now);
  return exitCode;
}
