import { hasErrors } from '../../plan/finding.ts';
import { bothTimes, duration, utcTime } from '../../plan/schedule.ts';
import { cleanText } from '../../problems/clean.ts';
import { sourceName, targetName } from '../names.ts';
import type { Session } from '../state.ts';
import { chosenLines, countLines, isReady, isUnderWay, readyLines } from './lines.ts';
import type { CheckCounts } from './wave-groups.ts';
import type { ReadCounts } from './wave-problems.ts';
import type { Written } from './wave-screens.ts';
import type { WaveBase, WaveLine, WaveStateOf } from './wave-state.ts';
import { counted, destinationText, kindsText, latestText, numbered, ruledCount, startText } from './wave-summary.ts';

/** What is said about waves, in every front end. */

export const nothingAgainst = 'Our own checks found nothing against any row.';
export const nothingMovedYet = 'Nothing is moved by this.';
export const checkOrder = 'One dry run of each kind comes first, then every row is looked up and dry-run.';
export const oneAtATime = 'The service reports one problem of a row at a time. After a fix, another may appear.';

const list = (parts: readonly string[], between = '   '): string => parts.filter((part) => part !== '').join(between);

/** `51 rows read   48 ready   3 need a fix   1 warning` */
export const readText = ({ rows, ready, toMend, warnings, leftOut }: ReadCounts): string =>
  list([
    `${counted(rows, 'row')} read`,
    `${numbered(ready)} ready`,
    toMend === 0 ? '' : `${numbered(toMend)} ${toMend === 1 ? 'needs' : 'need'} a fix`,
    warnings === 0 ? '' : counted(warnings, 'warning'),
    leftOut === 0 ? '' : `${numbered(leftOut)} ${leftOut === 1 ? 'stays a draft' : 'stay drafts'}`,
  ]);

/** Which columns were read, and where the rest comes from. */
export function columnsText({ file, session }: Pick<WaveBase, 'file' | 'session'>): string {
  const names = file.columns.map(({ name }) => cleanText(name)).join(', ');
  const rest = session.profile === null ? 'flags and defaults' : `profile ${session.profile}`;
  const leftOut = file.leftOut === 0 ? '' : ` ${numbered(file.leftOut)} left out: no people.`;
  return `Rest from ${rest}. Columns: ${names || 'none'}.${leftOut}`;
}

export const checkedText = ({ ready, notReady, notAsked, toMend }: CheckCounts): string =>
  [
    ready === 0 ? 'No row is ready.' : `${counted(ready, 'row is', 'rows are')} ready.`,
    notReady === 0 ? '' : `${counted(notReady, 'needs', 'need')} something first.`,
    toMend === 0 ? '' : `${counted(toMend, 'needs', 'need')} a fix in the file.`,
    notAsked === 0 ? '' : `${counted(notAsked, 'was', 'were')} not asked about.`,
  ]
    .filter((part) => part !== '')
    .join(' ');

/** How far the asking is. */
export const askingText = ({ done, total }: Pick<WaveStateOf<'checking'>, 'done' | 'total'>): string =>
  `Asking the service: ${numbered(done)} of ${counted(total, 'row')}`;

/** What came of it until now. */
export function soFarText(base: Pick<WaveBase, 'lines' | 'chosen'>): string {
  const lines = chosenLines(base);
  const ready = lines.filter(isReady).length;
  const found = lines.filter(({ check }) => check !== null && hasErrors(check.findings)).length;
  return `${numbered(ready)} ready so far, ${numbered(found)} with something to do first`;
}

export const askingStopped = 'Asking stopped: this would stop every row.';

/** The word that submits: how many rows there are. */
export const waveWord = (state: WaveBase): string => String(readyLines(state).length);

export const waveQuestion = (state: WaveBase): string => {
  const count = readyLines(state).length;
  const what = counted(count, state.session.mode === 'simulator' ? 'migration' : 'live migration');
  return `Submit ${what}${state.session.mode === 'simulator' ? ' on the simulator' : ''}?`;
};

/** What moves, where to, and when: what the number confirms. */
export function waveConfirmRows(state: WaveBase): { term: string; value: string }[] {
  const { session } = state;
  const lines = readyLines(state);
  const taking = chosenLines(state).length;
  const left = list(
    [
      taking === lines.length ? '' : `${counted(taking - lines.length, 'row')} not ready`,
      taking === state.lines.length ? '' : `${counted(state.lines.length - taking, 'row')} left out`,
    ],
    ', ',
  );
  const ruled = ruledCount(lines);
  return [
    { term: 'From', value: sourceName(session) },
    { term: 'To', value: `${targetName(session)}, ${destinationText(lines)}` },
    { term: 'What', value: kindsText(lines) },
    { term: 'Start', value: startText(lines, session.zone) },
    { term: 'Cancel', value: cancelText(lines, session.zone) },
    ...(ruled === 0
      ? []
      : [{ term: 'By rule', value: `${counted(ruled, 'target')} made by the naming rule, looked up by nobody` }]),
    ...(left === '' ? [] : [{ term: 'Left', value: `${left}, not sent now` }]),
  ];
}

/** What the service cancels by itself, and what may begin at any time. */
function cancelText(lines: readonly WaveLine[], zone: string): string {
  const latest = latestText(lines, zone);
  const open = lines.filter(({ move }) => move?.plan.latestStart === null).length;
  if (latest === null) return 'nothing by itself: without a latest start they may begin in office hours';
  return open === 0 ? latest : `${latest}; ${counted(open, 'row has', 'rows have')} none and may begin in office hours`;
}

/** How old the oldest dry run is that the confirmation rests on. */
export function dryRunsText(state: WaveBase, now: number): string {
  const oldest = Math.min(...readyLines(state).map(({ check }) => check?.clean?.at ?? now));
  return `Every one passed its dry run, the oldest ${duration(Math.max(0, now - oldest))} ago (valid 60 min).`;
}

export const waveHappens: readonly string[] = [
  'Each source becomes read-only when its move starts, then redirects to the new place.',
  'Something that already exists at a target makes that move fail.',
];

export const sendingText = ({ done, total, isStopping }: WaveStateOf<'submitting'>): string =>
  isStopping
    ? `Stopping: ${numbered(done)} of ${counted(total, 'row')} answered. What has left gets its answer.`
    : `Sending: ${numbered(done)} of ${counted(total, 'row')} answered.`;

/** Why nothing is sent for now, and until when; null while rows go out. */
export function waitText({ waiting }: WaveStateOf<'submitting'>, now: number): string | null {
  if (waiting === null || waiting.until <= now) return null;
  const why = waiting.finding === null ? 'The service asked to wait.' : cleanText(waiting.finding.what);
  return `Waiting until ${utcTime(waiting.until)}, ${duration(waiting.until - now)} more. ${why}`;
}

const pauses: { readonly [K in WaveStateOf<'paused'>['reason']]: string } = {
  breaker: 'Paused: this would stop every row.',
  error: 'Paused at the first row that was refused.',
  stopped: 'Stopped, as you asked.',
};

/** A stop that says why was asked for in another window. */
export const pausedText = ({ reason, finding }: WaveStateOf<'paused'>, left: number): string =>
  `${reason === 'stopped' && finding !== null ? 'Stopped from another window.' : pauses[reason]} ${left === 0 ? 'No row is left to send.' : `${counted(left, 'row is', 'rows are')} not sent.`}`;

export const cancellingText = ({ done, rows }: WaveStateOf<'cancelling'>): string =>
  `Cancelling: ${numbered(done)} of ${counted(rows.length, 'task')} answered.`;

export const nothingUnderWay = 'Nothing is under way any more.';

/** The end, and what is known about no end of. */
export function overText(lines: readonly WaveLine[]): string {
  const { unconfirmed = 0, queued = 0, running = 0 } = countLines(lines);
  const open = queued + running;
  if (open > 0) return `Nothing more is looked at. ${counted(open, 'task goes', 'tasks go')} on in the service.`;
  if (unconfirmed === 0) return nothingUnderWay;
  return `Nothing more is looked at. ${counted(unconfirmed, 'row is', 'rows are')} unconfirmed: the service knows no task for ${unconfirmed === 1 ? 'it' : 'them'} yet.`;
}

/** Where a file was written, or why it was not. */
export const writtenText = (written: Written): string =>
  written.ok ? `Written: ${written.path}` : `Not written: ${written.why}`;

/** Who is looked at, and how often that is. */
export const lookingText = (lines: readonly WaveLine[]): string => {
  const count = lines.filter(isUnderWay).length;
  return count === 0 ? 'Nothing is looked at' : `Looking at ${counted(count, 'task')}`;
};

/** A time in both zones, or that there is none. */
export const timeText = (at: number | null, { zone }: Pick<Session, 'zone'>): string =>
  at === null ? 'not reported' : bothTimes(at, zone);
