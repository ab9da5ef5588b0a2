import type { Finding, Severity, Who } from '../../plan/finding.ts';
import { hasErrors } from '../../plan/finding.ts';
import { chosenLines, isReady } from './lines.ts';
import type { WaveBase, WaveLine } from './wave-state.ts';

/** Rows that wait for the same thing by the same person. */
export type Group = {
  key: string;
  severity: Severity;
  who: Who;
  /** The finding of the first row, which says what to do. */
  finding: Finding;
  rows: readonly WaveLine[];
};

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What the service said about rows, grouped by what to do and who must do it: what stops most rows stands first. */
export function groupsOf(base: Pick<WaveBase, 'lines' | 'chosen'>): Group[] {
  const groups = new Map<string, { finding: Finding; rows: WaveLine[] }>();
  for (const line of chosenLines(base))
    for (const finding of line.check?.findings ?? []) {
      if (finding.severity === 'info') continue;
      const key = keyOf(finding);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { finding, rows: [line] });
      else if (group.rows.at(-1) !== line) group.rows.push(line);
    }
  return [...groups]
    .map(([key, { finding, rows }]) => ({
      key,
      severity: finding.severity,
      who: finding.next[0].who,
      finding,
      rows,
    }))
    .sort(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) || other.rows.length - one.rows.length,
    );
}

/** What to do may name the row; the code does not. */
const keyOf = ({ severity, field, code, next }: Finding): string =>
  [severity, field, code, ...next.map(({ who }) => who)].join(' ');

export type CheckCounts = {
  ready: number;
  /** The service, or a look at it, stands against them. */
  notReady: number;
  /** Nobody asked about them: the check ended before. */
  notAsked: number;
  /** An error of the file stands against them. */
  toMend: number;
};

export function checkCounts(base: Pick<WaveBase, 'lines' | 'chosen'>): CheckCounts {
  const taking = chosenLines(base);
  const isFound = ({ check, move }: WaveLine): boolean =>
    move !== null && check?.planId === move.id && (check.clean === null || hasErrors(check.findings));
  const ready = taking.filter(isReady).length;
  const notReady = taking.filter(isFound).length;
  const toMend = taking.filter(({ move }) => move === null).length;
  return { ready, notReady, toMend, notAsked: taking.length - ready - notReady - toMend };
}
