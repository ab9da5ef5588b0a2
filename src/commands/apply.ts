import { type Finding, finding } from '../plan/finding.ts';
import type { ReadPlan } from '../plan/read-plan-file.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings, exits } from '../problems/exit.ts';
import { refuse } from '../refusal.ts';
import { confirmationMissing, isWordFor, wishesOf, wrongConfirmation } from './apply/confirm.ts';
import { againstBefore, againstSession, openPlanFile, withPlan } from './apply/file.ts';
import { sendRows } from './apply/rows.ts';
import type { Raw } from './command.ts';
import { createConsole } from './console.ts';
import { emitEvents } from './events.ts';
import { failedRowsWriter } from './failed-rows.ts';
import { listeners } from './listeners.ts';
import { openSession } from './session.ts';
import { argvOf, readSettings, type Settings, textFlag } from './settings.ts';
import { asksByLines } from './sign-in/by-lines.ts';

/** Submits a saved plan unchanged, or refuses: what was previewed is what is sent. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const [path] = raw.args;
  if (path === undefined) return refuse([fileMissing], exits.usage, argvOf(raw), ports);
  const read = await openPlanFile(path, ports.files);
  if (!read.ok) return refuse(read.error, exitCodeForFindings(read.error), argvOf(raw), ports);
  const told = withPlan(raw, read.value.file, ports.env);
  const settings = await readSettings(told, ports);
  if (!settings.ok) return refuse(settings.error, exits.usage, argvOf(raw), ports);
  return apply({ path, plan: read.value }, told, settings.value, ports);
}

type Saved = { path: string; plan: ReadPlan };

async function apply({ path, plan }: Saved, raw: Raw, settings: Settings, ports: Ports): Promise<number> {
  const console = createConsole(settings, ports);
  const wishes = wishesOf(raw);
  const against = [...againstBefore(plan, raw, settings, ports), ...aboutWord(plan, raw, settings)];
  if (against.length > 0) return console.fail(against);
  const opened = await openSession(settings, ports, {
    heldBy: wishes.dryRun ? 'nothing' : 'name',
    ...asksByLines(settings, ports),
    ...listeners(console),
  });
  if (!opened.ok) return console.fail(opened.error);
  const { session, services, close } = opened.value;
  try {
    const found = againstSession(plan, session, services.clock.now());
    if (found.length > 0) return console.fail(found, session);
    const heard = { ...opened.value, services: emitEvents(services, console.output, session) };
    const facts = { planId: plan.file.planId };
    const keepFailed = failedRowsWriter(path, plan.rows, ports);
    const work = { settings, ports, console, opened: heard, rows: plan.rows, wishes, facts };
    return await sendRows({ ...work, isWhole: true, keepFailed });
  } finally {
    close();
  }
}

/** How many rows there are is known at once, so a word that does not fit is refused before any call. */
function aboutWord({ rows }: ReadPlan, raw: Raw, settings: Settings): Finding[] {
  const missing = confirmationMissing(raw, settings, rows.length);
  if (missing) return [missing];
  const word = textFlag(raw, 'confirm');
  const isWrong = raw.flags.dryRun !== true && word !== null && !isWordFor(word, rows.length);
  return isWrong ? [wrongConfirmation(word, rows.length)] : [];
}

const fileMissing = finding(
  {
    field: 'command',
    code: 'planFileNotNamed',
    what: 'It is not said which plan is to be applied.',
    why: 'The command submits a plan that was saved with --plan-out.',
    next: [{ do: 'Name the file.', who: 'you', command: 'crossorg apply plan.json --dry-run' }],
  },
  { from: 'input' },
);
