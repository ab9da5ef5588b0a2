import type { Finding } from '../plan/finding.ts';
import { counted } from '../wizard/wave/wave-summary.ts';
import type { Console } from './console.ts';

type Row = { row: number; line: number | null; findings: readonly Finding[] };

/** So many lines of the file are named. */
const mostNamed = 12;

/** Tells what stands against rows, grouped by what to do: each finding once, with the rows it is about. */
export const tellGroups = (rows: readonly Row[], { groups }: Pick<Console, 'groups'>): void =>
  groups(groupsOf(rows).map(({ finding, rows: about }) => ({ about: whichRows(about), finding })));

/** The first finding of each group, for a document that has every row's own beside it. */
export const oncePerGroup = (rows: readonly Row[]): Finding[] => groupsOf(rows).map(({ finding }) => finding);

type Group = { finding: Finding; rows: Row[] };

function groupsOf(rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows)
    for (const finding of row.findings) {
      if (finding.severity === 'info') continue;
      const key = [finding.severity, finding.field, finding.code].join(' ');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { finding, rows: [row] });
      else if (group.rows.at(-1) !== row) group.rows.push(row);
    }
  return [...groups.values()].sort((one, other) => other.rows.length - one.rows.length);
}

function whichRows(rows: readonly Row[]): string {
  const names = rows.slice(0, mostNamed).map(({ row, line }) => String(line ?? row));
  const more = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : '';
  const word = rows.every(({ line }) => line !== null) ? 'line' : 'row';
  return `${counted(rows.length, word)}: ${names.join(', ')}${more}`;
}
