import type { Finding } from '../../plan/finding.ts';
import { type Fix, namesRow } from '../../wave/csv/fix.ts';
import { chosenLines, mayBeChecked } from './lines.ts';
import type { WaveBase, WaveLine } from './wave-state.ts';

/** One thing to mend, or to know, before anybody is asked. */
export type Problem = {
  finding: Finding;
  /** Null where it is about the file, or about a line that is no row. */
  line: WaveLine | null;
  /** How many rows say the same; a warning that many of them share is said once. */
  rows: number;
  /** The mend that takes it away; null where it takes a person to know. */
  fix: Fix | null;
};

/** From so many rows on a warning that they share stands once. */
const shared = 3;

/** It says the same of all its rows, and nothing about one of them can be mended. */
export const isSaidOnce = ({ finding, fix, rows }: Pick<Problem, 'finding' | 'rows'> & { fix: unknown }): boolean =>
  finding.severity !== 'error' && fix === null && rows > shared;

/** Everything that reading brought, in the order of the file: first what is about all of it. */
export function problemsOf({ file, lines, chosen }: Pick<WaveBase, 'file' | 'lines' | 'chosen'>): Problem[] {
  const fixes = new Map(file.fixes.map((fix) => [keyOf(fix.row, fix.column), fix]));
  const aboutFile = file.findings
    .filter(isShown)
    .map((finding) => ({ finding, line: null, rows: 0, fix: fixOf(finding, namesRow, fixes) }));
  const aboutRows = chosenLines({ lines, chosen }).flatMap((line) =>
    line.own.filter(isShown).map((finding) => ({ finding, line, rows: 1, fix: fixOf(finding, line.row, fixes) })),
  );
  return sayOnce([...aboutFile, ...aboutRows]).sort((one, other) => placeOf(one) - placeOf(other));
}

const isShown = ({ severity }: Finding): boolean => severity !== 'info';

const keyOf = (row: number, column: number): string => `${row} ${column}`;

function fixOf({ suggestion, at }: Finding, row: number, fixes: ReadonlyMap<string, Fix>): Fix | null {
  const fix = at?.column ? fixes.get(keyOf(row, at.column)) : undefined;
  return fix !== undefined && fix.text === suggestion ? fix : null;
}

function sayOnce(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { finding, line } of problems)
    if (line !== null) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  const said = new Set<string>();
  return problems.flatMap((problem) => {
    const { finding, line, fix } = problem;
    const rows = counts.get(finding.code) ?? 0;
    if (line === null || !isSaidOnce({ finding, fix, rows })) return [problem];
    if (said.has(finding.code)) return [];
    said.add(finding.code);
    return [{ ...problem, rows }];
  });
}

const placeOf = ({ finding, line }: Problem): number => finding.at?.line ?? line?.line ?? line?.row ?? 0;

export type ReadCounts = {
  /** Rows that take part. */
  rows: number;
  ready: number;
  toMend: number;
  /** Warnings of rows that are ready all the same, and of the file. */
  warnings: number;
  /** Rows that were read and do not take part. */
  leftOut: number;
};

export function readCounts(base: Pick<WaveBase, 'file' | 'lines' | 'chosen'>): ReadCounts {
  const taking = chosenLines(base);
  const isWarned = ({ severity }: Finding): boolean => severity === 'warning';
  return {
    rows: taking.length,
    ready: taking.filter(mayBeChecked).length,
    toMend: taking.filter(({ move }) => move === null).length,
    warnings: taking.filter(({ own }) => own.some(isWarned)).length + base.file.findings.filter(isWarned).length,
    leftOut: base.lines.length - taking.length,
  };
}
