import type { Line } from '../voice.ts';

/** Lines that were said a moment ago in the same telling are left out; commands are not, as they stand for themselves. */
export function sayOnce(lines: readonly Line[]): Line[] {
  const said = new Set<string>();
  return lines.filter((line) => {
    if (typeof line !== 'string') return true;
    const isNew = !said.has(line);
    said.add(line);
    return isNew;
  });
}
