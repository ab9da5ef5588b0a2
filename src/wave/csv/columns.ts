import type { QuestionId } from '../../plan/answers.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import { nearest } from '../../plan/parse/nearest.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { questionAt, questionIds } from '../../plan/questions.ts';
import type { Line } from './records.ts';
import { shortText } from './short-text.ts';

/** One column that is read; columns count from 1. */
export type Column = { id: QuestionId; name: string; at: number };

/** What a question is called in a file: its key, without regard to case, spaces, dashes and underscores. */
const columnIds: readonly QuestionId[] = questionIds.filter((id) => questionAt(id).flag !== null);

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const byName: ReadonlyMap<string, QuestionId> = new Map(columnIds.map((id) => [plain(id), id]));

/** The question that a column of this name answers. */
export const idOf = (name: string): QuestionId | undefined => byName.get(plain(name));

/** The names a template has, in its order. */
export const columnNames: readonly string[] = columnIds;

export type Header = { columns: readonly Column[]; findings: readonly Finding[] };

/** Whether a first line names columns at all. */
export const isHeader = ({ cells }: Line): boolean => cells.some((cell) => idOf(cell) !== undefined);

/** Whether a line further down does so: one name alone may be a value. */
export const isHeaderBelow = ({ cells }: Line): boolean => {
  const named = new Set(cells.map(idOf));
  return named.has('source') && cells.filter((cell) => idOf(cell) !== undefined).length > 1;
};

/** The columns a first line names. What cannot be used is said, and changes nothing. */
export function readHeader({ cells, line }: Line): Header {
  const columns: Column[] = [];
  const findings: Finding[] = [];
  const taken = new Set(cells.map(idOf));
  for (const [index, cell] of cells.entries()) {
    const [name, at] = [shortText(cell), index + 1];
    const id = idOf(name);
    const first = columns.find((column) => column.id === id);
    if (id !== undefined && first === undefined) columns.push({ id, name, at });
    else if (first !== undefined) findings.push(columnTwice({ name, line, at }, first));
    else if (name.trim() !== '') findings.push(columnUnknown({ name, line, at }, taken));
  }
  const clear = findings.map((found) => withoutDoubt(found, findings));
  return { columns, findings: columns.some(({ id }) => id === 'source') ? clear : [...clear, noSource(line)] };
}

/** Of two columns that may both be meant by a name, a person knows which one it is. */
function withoutDoubt(found: Finding, all: readonly Finding[]): Finding {
  const { suggestion, ...rest } = found;
  const isDoubtful =
    suggestion !== undefined && all.some((other) => other !== found && other.suggestion === suggestion);
  return isDoubtful ? rest : found;
}

type Place = { name: string; line: number; at: number };

const placeOf = ({ name, line, at }: Place) => ({
  line,
  column: at,
  columnName: name,
  value: name,
  expected: columnNames.join(', '),
});

const columnTwice = (place: Place, first: Column): Finding =>
  finding(
    {
      field: 'file',
      code: 'columnTwice',
      what: `Column ${place.at} has the same name as column ${first.at}: ${quoted(place.name)}.`,
      why: 'It is not clear which of the two counts.',
      next: 'Remove or rename one of them.',
    },
    { from: 'input', at: placeOf(place) },
  );

/** A name that is near one that is `taken` is another column, and not a slip. */
function columnUnknown(place: Place, taken: ReadonlySet<QuestionId | undefined>): Finding {
  const meant = idOf(nearest(plain(place.name), columnNames.map(plain)) ?? '');
  const suggestion = taken.has(meant) ? undefined : meant;
  return finding(
    {
      field: 'file',
      code: 'columnUnknown',
      what: `Column ${place.at}, ${quoted(place.name)}, is not read.`,
      why: suggestion ? `It is close to ${suggestion}, but not the same.` : 'Nothing of a move has this name.',
      next: suggestion
        ? `Name it ${suggestion} if that is meant.`
        : `Columns that are read: ${columnNames.join(', ')}.`,
    },
    { severity: 'warning', at: placeOf(place), ...(suggestion === undefined ? {} : { suggestion }) },
  );
}

/** `line` is that of the names, `below` the first one with a value. */
type Unnamed = { line: number; below: number; value: string };

/** A value under no name is read by nobody; `at` is its column. */
export const columnUnnamed = (at: number, { line, below, value }: Unnamed): Finding =>
  finding(
    {
      field: 'file',
      code: 'columnUnnamed',
      what: `Column ${at} has values and no name, and is not read.`,
      why: `Line ${below} has ${quoted(value)} in it, and only columns with a name are read.`,
      next: 'Name the column, or remove its values.',
    },
    { severity: 'warning', at: { line, column: at, columnName: '', value, expected: columnNames.join(', ') } },
  );

const noSource = (line: number): Finding =>
  finding(
    {
      field: 'file',
      code: 'sourceColumnMissing',
      what: 'There is no column named source.',
      why: 'Each line has to say who or what moves, and nothing else can stand in for it.',
      next: [{ do: 'Add the column, or begin with the template.', who: 'you', command: 'crossorg wave --template' }],
    },
    { from: 'input', at: { line, column: null, columnName: null, value: null, expected: columnNames.join(', ') } },
  );
