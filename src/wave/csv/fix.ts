import type { Finding } from '../../plan/finding.ts';

/** Rows count from 1, so that the line that names the columns is this one. */
export const namesRow = 0;

/** One mended cell. */
export type Fix = { row: number; column: number; text: string };

/** The edit of one cell that takes a finding away; null where it takes a person to know. */
export function mendOf({ suggestion, at, severity }: Finding): Omit<Fix, 'row'> | null {
  if (suggestion === undefined || !at?.column || severity === 'info') return null;
  return { column: at.column, text: suggestion };
}

/** The cells of a row after its mends. */
export function withFixes(cells: readonly string[], fixes: readonly Fix[]): string[] {
  const changed = [...cells];
  for (const { column, text } of fixes) {
    while (changed.length < column) changed.push('');
    changed[column - 1] = text;
  }
  return changed;
}
