/** One mended cell. */
export type Fix = { row: number; column: number; text: string };

/** The cells of a row after its mends. */
export function withFixes(cells: readonly string[], fixes: readonly Fix[]): string[] {
  const changed = [...cells];
  for (const { column, text } of fixes) {
    while (changed.length < column) changed.push('');
    changed[column - 1] = text;
  }
  return changed;
}
