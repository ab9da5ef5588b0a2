import { movesMissing } from '../../frontends/confirm-missing.ts';
import type { Wishes } from '../../frontends/flags.ts';
import { modeWords } from '../../frontends/plain-lines.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import type { PlannedRow } from '../../plan/plan-file.ts';
import { cleanText } from '../../problems/clean.ts';
import { sourceLabel, targetLabel } from '../../tasks/source-key.ts';
import type { Session } from '../../wizard/state.ts';
import type { Raw } from '../command.ts';
import type { Console } from '../console.ts';
import { type Settings, textFlag } from '../settings.ts';

/** How a command about rows ends, as its flags say. */
export const wishesOf = (raw: Raw): Pick<Wishes, 'dryRun' | 'word' | 'watch' | 'targetName'> => ({
  dryRun: raw.flags.dryRun === true,
  word: textFlag(raw, 'confirm'),
  watch: raw.flags.watch === true,
  targetName: textFlag(raw, 'confirmTarget'),
});

/** What is typed to submit so many rows. */
export const wordFor = (count: number): string => (count === 1 ? 'yes' : String(count));

/** A single row may also be confirmed by its number, as scripts do that count rows. */
export const isWordFor = (word: string, count: number): boolean =>
  [wordFor(count), String(count)].includes(word.trim());

/** No terminal never means yes: what submits needs the word in the command. Null where somebody can be asked. */
export function confirmationMissing(raw: Raw, { mayAsk }: Settings, count: number | null): Finding | null {
  if (mayAsk || raw.flags.dryRun === true || textFlag(raw, 'confirm') !== null) return null;
  return notConfirmed(count);
}

export const notConfirmed = (count: number | null): Finding =>
  movesMissing(count === null ? 'yes, or the number of rows,' : wordFor(count), count === 1);

export const wrongConfirmation = (word: string, count: number): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmWord',
    what: `${word.trim() === '' ? 'No word' : `"${cleanText(word, { maxLength: 60 })}"`} is not the confirmation of ${migrations(count)}.`,
    why: `${count === 1 ? 'One migration is' : 'They are'} confirmed with ${wordFor(count)}. Nothing was sent.`,
    next: `Write --confirm ${wordFor(count)}, or --dry-run to check only.`,
  });

const migrations = (count: number): string => (count === 1 ? 'one migration' : `${count} migrations`);

/** How many rows the question names. */
const mostNamed = 3;

/** Asks in a terminal; says what moves, from where to where, and that there is no way back. */
export function askToSubmit(
  rows: readonly PlannedRow[],
  session: Session,
  console: Pick<Console, 'ask' | 'output'>,
): Promise<string | null> {
  const named = rows.slice(0, mostNamed).map(({ move: { plan } }) => `${sourceLabel(plan)} to ${targetLabel(plan)}`);
  const more = rows.length > mostNamed ? [`and ${rows.length - mostNamed} more`] : [];
  console.output.notice([
    `${modeWords[session.mode]}: this moves ${[...named, ...more].join(', ')}.`,
    'One pass: it cannot be undone or repeated.',
  ]);
  return console.ask(`Type ${wordFor(rows.length)} to submit, or press Enter to stop:`);
}
