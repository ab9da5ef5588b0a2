/** What was left out or made unreadable, and how often. */
export type Hidden = { what: string; count: number };

/** A part of a support bundle: only what an allow-list lets through, and an account of the rest. */
export type Section = {
  title: string;
  lines: readonly string[];
  /** Files of this computer that it was made from, by their names below the folders of crossorg. */
  files: readonly { name: string; lines: number }[];
  hidden: readonly Hidden[];
};

/** The same things counted together, without those that never happened. */
export function sumHidden(all: readonly Hidden[]): Hidden[] {
  const sums = new Map<string, number>();
  for (const { what, count } of all) sums.set(what, (sums.get(what) ?? 0) + count);
  return [...sums].filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }));
}

/** JSON of a file that anybody may have edited; null when it is none. */
export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
