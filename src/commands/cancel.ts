import { type Finding, finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { localFinding } from '../problems/explain.ts';
import { cancelTask } from '../runtime/cancel.ts';
import type { Raw } from './command.ts';
import { textFlag } from './settings.ts';
import { nextFor } from './status.ts';
import type { Target } from './targets.ts';
import { reportTasks, type Seen } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/** Cancels tasks that have not started, and reads back what came of it. */
export const run = (raw: Raw, ports: Ports): Promise<number> => withTargets(raw, ports, { submits: true }, cancel);

async function cancel(around: Around): Promise<number> {
  const { raw, settings, targets, console, opened } = around;
  const words = targets.length === 1 ? ['yes', '1'] : [String(targets.length)];
  const given = textFlag(raw, 'confirm');
  if (given === null && !settings.mayAsk) return console.fail([notConfirmed(words)], opened.session);
  const word = given ?? (await askToCancel(words, targets));
  if (!words.includes(word.trim())) return console.fail([wrongWord(words, targets.length)], opened.session);
  const seen: Seen[] = [];
  for (const target of targets) seen.push(await cancelOne(around, target));
  return reportTasks('cancel', exitCodeOf(seen), seen, nextFor(seen, around), around);
}

async function cancelOne({ opened, console }: Around, { label, followed, isOpen }: Target): Promise<Seen> {
  if (isOpen || followed.task === null)
    return { label, followed, isOpen, finding: localFinding('unconfirmed', { source: label, run: followed.runId }) };
  if (console.output.format === 'text') console.output.notice(`Asking the service to cancel ${label}.`);
  const { outcome, refused } = await cancelTask(opened.services, followed);
  const task = outcome.ok ? outcome.task : followed.task;
  return { label, followed: { ...followed, task }, isOpen, finding: refused };
}

/** 0 all cancelled, 5 some, 9 none; a failure that is not about the task keeps its own code. */
function exitCodeOf(seen: readonly Seen[]): number {
  const cancelled = seen.filter(({ followed }) => followed.task?.state === 'cancelled').length;
  if (cancelled === seen.length) return 0;
  if (cancelled > 0) return 5;
  const status = seen[0]?.finding?.service?.status;
  if (status === 404) return 6;
  return status === 401 || status === 403 ? 4 : 9;
}

/** Asked in a terminal only, and only a typed word counts. */
async function askToCancel([word = 'yes']: readonly string[], targets: readonly Target[]): Promise<string> {
  const { askWord } = await import('../frontends/ask-word.ts');
  const what = targets.map(({ label }) => label).join(', ');
  return askWord(`Cancel ${what}? Type ${word} to cancel, or press Enter to stop:`);
}

const notConfirmed = (words: readonly string[]): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmMissing',
      what: 'The cancelling is not confirmed.',
      why: 'Without a terminal nobody can be asked, and nothing is cancelled by default.',
      next: `Add --confirm ${words[0]}.`,
    },
    { from: 'input' },
  );

const wrongWord = (words: readonly string[], count: number): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmWord',
    what: 'The confirmation does not match, so nothing was cancelled.',
    why: `This would cancel ${count === 1 ? '1 task' : `${count} tasks`}, which is confirmed with: ${words[0]}`,
    next: `Write --confirm ${words[0]}, or name fewer tasks.`,
  });
