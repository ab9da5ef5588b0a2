import { usualBudget } from '../../graph/pace.ts';
import { flagWords } from '../../plan/command.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { questionAt, questionIds } from '../../plan/questions.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import { usualMaxPending } from '../../runtime/wave/pending.ts';
import { rowNumbers } from '../../wave/row-numbers.ts';
import { flagKey, type Raw } from '../command.ts';
import { type Settings, textFlag } from '../settings.ts';
import type { WaveFlags } from './submit.ts';

export type WaveWishes = WaveFlags & {
  /** Resource units a minute. */
  budget: number;
  /** Rows that take part; null for all. */
  rows: ReadonlySet<number> | null;
  isIdentityMap: boolean;
};

/** The flags of a wave: each stands above the profile's limit, and that above the usual one. */
export function readWaveFlags(
  raw: Raw,
  { profile }: Pick<Settings, 'profile'>,
): Result<WaveWishes, readonly Finding[]> {
  const budget = wholeNumber(raw, 'budget', profile?.limits.budget ?? usualBudget);
  const maxPending = wholeNumber(raw, 'maxPending', profile?.limits.maxPending ?? usualMaxPending);
  const rows = rowsIn(textFlag(raw, 'rows'));
  const findings = [budget, maxPending, rows].flatMap((read) => (read.ok ? [] : [read.error]));
  if (!budget.ok || !maxPending.ok || !rows.ok) return err(findings);
  return ok({
    budget: budget.value,
    maxPending: maxPending.value,
    rows: rows.value,
    stopOnError: raw.flags.stopOnError === true,
    isIdentityMap: raw.flags.fromMap === true,
  });
}

/** What says how a file is read, and what its wave may use. */
const aboutFile: readonly string[] = [
  ...questionIds.flatMap((id) => questionAt(id).flag ?? []),
  ...['from-map', 'rows', 'stop-on-error', 'budget', 'max-pending', 'change', 'time-zone'],
];

/** The same flags as words of a command that begins again. */
export const fileWords = ({ flags, set }: Pick<Raw, 'flags' | 'set'>): string[] =>
  aboutFile.flatMap((flag) => {
    const value = flags[flagKey(flag)];
    if (!set.has(flagKey(flag)) || value === undefined || value === false) return [];
    return value === true ? [`--${flag}`] : flagWords(flag, value);
  });

const names = { budget: '--budget', maxPending: '--max-pending' } as const;

function wholeNumber(raw: Raw, name: keyof typeof names, otherwise: number): Result<number, Finding> {
  const text = textFlag(raw, name);
  if (text === null) return ok(otherwise);
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= 1_000_000 ? ok(value) : err(notANumber(names[name], text));
}

const notANumber = (flag: string, text: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'numberUnreadable',
      what: `${flag} ${quoted(text)} is no whole number above zero.`,
      why: 'It says how many are allowed.',
      next: `Give it as ${flag} ${flag === '--budget' ? '600' : '4000'}.`,
    },
    { from: 'input' },
  );

/** Rows as `--rows` names them. */
function rowsIn(text: string | null): Result<ReadonlySet<number> | null, Finding> {
  if (text === null) return ok(null);
  const rows = rowNumbers(text);
  return rows === null ? err(rowsUnreadable(text)) : ok(rows);
}

const rowsUnreadable = (text: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'rowsUnreadable',
      what: `--rows ${quoted(text)} names no rows.`,
      why: 'Rows are counted from 1, in the order of the file, the line with the names of the columns not included.',
      next: 'Give them as --rows 1-20, or --rows 1-5,9.',
    },
    { from: 'input' },
  );
