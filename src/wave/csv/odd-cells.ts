import type { QuestionId } from '../../plan/answers.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import { quoted, suggesting } from '../../plan/parse/readable.ts';
import type { Column } from './columns.ts';
import { isTooLong } from './short-text.ts';

/** Cells that hold something else than was written, whatever column they are in; one finding for each. */
export function oddCells(cells: readonly string[], columns: readonly Column[]): Finding[] {
  return columns.flatMap(({ id, at }) => {
    const text = cells[at - 1] ?? '';
    if (!mayBeOdd.test(text) || isTooLong(text)) return [];
    const found = oddIn(text.trim(), id);
    return found ? [found] : [];
  });
}

/** Tabs and line breaks stand in cells for a reason. */
const control = /(?![\t\n\r])\p{Cc}/gu;
/** One look for nearly every cell of a long file. */
const mayBeOdd = new RegExp(`^\\s*#|\ufffd|${control.source}`, 'u');

const excelError = /^#(n\/a|ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!|field!|blocked!|getting_data)$/i;
const tooNarrow = /^#{2,}$/;

function oddIn(text: string, id: QuestionId): Finding | null {
  if (text.includes('\ufffd')) return letterLost(text, id);
  if (excelError.test(text) || tooNarrow.test(text)) return errorOfExcel(text, id);
  const bare = text.replace(control, '').trim();
  return bare === text ? null : controlCharacter(text, bare, id);
}

const letterLost = (text: string, field: QuestionId): Finding =>
  finding(
    {
      field,
      code: 'letterLost',
      what: `${quoted(text)} has lost a letter.`,
      why: 'The sign \ufffd stands where a letter was when the file was saved or put together.',
      next: 'Write the value anew, and save the file in Excel as "CSV UTF-8 (Comma delimited)".',
    },
    { from: 'input' },
  );

const errorOfExcel = (text: string, field: QuestionId): Finding =>
  finding(
    {
      field,
      code: 'excelError',
      what: `${quoted(text)} stands where Excel had no value to show.`,
      why: tooNarrow.test(text)
        ? 'The column was too narrow for its value when the sheet was saved.'
        : 'The formula in this cell found nothing, or refers to what is not there.',
      next: 'Write the value, or mend the sheet and save it again.',
    },
    { from: 'input' },
  );

const controlCharacter = (text: string, bare: string, field: QuestionId): Finding =>
  finding(
    {
      field,
      code: 'controlCharacter',
      what: `${quoted(text)} holds a character that is no letter and cannot be seen.`,
      why: 'Some programs leave such characters when they export or join files.',
      next: bare === '' ? 'Empty the cell, or write its value.' : 'Write the value anew, or take the suggestion.',
    },
    { from: 'input', ...suggesting(bare === '' ? undefined : bare) },
  );
