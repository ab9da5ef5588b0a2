import { modeLine } from '../frontends/plain-lines.ts';
import { isLoopback } from '../graph/endpoints.ts';
import type { NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exits } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { commandLine } from '../wizard/way-back.ts';
import { cancelAll } from './cancel/all.ts';
import { cancellable, type Halted, haltRuns } from './cancel/brake.ts';
import { cancelExit, unsentFindings } from './cancel/exit.ts';
import { namedIn, notConfirmed, wordsFor, wrongWord } from './cancel/words.ts';
import type { Raw } from './command.ts';
import { textFlag } from './settings.ts';
import { nextFor } from './status.ts';
import { type Stopper, stopper } from './stopper.ts';
import { type Target, wholeRuns } from './targets.ts';
import { report } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/** Cancels tasks that have not started, and reads back what came of it. A run is stopped first, wherever it is sent from. */
export const run = (raw: Raw, ports: Ports): Promise<number> => withTargets(raw, ports, { heldBy: 'record' }, cancel);

async function cancel(around: Around): Promise<number> {
  const { raw, settings, console, opened, ports } = around;
  if (isUnheld(around)) return console.fail([localFinding('tenantNotNamed')], opened.session);
  const count = cancellable({ ...around, whole: wholeRuns(around) }).length;
  // Before anything is stopped or asked: a forgotten word is no wish.
  if (textFlag(raw, 'confirm') === null && !settings.mayAsk) return console.fail([notConfirmed(count)], opened.session);
  const end = stopper({ ports, timeoutMs: null });
  const halted = await haltRuns(around, end);
  try {
    return await cancelHalted(around, halted, end);
  } finally {
    halted.close();
    end.close();
  }
}

async function cancelHalted(around: Around, halted: Halted, end: Stopper): Promise<number> {
  const { raw, console, opened } = around;
  const meant = cancellable(halted);
  const count = meant.length;
  if (count > 0 && end.reason() === null) {
    const word = textFlag(raw, 'confirm') ?? (await askToCancel(meant, around));
    if (word === null) return console.fail([notConfirmed(count)], opened.session);
    const { stopped } = halted;
    if (!wordsFor(count).includes(word.trim()))
      return console.fail([wrongWord({ count, stopped }, around), ...halted.findings], opened.session);
  }
  const seen = await cancelAll(around, { ...halted, meant }, end);
  const missing = [...around.findings, ...halted.findings];
  const exitCode = end.reason() === null ? cancelExit(seen, missing, halted) : exits.interrupted;
  const findings = [...missing, ...unsentFindings(seen, halted)];
  const next = [...(end.reason() === null ? [] : [cancelOn(around)]), ...nextFor(seen, around)];
  return report({ kind: 'cancel', exitCode, seen, next, wanted: 'cancelled' }, { ...around, findings });
}

const cancelOn = ({ raw, opened: { session } }: Around): NextStep => ({
  do: 'Cancel the rest.',
  who: 'you',
  command: commandLine(session, 'cancel', ...namedIn(raw)),
});

/** A task of a run is held to the run's tenant; one that was made elsewhere needs the tenant to be named. */
const isUnheld = ({ settings, targets, opened: { session } }: Around): boolean =>
  session.mode !== 'simulator' &&
  !isLoopback(session.endpoint) &&
  settings.sourceTenant === null &&
  targets.some(({ followed }) => followed.runId === '');

/** So many tasks are named in the question. */
const mostNamed = 5;

/** Asked in a terminal only, and only a typed word counts. */
function askToCancel(meant: readonly Target[], { console, opened: { session } }: Around): Promise<string | null> {
  const names = meant.slice(0, mostNamed).map(({ label }) => label);
  const more = meant.length > mostNamed ? ` and ${meant.length - mostNamed} more` : '';
  const [word] = wordsFor(meant.length);
  return console.ask(
    `${modeLine(session)} Cancel ${names.join(', ')}${more}? Type ${word} to cancel, or press Enter to stop:`,
  );
}
