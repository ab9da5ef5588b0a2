import { withoutPlace } from '../../frontends/finding-places.ts';
import type { Finding } from '../../plan/finding.ts';
import { mendOf } from '../../wave/csv/fix.ts';
import { isSaidOnce } from '../../wizard/wave/wave-problems.ts';
import { counted } from '../../wizard/wave/wave-summary.ts';
import type { Console } from '../console.ts';

type Row = { row: number; line: number | null; findings: readonly Finding[] };

/** So many lines of the file are named. */
const mostNamed = 12;

/** Tells what stands against rows, grouped by what to do: each finding once, with the rows and the places it is about. */
export const tellGroups = (rows: readonly Row[], { groups }: Pick<Console, 'groups'>): void =>
  groups(groupsOf(rows).map((group) => ({ about: whichRows(group.rows), findings: toldOf(group) })));

/** The first finding of each group, for a document that has every row's own beside it. */
export const oncePerGroup = (rows: readonly Row[]): Finding[] => groupsOf(rows).map(({ findings: [first] }) => first);

type Group = { findings: [Finding, ...Finding[]]; rows: Row[] };

function groupsOf(rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows)
    for (const finding of row.findings) {
      if (finding.severity === 'info') continue;
      const key = keyOf(finding);
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, { findings: [finding], rows: [row] });
        continue;
      }
      group.findings.push(finding);
      if (group.rows.at(-1) !== row) group.rows.push(row);
    }
  return [...groups.values()].sort((one, other) => other.rows.length - one.rows.length);
}

/** In a file the same code may have several reasons, another form in another row, and another thing to do. */
function keyOf(finding: Finding): string {
  const { severity, field, code, why, next, at } = finding;
  const ofFile = at ? [withoutPlace(why, finding), at.expected ?? '', ...next.map((step) => step.do)] : [];
  return [severity, field, code, ...ofFile].join('\n');
}

function toldOf({ findings, rows }: Group): Group['findings'] {
  const [first] = findings;
  return isSaidOnce({ finding: first, fix: mendOf(first), rows: rows.length }) ? [first] : findings;
}

function whichRows(rows: readonly Row[]): string {
  const names = rows.slice(0, mostNamed).map(({ row, line }) => String(line ?? row));
  const more = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : '';
  const word = rows.every(({ line }) => line !== null) ? 'line' : 'row';
  return `${counted(rows.length, word)}: ${names.join(', ')}${more}`;
}
