import { drive } from '../frontends/drive.ts';
import { nextForFlags, type Wishes } from '../frontends/flags.ts';
import { migrateDocument, moveOf } from '../frontends/migrate-document.ts';
import { exitCodeOf } from '../frontends/migrate-exit.ts';
import { findingsOf, nextSteps } from '../frontends/next-steps.ts';
import { placeLine, progressLine, stateWords } from '../frontends/plain-lines.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import { createRuntime, type Runtime } from '../runtime.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import { begin } from '../wizard/machine.ts';
import type { State } from '../wizard/state.ts';
import type { Console } from './console.ts';
import { emitEvents } from './events.ts';
import { listeners } from './listeners.ts';
import { type Opened, openSession } from './session.ts';
import type { Settings } from './settings.ts';
import { type StopReason, stopper } from './stopper.ts';

type Wanted = { settings: Settings; ports: Ports; console: Console; typed: Typed; wishes: Wishes };

/** One migration from flags to its end, without a question. */
export async function migrateByFlags({ settings, ports, console, typed, wishes }: Wanted): Promise<number> {
  const opened = await openSession(settings, ports, {
    submits: !wishes.dryRun,
    ...listeners(settings, ports, console),
  });
  if (!opened.ok) return console.fail(opened.error);
  try {
    return await follow(opened.value, { settings, ports, console, typed, wishes });
  } finally {
    opened.value.close();
  }
}

async function follow(opened: Opened, { settings, ports, console, typed, wishes }: Wanted): Promise<number> {
  const { session, services } = opened;
  console.output.notice(placeLine(session));
  const faults: unknown[] = [];
  const end = stopper({ ports, timeoutMs: settings.timeoutMs });
  const first = begin(session, typed, services.clock.now());
  const runtime = createRuntime(
    { state: first, effects: [] },
    emitEvents(services, console.output, session),
    (fault) => {
      faults.push(fault);
      end.stop('fault');
    },
  );
  tellProgress(runtime, console);
  await drive(runtime, (state) => nextForFlags(state, wishes), end.ended);
  end.close();
  const stopped = runtime.stop();
  if (end.reason() === null) await stopped;
  if (faults.length > 0) throw faults[0];
  return finish(runtime.state(), console, { watched: wishes.watch, reason: end.reason() });
}

/** Progress for people, a line for each change, on standard error. */
function tellProgress(runtime: Runtime, { output }: Console): void {
  let before = runtime.state();
  runtime.subscribe(() => {
    const after = runtime.state();
    const line = progressLine(before, after);
    before = after;
    if (line !== null && output.format === 'text') output.notice(line);
  });
}

/** What moves, where there is a plan. */
function labelOf(state: State): string {
  const move = moveOf(state);
  return move ? sourceLabel(move.plan) : '';
}

type Ended = { watched: boolean; reason: StopReason | null };

/** Prints where it stopped and the way back, and returns the exit code. */
function finish(state: State, console: Console, { watched, reason }: Ended): number {
  const exitCode = reason === 'signal' ? 130 : reason === 'timeout' ? 8 : exitCodeOf(state, { watched });
  console.findings(findingsOf(state));
  const task = 'followed' in state ? state.followed.task : null;
  if (task) console.output.text(`${task.id ?? 'no id'}  ${stateWords[task.state]}  ${labelOf(state)}`);
  const steps = exitCode === 0 && task === null ? [] : nextSteps(state).filter(({ command }) => command);
  if (console.output.format === 'text')
    for (const { do: what, command } of steps) console.output.notice(`${what} ${command}`);
  console.output.finish(migrateDocument(state, 'migrate', exitCode));
  return exitCode;
}
