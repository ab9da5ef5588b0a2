import { type Finding, finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { isStorageFault } from '../store/storage-fault.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { diskTrouble } from './disk-trouble.ts';
import { emitEvents } from './events.ts';
import { listeners } from './listeners.ts';
import { type Opened, type OpenOptions, openSession } from './session.ts';
import { argvOf, readSettings, type Settings } from './settings.ts';
import { asksByLines } from './sign-in/by-lines.ts';
import { findTargets, type Target } from './targets.ts';
import { readWaveFlags, type WaveWishes } from './wave/flags.ts';

export type Around = {
  raw: Raw;
  settings: Settings;
  ports: Ports;
  console: Console;
  opened: Opened;
  targets: readonly Target[];
  /** What could not be found, while other things were. */
  findings: readonly Finding[];
  /** Runs that were named themselves, and not by a source or task in them. */
  runs: readonly string[];
  /** What many rows may use. */
  limits: Pick<WaveWishes, 'budget' | 'maxPending'>;
};

type Options = Pick<OpenOptions, 'heldBy' | 'needs'>;

/** Opens a session, finds what the words mean, and hands both to the command. Nothing found ends it here. */
export async function withTargets(
  raw: Raw,
  ports: Ports,
  options: Options,
  work: (around: Around) => Promise<number>,
): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const meant = { words: raw.args, last: raw.flags.last === true };
  if (meant.words.length === 0 && !meant.last) return console.fail([nothingNamed]);
  const limits = readWaveFlags(raw, settings.value);
  if (!limits.ok) return console.fail(limits.error);
  const { budget } = limits.value;
  const asking = asksByLines(settings.value, ports);
  const opened = await openSession(settings.value, ports, { ...options, budget, ...asking, ...listeners(console) });
  if (!opened.ok) return console.fail(opened.error);
  const { session } = opened.value;
  try {
    const heard = { ...opened.value, services: emitEvents(opened.value.services, console.output, session) };
    const found = await findTargets(heard, meant);
    const isMistyped = found.findings.some(({ from }) => from === 'input');
    if (found.targets.length === 0 || isMistyped) return console.fail(found.findings, session);
    return await work({
      ...{ raw, settings: settings.value, ports, console, opened: heard, limits: limits.value },
      ...found,
    });
  } catch (fault) {
    if (isStorageFault(fault)) return console.fail([diskTrouble(fault)], session);
    throw fault;
  } finally {
    opened.value.close();
  }
}

const nothingNamed = finding(
  {
    field: 'command',
    code: 'whatMissing',
    what: 'It is not said which task is meant.',
    why: 'The command works on tasks that are named: a run id, a sign-in name, a site address, a task id or a mail nickname.',
    next: 'Name one, or write --last for the last run.',
  },
  { from: 'input' },
);
