import type { QuestionId } from '../../plan/answers.ts';
import { type FilePlace, type Finding, hasErrors } from '../../plan/finding.ts';
import { missingAnswer } from '../../plan/missing.ts';
import { answer, type Progress, progress, withDefaults } from '../../plan/progress.ts';
import type { Context } from '../../plan/question.ts';
import { questionAt, questionIds } from '../../plan/questions.ts';
import type { Entry, Typed } from '../../plan/typed.ts';
import type { Column } from './columns.ts';
import { extraCells, unusedCell } from './file-findings.ts';
import { headerAgain, isHeaderAgain } from './header-again.ts';
import { mapKindUnknown } from './identity-map.ts';
import { oddCells } from './odd-cells.ts';
import type { Line } from './records.ts';
import type { SheetOptions, SheetRow } from './sheet.ts';
import { shortText } from './short-text.ts';

type Read = Pick<SheetRow, 'typed' | 'known' | 'plan' | 'readPlan' | 'findings'>;

/** Reads one line after the other; `width` is how many columns the file names. What all lines share is worked out once. */
export function createRowReader(
  columns: readonly Column[],
  width: number,
  { context: around, complete, isIdentityMap = false }: SheetOptions,
): (line: Line) => Read {
  const context: Context = { ...around, moments: new Map() };
  const resolve = createResolver(context);
  return (line) => {
    const own = cellsOf(line, columns);
    if (isHeaderAgain(line, columns)) return { ...noMove, typed: own, findings: [headerAgain(line)] };
    const typed = withDefaults(complete(resolve(own)), context);
    const walked = progress(typed, context);
    const { known } = walked;
    const odd = [...oddCells(line.cells, columns), ...(isIdentityMap ? mapKindUnknown(line) : [])];
    const said = [...walked.findings, ...missingIn(walked), ...unusedIn(walked, typed)];
    const found = [...instead(said, odd), ...extraCells(line, width)];
    const findings = found.map((one) => placed(one, { line, columns, typed, known }));
    const plan = hasErrors(findings) ? null : walked.plan;
    return { typed, known, plan, readPlan: plan, findings };
  };
}

const noMove = { known: {}, plan: null, readPlan: null } as const;

/** Of a cell that holds something odd, whatever else is wrong with it follows from that. */
const instead = (said: readonly Finding[], odd: readonly Finding[]): readonly Finding[] =>
  odd.length === 0 ? said : [...said.filter(({ field }) => !odd.some((one) => one.field === field)), ...odd];

/** Every answer that nobody gave, and not only the next one to ask. */
const missingIn = ({ asked, known, findings }: Progress): Finding[] =>
  asked
    .filter((id) => !(id in known) && !findings.some(({ field }) => field === id))
    .map((id) => missingAnswer(id, known));

/** Cells that the other answers have no use for. A row that cannot be read says enough already. */
const unusedIn = ({ unused, known, findings }: Progress, typed: Typed): Finding[] =>
  hasErrors(findings)
    ? []
    : unused
        .filter((id) => typed[id]?.origin.startsWith('file:') && !isSame(typed[id], typed.source))
        .map((id) => unusedCell(id, known));

const isSame = (one: Entry | undefined, other: Entry | undefined): boolean =>
  one?.text.toLowerCase() === other?.text.toLowerCase();

function cellsOf({ cells, line }: Line, columns: readonly Column[]): Typed {
  const origin = `file:${line}` as const;
  const entries: Partial<Record<QuestionId, Entry>> = {};
  for (const { id, at } of columns) {
    const text = cells[at - 1]?.trim();
    if (text) entries[id] = { text, origin };
  }
  return entries;
}

const times = ['start', 'latestStart'] as const;

/** Texts of times become moments; the same text means the same moment on every line. */
function createResolver(context: Context): (typed: Typed) => Typed {
  const seen = new Map<string, string>();
  const resolved = (id: (typeof times)[number], text: string): string => {
    const key = `${id} ${text}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const read = answer({}, id, { text, origin: 'flag' }, context)[id]?.text ?? text;
    seen.set(key, read);
    return read;
  };
  return (typed) => {
    const changed: Partial<Record<QuestionId, Entry>> = {};
    for (const id of times) {
      const entry = typed[id];
      if (entry) changed[id] = { ...entry, text: resolved(id, entry.text) };
    }
    return { ...typed, ...changed };
  };
}

type Around = { line: Line; columns: readonly Column[]; typed: Typed; known: SheetRow['known'] };

/** Adds where a finding stands, what stands there, and what belongs there. */
function placed(found: Finding, { line, columns, typed, known }: Around): Finding {
  if (found.at) return found;
  const column = columns.find(({ id }) => id === found.field);
  const at: FilePlace = {
    line: line.line,
    column: column?.at ?? null,
    columnName: column?.name ?? null,
    value: column ? shortText(line.cells[column.at - 1] ?? '') : saidOf(typed, found),
    expected: expectedFor(found, known),
  };
  return { ...found, at };
}

const isQuestion = (field: string): field is QuestionId => questionIds.some((id) => id === field);

/** What a flag or the profile says for the line; what nobody said is no value. */
function saidOf(typed: Typed, { field }: Finding): string | null {
  const entry = isQuestion(field) ? typed[field] : undefined;
  return entry === undefined || entry.origin === 'default' ? null : entry.text;
}

function expectedFor({ field }: Finding, known: SheetRow['known']): string | null {
  if (!isQuestion(field)) return null;
  const { choices, example } = questionAt(field);
  return choices ? choices.map(({ value }) => value).join(', ') : example(known);
}
