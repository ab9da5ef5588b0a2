import type { QuestionId } from '../../plan/answers.ts';
import type { Typed } from '../../plan/typed.ts';
import { columnNames, idOf } from './columns.ts';
import { csvText } from './write.ts';

type Row = { typed: Typed };

/** Always there, as in a file somebody writes. */
const always: readonly string[] = ['type', 'source', 'target'];

/**
 * Rows of a plan or of a run in the form `wave` reads, where the file they came from is not at hand. Each says all that was
 * said for it, by whomever; what nobody said stays out.
 */
export function typedAsCsv(rows: readonly Row[]): string {
  const columns = columnNames.filter((name) => always.includes(name) || rows.some((row) => textOf(row, name) !== ''));
  return csvText([columns, ...rows.map((row) => columns.map((name) => textOf(row, name)))], ',');
}

function textOf({ typed }: Row, name: string): string {
  const entry = typed[idOf(name) as QuestionId];
  return entry === undefined || entry.origin === 'default' ? '' : entry.text;
}
