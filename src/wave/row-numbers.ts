/** More than any file has. */
const mostRows = 100_000;

/** `1-20`, `3`, `1-5,9`: numbers that count from 1. Null where a part of the text is none. */
export function rowNumbers(text: string): ReadonlySet<number> | null {
  const rows = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to ?? from)];
    if (from === undefined || first < 1 || last < first || last > mostRows) return null;
    for (let row = first; row <= last; row += 1) rows.add(row);
  }
  return rows;
}
