import { type Finding, finding } from '../../plan/finding.ts';
import { isGuid } from '../../plan/parse/guid.ts';
import { nearest } from '../../plan/parse/nearest.ts';
import { quoted } from '../../plan/parse/readable.ts';
import type { Column } from './columns.ts';
import type { Line } from './records.ts';
import { shortText } from './short-text.ts';

/** Microsoft's identity map: what it is about, a tenant id, two identities, and two columns more. */
export const mapColumns: readonly Column[] = [
  { id: 'type', name: 'kind', at: 1 },
  { id: 'source', name: 'source user', at: 3 },
  { id: 'target', name: 'target user', at: 4 },
];

export const mapWidth = 6;

type Cells = Pick<Line, 'cells'>;

const kindOf = ({ cells }: Cells): string => cells[0]?.trim() ?? '';

const hasTenant = ({ cells }: Cells): boolean => isGuid(cells[1]?.trim() ?? '');

const isIdentity = (cell: string | undefined): boolean =>
  cell !== undefined && (cell.includes('@') || isGuid(cell.trim()));

/** Empty columns behind the six are what a spreadsheet adds. */
export const isMapLine = (line: Cells): boolean =>
  line.cells.length >= mapWidth &&
  line.cells.slice(mapWidth).every((cell) => cell.trim() === '') &&
  kindOf(line) !== '' &&
  hasTenant(line) &&
  isIdentity(line.cells[2]) &&
  isIdentity(line.cells[3]);

const kinds = ['user', 'group'] as const;

/** A map has no line of names, but a spreadsheet may have given it one. */
export const isMapHeader = (line: Cells): boolean =>
  !kinds.some((kind) => kind === kindOf(line).toLowerCase()) && !hasTenant(line) && !line.cells.some(isIdentity);

/** Groups keep permissions too, and none of them moves by the map. */
export const isGroupLine = (line: Cells): boolean => kindOf(line).toLowerCase() === 'group';

/** A word that is neither may be a slip, so that its line is not left out with the groups. */
export function mapKindUnknown(line: Line): Finding[] {
  const kind = shortText(kindOf(line));
  if (kind.toLowerCase() === 'user') return [];
  return [
    finding(
      {
        field: 'type',
        code: 'mapKindUnknown',
        what:
          kind === ''
            ? 'It is not said whether this is a user or a group.'
            : `${quoted(kind)} is not a word of an identity map.`,
        why: 'Allowed here are User and Group, and only users are taken for moves.',
        next: 'Write one of the two words, or remove the line.',
      },
      {
        from: 'input',
        at: {
          line: line.line,
          column: 1,
          columnName: mapColumns[0]?.name ?? null,
          value: shortText(line.cells[0] ?? ''),
          expected: 'User, Group',
        },
        ...(nearest(kind, kinds) === 'user' ? { suggestion: 'User' } : {}),
      },
    ),
  ];
}
