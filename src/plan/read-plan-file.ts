import { type ShapeFault, shapeFaults } from './file-shape.ts';
import { type Finding, finding } from './finding.ts';
import { jsonTrouble } from './json-place.ts';
import type { PlanFile, PlannedRow } from './plan-file.ts';
import { planChanges } from './plan-file-changes.ts';
import { rebuild } from './plan-file-rows.ts';
import { planFileShape } from './plan-file-shape.ts';
import { err, ok, type Result } from './result.ts';

export type ReadPlan = { file: PlanFile; rows: readonly PlannedRow[] };

/** How many places of another form are named at once. */
const mostFaults = 3;

/**
 * Reads a plan file. Its moves are made anew from its values, and are taken only when they are what its ids stand for: what
 * was previewed is what is sent.
 */
export function readPlanFile(text: string): Result<ReadPlan, readonly Finding[]> {
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if (!parsed.ok) return err([parsed.error]);
  const faults = [...shapeFaults(parsed.value, planFileShape), ...rowFaults(parsed.value)];
  if (faults.length > 0) return err(faults.slice(0, mostFaults).map(otherForm));
  const file = parsed.value as PlanFile;
  const rebuilt = file.rows.map((row) => rebuild(row, file));
  const changes = planChanges(file, rebuilt);
  if (changes.length > 0) return err(changes);
  const rows = rebuilt.flatMap(({ row: { row, line }, typed, move }) => (move ? [{ row, line, typed, move }] : []));
  return ok({ file, rows });
}

function parse(text: string): Result<unknown, Finding> {
  const trouble = jsonTrouble(text);
  if (trouble === null) return ok(JSON.parse(text));
  const { line, column, expected } = trouble;
  return err(unreadable(`At line ${line}, column ${column} there should be ${expected}.`));
}

/** What the form of single values does not say. */
function rowFaults(value: unknown): ShapeFault[] {
  const rows = typeof value === 'object' && value !== null && 'rows' in value ? value.rows : null;
  if (!Array.isArray(rows)) return [];
  if (rows.length === 0) return [{ path: 'rows', expected: 'at least one row', found: 'none' }];
  const numbers = rows.map((row: { row?: unknown } | null) => row?.row);
  const twice = numbers.findIndex((number, index) => numbers.indexOf(number) !== index);
  if (twice === -1) return [];
  return [{ path: `rows[${twice}].row`, expected: 'a number of its own', found: String(numbers[twice]) }];
}

const otherForm = ({ path, expected, found }: ShapeFault): Finding =>
  unreadable(`At ${path} there should be ${expected}; there is ${found}.`);

const unreadable = (why: string): Finding =>
  finding(
    {
      field: 'plan',
      code: 'planFileUnreadable',
      what: 'The file cannot be read as a plan. Nothing was sent.',
      why,
      next: 'Give a file that --plan-out has written, or make the plan again.',
    },
    { from: 'input' },
  );
