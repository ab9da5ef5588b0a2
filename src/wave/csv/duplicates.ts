import type { Known, Party } from '../../plan/answers.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import type { Column } from './columns.ts';
import type { SheetRow } from './sheet.ts';
import { shortText } from './short-text.ts';

export const duplicateCodes: ReadonlySet<string> = new Set(['sourceTwice', 'targetTwice']);

/** Findings about rows whose source or target an earlier row has, by row number. */
export function duplicates(rows: readonly SheetRow[], columns: readonly Column[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const side of ['source', 'target'] as const) {
    const first = new Map<string, SheetRow>();
    for (const row of rows) {
      const names = namesOf(row.known, side);
      const others = new Set(names.flatMap((name) => first.get(name) ?? []));
      for (const name of names) if (!first.has(name)) first.set(name, row);
      if (others.size === 0) continue;
      const said = [...others].map((earlier) => twice({ row, earlier, side, columns }));
      found.set(row.row, [...(found.get(row.row) ?? []), ...said]);
    }
  }
  return found;
}

/** How a place can be named; case and the way its letters are written do not tell two apart. */
function namesOf({ source, sourceUpn, target }: Known, side: 'source' | 'target'): string[] {
  const party = side === 'source' ? source : target;
  if (party === undefined) return [];
  const own = nameOf(party);
  const other = side === 'source' && typeof sourceUpn === 'string' ? [`person ${sourceUpn}`.toLowerCase()] : [];
  return [...new Set([own, ...other])];
}

function nameOf(party: Party): string {
  switch (party.kind) {
    case 'person':
      return `person ${party.by === 'upn' ? party.upn : party.id}`.toLowerCase();
    case 'site':
      return `site ${decoded(party.url).normalize()}`.toLowerCase();
    case 'group':
      return `group ${party.mailNickname}`.toLowerCase();
  }
}

/** `%20` and a space are the same in an address; what cannot be decoded stays as it is. */
function decoded(url: string): string {
  if (!url.includes('%')) return url;
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const whys: Readonly<Record<'source' | 'target', string>> = {
  source: 'What has moved once cannot move again, so only one of the two lines can be right.',
  target: 'Moves never merge: one place can receive one move.',
};

type Twice = { row: SheetRow; earlier: SheetRow; side: 'source' | 'target'; columns: readonly Column[] };

function twice({ row, earlier, side, columns }: Twice): Finding {
  const text = row.typed[side]?.text ?? '';
  const column = columns.find(({ id }) => id === side);
  return finding(
    {
      field: side,
      code: side === 'source' ? 'sourceTwice' : 'targetTwice',
      what: `${text} is the ${side} of line ${earlier.line} already.`,
      why: whys[side],
      next: 'Change or remove one of the two lines.',
    },
    {
      from: 'check',
      at: {
        line: row.line,
        column: column?.at ?? null,
        columnName: column?.name ?? null,
        value: column ? shortText(row.cells[column.at - 1] ?? '') : text,
        expected: `a ${side} that no other line has`,
      },
    },
  );
}
