import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';

const usage = (words: Pick<Finding, 'code' | 'what' | 'why' | 'next'>): Finding =>
  finding({ field: 'command', ...words }, { from: 'input' });

export const olderAlone = usage({
  code: 'olderWithoutPrune',
  what: '--older and --confirm belong to crossorg runs prune.',
  why: 'Without prune nothing is removed, so the flags would be ignored.',
  next: [{ do: 'Write prune after runs.', who: 'you', command: 'crossorg runs prune --older 90d' }],
});

export const olderMissing = usage({
  code: 'olderMissing',
  what: 'It is not said how old a run must be to be removed.',
  why: 'What is removed cannot be brought back, so no age is taken by default.',
  next: [{ do: 'Give the age in days.', who: 'you', command: 'crossorg runs prune --older 90d' }],
});

export const olderUnreadable = (text: string): Finding =>
  usage({
    code: 'olderUnreadable',
    what: `The age ${quoted(text)} cannot be read.`,
    why: 'An age is a whole number of days, such as 90d.',
    next: [{ do: 'Write --older 90d.', who: 'you', command: 'crossorg runs prune --older 90d' }],
  });

const dayMs = 86_400_000;

/** `90d` in milliseconds; null when it cannot be read. */
export function readAge(text: string): number | null {
  const days = /^(\d{1,5})\s*d$/i.exec(text.trim())?.[1];
  return days === undefined ? null : Number(days) * dayMs;
}

export const runsText = (count: number): string => (count === 1 ? '1 run' : `${count} runs`);

export const notConfirmed = (count: number, command: string): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmMissing',
      what: `Removing ${runsText(count)} is not confirmed.`,
      why: 'Without a terminal nobody can be asked, and nothing is removed by default.',
      next: [{ do: `Add --confirm ${count}.`, who: 'you', command }],
    },
    { from: 'input' },
  );

export const wrongCount = (count: number, command: string): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmWord',
    what: 'The confirmation does not match, so nothing was removed.',
    why: `This would remove ${runsText(count)}, which is confirmed with: ${count}`,
    next: [{ do: `Write --confirm ${count}, or another age.`, who: 'you', command }],
  });
