import type { ResourceType } from '../../plan/answers.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import type { PlannedMove } from '../../plan/plan.ts';
import { bothTimes } from '../../plan/schedule.ts';
import type { Session } from '../state.ts';
import { tokenEndOfMany } from '../token-end.ts';
import type { WaveLine } from './wave-state.ts';

const kinds: { readonly [K in ResourceType]: readonly [one: string, many: string] } = {
  user: ['OneDrive', 'OneDrives'],
  site: ['site', 'sites'],
  group: ['group site', 'group sites'],
};

/** `1 row`, `48 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numbered(count)} ${count === 1 ? one : many}`;

/** With a comma between thousands. */
export const numbered = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** `40 OneDrives, 6 sites, 2 group sites`; rows whose type is not known are not counted. */
export function kindsText(lines: readonly WaveLine[]): string {
  const parts = (['user', 'site', 'group'] as const).flatMap((type) => {
    const count = lines.filter((line) => line.type === type).length;
    return count === 0 ? [] : [counted(count, ...kinds[type])];
  });
  return parts.join(', ') || 'nothing';
}

const movesOf = (lines: readonly WaveLine[]): PlannedMove[] =>
  lines.flatMap(({ move }) => (move === null ? [] : [move]));

/** When the moves may start, in one sentence. */
export function startText(lines: readonly WaveLine[], zone: string): string {
  const starts = movesOf(lines).flatMap(({ plan: { start } }) => (start === 'now' ? [] : [start]));
  const atOnce = movesOf(lines).length - starts.length;
  if (starts.length === 0) return 'as soon as the service has room';
  const first = bothTimes(extreme(starts, Math.min), zone);
  const last = bothTimes(extreme(starts, Math.max), zone);
  const span = first === last ? first : `${first}, the last ${last}`;
  return atOnce === 0 ? span : `${numbered(atOnce)} at once, the others ${span}`;
}

/** When the service cancels what has not started; null where no move says so. */
export function latestText(lines: readonly WaveLine[], zone: string): string | null {
  const latest = movesOf(lines).flatMap(({ plan: { latestStart } }) => (latestStart === null ? [] : [latestStart]));
  if (latest.length === 0) return null;
  const last = bothTimes(extreme(latest, Math.max), zone);
  const isOne = latest.every((at) => at === latest[0]);
  return `by itself what has not started by ${isOne ? last : `its time, at the latest ${last}`}`;
}

const extreme = (values: readonly number[], pick: (one: number, other: number) => number): number =>
  values.reduce((best, one) => pick(best, one));

/** Where the moves land: the one host, or how many places. */
export function destinationText(lines: readonly WaveLine[]): string {
  const places = new Set(
    movesOf(lines).map(({ plan: { destination } }) =>
      destination.by === 'host' ? destination.host : `organization ${destination.organizationId}`,
    ),
  );
  return places.size === 1 ? ([...places][0] ?? '') : `${numbered(places.size)} places`;
}

/** What moves, where to, and when. */
export function waveFacts(lines: readonly WaveLine[], zone: string): { term: string; value: string }[] {
  const latest = latestText(lines, zone);
  return [
    { term: 'What', value: kindsText(lines) },
    { term: 'Where', value: destinationText(lines) },
    { term: 'Start', value: startText(lines, zone) },
    ...(latest === null ? [] : [{ term: 'Cancel', value: latest }]),
  ];
}

/** Rows that are no move have no target yet, whatever the rule would make of them. */
export const ruledCount = (lines: readonly WaveLine[]): number =>
  lines.filter(({ isByRule, move }) => isByRule && move !== null).length;

const withoutLatest = (lines: readonly WaveLine[]): number =>
  movesOf(lines).filter(({ plan: { latestStart } }) => latestStart === null).length;

/** What is to be known about many moves together, and about none of them alone. */
export const waveFindings = (lines: readonly WaveLine[], session: Session): Finding[] => [
  ...signInFindings(session, movesOf(lines)),
  ...(withoutLatest(lines) > 0 ? [noLatestStart(withoutLatest(lines), lines.length)] : []),
  ...(ruledCount(lines) > 0 ? [madeByRule(ruledCount(lines))] : []),
];

/** Whose sign-in it is, where that is odd, and whether it lasts. */
export const signInFindings = (session: Session, moves: readonly PlannedMove[]): Finding[] => [
  ...(session.warnings ?? []),
  ...tokenEndOfMany(session, moves),
];

const noLatestStart = (count: number, all: number): Finding =>
  finding(
    {
      field: 'latestStart',
      code: 'waveWithoutLatestStart',
      what: count === all ? 'No row has a latest start.' : `${counted(count, 'row has', 'rows have')} no latest start.`,
      why: 'The queue may be long: a move may begin in office hours, and its source is read-only from then on.',
      next: 'Add a column latestStart, or give --latest-start or a window in the profile.',
    },
    { severity: 'warning' },
  );

const madeByRule = (count: number): Finding =>
  finding(
    {
      field: 'target',
      code: 'targetsByRule',
      what: `${counted(count, 'target was', 'targets were')} made by the naming rule.`,
      why: 'The file does not name them, and nobody has looked them up.',
      next: 'Look at some of them before you confirm, or name the targets in the file.',
    },
    { severity: 'warning' },
  );
