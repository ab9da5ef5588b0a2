import { modeLine } from '../frontends/plain-lines.ts';
import { isLoopback } from '../graph/endpoints.ts';
import { type Finding, finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings, exits } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { cancelTask } from '../runtime/cancel.ts';
import { plainCommand } from '../wizard/way-back.ts';
import type { Raw } from './command.ts';
import { textFlag } from './settings.ts';
import { nextFor, whyNotAsked } from './status.ts';
import type { Target } from './targets.ts';
import { report, type Seen } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/** Cancels tasks that have not started, and reads back what came of it. */
export const run = (raw: Raw, ports: Ports): Promise<number> => withTargets(raw, ports, { heldBy: 'record' }, cancel);

async function cancel(around: Around): Promise<number> {
  const { raw, settings, targets, console, opened } = around;
  if (isUnheld(around)) return console.fail([localFinding('tenantNotNamed')], opened.session);
  const words = targets.length === 1 ? ['yes', '1'] : [String(targets.length)];
  const given = textFlag(raw, 'confirm');
  if (given === null && !settings.mayAsk) return console.fail([notConfirmed(words)], opened.session);
  const word = given ?? (await askToCancel(words, around));
  if (word === null) return console.fail([notConfirmed(words)], opened.session);
  if (!words.includes(word.trim())) return console.fail([wrongWord(words, targets.length)], opened.session);
  const seen: Seen[] = [];
  for (const target of targets) seen.push(await cancelOne(around, target));
  const exitCode = exitCodeOf(seen, around.findings);
  return report({ kind: 'cancel', exitCode, seen, next: nextFor(seen, around), wanted: 'cancelled' }, around);
}

/** A task of a run is held to the run's tenant; one that was made elsewhere needs the tenant to be named. */
const isUnheld = ({ settings, targets, opened: { session } }: Around): boolean =>
  session.mode !== 'simulator' &&
  !isLoopback(session.endpoint) &&
  settings.sourceTenant === null &&
  targets.some(({ followed }) => followed.runId === '');

async function cancelOne({ opened, console }: Around, target: Target): Promise<Seen> {
  const { label, followed, place } = target;
  const unknowable = whyNotAsked(target) ?? (followed.task?.id ? null : withoutId(label));
  if (unknowable) return { label, followed, place, finding: unknowable };
  if (console.output.format === 'text') console.output.notice(`Asking the service to cancel ${label}.`);
  const { outcome, refused } = await cancelTask(opened.services, followed);
  const task = outcome.ok ? outcome.task : followed.task;
  return { label, followed: { ...followed, task }, place, finding: refused };
}

/** 0 all cancelled, 5 some or not sure yet, 6 not found, 9 too late; other failures keep the code of their reason. */
function exitCodeOf(seen: readonly Seen[], missing: readonly Finding[]): number {
  const cancelled = seen.filter(({ followed }) => followed.task?.state === 'cancelled').length;
  if (cancelled === seen.length + missing.length) return exits.done;
  const findings = seen.flatMap(({ finding: one }) => (one ? [one] : []));
  if (cancelled > 0 || findings.some(({ code }) => code === 'cancelNotYetConfirmed')) return exits.mixed;
  return exitCodeForFindings([...findings, ...missing]) || exits.conflict;
}

/** Asked in a terminal only, and only a typed word counts. */
function askToCancel(
  [word = 'yes']: readonly string[],
  { targets, console, opened: { session } }: Around,
): Promise<string | null> {
  const what = targets.map(({ label }) => label).join(', ');
  return console.ask(`${modeLine(session)} Cancel ${what}? Type ${word} to cancel, or press Enter to stop:`);
}

/** A cancel names the task's id, and nothing else. */
const withoutId = (label: string): Finding =>
  finding({
    field: 'task',
    code: 'taskWithoutId',
    what: `The task of ${label} cannot be cancelled from here.`,
    why: 'The service tells of it without an id, and it cancels by id only.',
    next: [
      { do: 'Look again in a minute; the id may be there then.', who: 'you', command: plainCommand('status', label) },
      { do: 'Or stop it in SharePoint Online PowerShell on the source.', who: 'source admin' },
    ],
  });

const notConfirmed = ([word = 'yes']: readonly string[]): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmMissing',
      what: 'The cancelling is not confirmed.',
      why: 'Without a terminal nobody can be asked, and nothing is cancelled by default.',
      next: `Add --confirm ${word}.`,
    },
    { from: 'input' },
  );

const wrongWord = ([word = 'yes']: readonly string[], count: number): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmWord',
    what: 'The confirmation does not match, so nothing was cancelled.',
    why: `This would cancel ${count === 1 ? '1 task' : `${count} tasks`}, which is confirmed with: ${word}`,
    next: `Write --confirm ${word}, or name fewer tasks.`,
  });
