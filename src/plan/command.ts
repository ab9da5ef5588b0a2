import { isChosen } from './addressing.ts';
import type { QuestionId } from './answers.ts';
import { textOf, type Walk } from './describe.ts';
import type { Profile } from './profile.ts';
import { readAnswers } from './progress.ts';
import type { Context } from './question.ts';
import { questionAt } from './questions.ts';
import type { Typed } from './typed.ts';

/** What stands around the answers on a command line. */
export type CommandExtras = {
  profile?: string | null;
  /** The profile itself, where it is at hand: what says something else than it has to be printed. */
  saved?: Profile | null;
  simulator?: boolean;
  scenario?: string | null;
  graphUrl?: string | null;
  sourceTenant?: string | null;
  timeZone?: string | null;
  change?: string | null;
  dryRun?: boolean;
  planOut?: string | null;
  json?: boolean;
};

/** Times are printed as they were resolved, so the moment of reading does not matter here. */
const anytime: Context = { now: 0, zone: 'UTC' };

/**
 * The `migrate` command, without the program's name, that gives the plan of these answers again. With a profile, what
 * came from it is left out, times excepted: its window means other moments tomorrow.
 */
export function commandFor(typed: Typed, extras: CommandExtras = {}): string[] {
  const walk = readAnswers(typed, anytime);
  const given = walk.asked.filter((id) => isPrinted(id, typed, walk, extras));
  const positional = positionalOf(given, typed, walk);
  const rest = given.filter((id) => !positional.some(([taken]) => taken === id));
  return [
    'migrate',
    ...positional.map(([, text]) => text),
    ...rest.flatMap((id) => flagWords(questionAt(id).flag ?? id, printed(id, typed, walk))),
    ...extraFlags(extras),
  ];
}

function isPrinted(id: QuestionId, typed: Typed, walk: Walk, { profile, saved }: CommandExtras): boolean {
  const entry = typed[id];
  if (entry === undefined || questionAt(id).flag === null) return false;
  const isTime = id === 'start' || id === 'latestStart';
  const isChosenTarget = (id === 'targetHost' || id === 'targetOrgId') && isChosen(typed);
  if (profile && entry.origin === 'default') return isFilledBy(saved, id);
  if (profile) return isTime || isChosenTarget || entry.origin !== 'profile';
  return printed(id, typed, walk) !== (questionAt(id).default ?? '');
}

/** Whether a profile would answer a question that was left to its default. */
function isFilledBy(saved: Profile | null | undefined, id: QuestionId): boolean {
  if (id === 'targetLocation') return Boolean(saved?.targetLocation);
  return (id === 'start' || id === 'latestStart') && Boolean(saved?.window);
}

/** Type and source stand first and bare where a shell cannot take them for something else. */
function positionalOf(given: readonly QuestionId[], typed: Typed, walk: Walk): [QuestionId, string][] {
  if (!given.includes('type')) return [];
  const type: [QuestionId, string] = ['type', printed('type', typed, walk)];
  const source = printed('source', typed, walk);
  return given.includes('source') && !source.startsWith('-') ? [type, ['source', source]] : [type];
}

/** Read answers in their plain form; times, and what could not be read, as they stand. */
function printed(id: QuestionId, typed: Typed, walk: Walk): string {
  const asTyped = typed[id]?.text ?? '';
  return questionAt(id).canonical || !(id in walk.known) ? asTyped : textOf(walk.known, id);
}

function extraFlags(extras: CommandExtras): string[] {
  const valued: [string, string | null | undefined][] = [
    ['profile', extras.profile],
    ['scenario', extras.scenario],
    ['graph-url', extras.graphUrl],
    ['source-tenant', extras.sourceTenant],
    ['time-zone', extras.timeZone],
    ['change', extras.change],
    ['plan-out', extras.planOut],
  ];
  return [
    ...(extras.simulator ? ['--simulator'] : []),
    ...valued.flatMap(([name, value]) => (value ? flagWords(name, value) : [])),
    ...(extras.dryRun ? ['--dry-run'] : []),
    ...(extras.json ? ['--json'] : []),
  ];
}

/** With an equals sign where a value alone could be taken for a flag, or would be lost. */
export const flagWords = (name: string, value: string): string[] =>
  value === '' || value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];

/** One line for sh, bash and zsh. */
export const quotePosix = (argv: readonly string[]): string =>
  argv
    .map((word) => (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');

/** One line for PowerShell, where typographic quotes end a text too and `-a.b` would be split. */
export const quotePowerShell = (argv: readonly string[]): string =>
  argv.map((word) => (isPlainInPowerShell(word) ? word : `'${word.replace(/['\u2018-\u201b]/g, '$&$&')}'`)).join(' ');

const isPlainInPowerShell = (word: string): boolean =>
  /^[a-z0-9/][a-z0-9@+:./_-]*$/i.test(word) || /^--?[a-z0-9][a-z0-9-]*$/i.test(word);
