import type { Known, QuestionId } from '../../plan/answers.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import type { Unreadable } from '../../plan/question.ts';
import { questionAt } from '../../plan/questions.ts';
import { columnNames } from './columns.ts';
import type { BrokenLine, Line } from './records.ts';
import { shortText } from './short-text.ts';

const input = { from: 'input' } as const;

const template = { do: 'See what a file looks like.', who: 'you', command: 'crossorg wave --template' } as const;

export const unreadableFile = ({ what, why, next }: Unreadable): Finding =>
  finding({ field: 'file', code: 'fileUnreadable', what, why, next }, input);

export const noRows: Finding = finding(
  {
    field: 'file',
    code: 'fileEmpty',
    what: 'The file has no line with a move.',
    why: 'Each line below the names of the columns is one move.',
    next: [template],
  },
  input,
);

export const identityMapGiven: Finding = finding(
  {
    field: 'file',
    code: 'identityMapGiven',
    what: 'The file is an identity map, not a list of moves.',
    why: 'The map lists everybody who keeps permissions; whoever of them really moves is another question.',
    next: [
      { do: 'If all its people are to move, say so with --from-map; groups are then left out.', who: 'you' },
      { ...template, do: 'Otherwise write a list of moves.' },
    ],
  },
  input,
);

export const noIdentityMap: Finding = finding(
  {
    field: 'file',
    code: 'identityMapExpected',
    what: 'The file is not an identity map.',
    why: 'With --from-map a file is read as the six columns of one, without names of columns.',
    next: 'Leave --from-map out for a list of moves, or give the identity map.',
  },
  input,
);

/** `below`: a line further down that does name them. */
export function headerMissing({ line, cells }: Line, below: Line | undefined): Finding {
  const value = shortText(cells[0] ?? '');
  if (below !== undefined) return namesNotFirst({ line, value }, below);
  return finding(
    {
      field: 'file',
      code: 'headerMissing',
      what: `Line ${line} does not name the columns.`,
      why: `It begins with ${quoted(value)}, and no column of a wave is called that.`,
      next: [{ do: `Put a line with the names above it: ${columnNames.join(', ')}.`, who: 'you' }, template],
    },
    { ...input, at: { line, column: 1, columnName: null, value, expected: columnNames.join(', ') } },
  );
}

/** Titles and dates stand above the table in many sheets. */
const namesNotFirst = ({ line, value }: { line: number; value: string }, below: Line): Finding =>
  finding(
    {
      field: 'file',
      code: 'headerNotFirst',
      what: `Line ${line} does not name the columns, and line ${below.line} does.`,
      why: `The names have to stand first, and there is ${quoted(value)} above them.`,
      next: `Remove what stands above line ${below.line}.`,
    },
    { ...input, at: { line, column: 1, columnName: null, value, expected: shortText(below.cells.join(', ')) } },
  );

/** Names of people are in every line: wrong letters in them would be sent. */
export const notOurPage: Finding = finding(
  {
    field: 'file',
    code: 'fileNotUnicode',
    what: 'The file is not written in Unicode, and was read as Western European text.',
    why: 'Letters with accents may have become others.',
    next: 'Look at names with accents, or save it in Excel as "CSV UTF-8 (Comma delimited)".',
  },
  { severity: 'warning' },
);

const whys: Readonly<Record<BrokenLine['why'], { why: string; next: string }>> = {
  quoteOpen: {
    why: 'A quote is opened in it and not closed.',
    next: 'Close the quote, or take it out. A quote inside a value is written twice.',
  },
  textAfterQuote: {
    why: 'Text follows a closing quote in it.',
    next: 'Put the whole value in quotes. A quote inside a value is written twice.',
  },
  quoteInside: {
    why: 'A quote stands inside of a value in it that is not in quotes itself.',
    next: 'Take the quote out, or put the whole value in quotes and write the quote inside twice.',
  },
  other: { why: 'Its quotes and separators do not fit together.', next: 'Write the line anew.' },
};

export function brokenLine({ line, text, why }: BrokenLine): Finding {
  const value = shortText(text);
  return finding(
    {
      field: 'file',
      code: 'lineUnreadable',
      what: `Line ${line} cannot be read: ${quoted(value)}.`,
      ...whys[why],
    },
    { ...input, at: { line, column: null, columnName: null, value, expected: 'quotes in pairs, around whole values' } },
  );
}

/** A separator too many moves every value behind it into the wrong column. `width` is how many columns the file names. */
export function extraCells({ line, cells }: Line, width: number): Finding[] {
  const index = cells.findIndex((cell, at) => at >= width && cell.trim() !== '');
  if (index < 0) return [];
  const extra = shortText(cells[index] ?? '');
  return [
    finding(
      {
        field: 'file',
        code: 'lineTooLong',
        what: `Line ${line} has ${cells.length} values, and the columns end at ${width}.`,
        why: `The value ${quoted(extra)} belongs to no column; perhaps a value holds a separator and is not in quotes.`,
        next: 'Put values with separators in quotes, or remove what is too much.',
      },
      {
        ...input,
        at: {
          line,
          column: index + 1,
          columnName: null,
          value: extra,
          expected: `at most ${width} values`,
        },
      },
    ),
  ];
}

/** An answer that no line gives, nor a flag or a profile. */
export const neverSaid = (missing: Finding): Finding => ({
  ...missing,
  what: `No line says this: ${missing.what}`,
  next: [
    { do: `Say it in a column named ${missing.field}, or say it once for all lines by flag or profile.`, who: 'you' },
    ...missing.next,
  ],
});

/** Nothing of a row is left out without a word. */
export const unusedCell = (id: QuestionId, known: Known): Finding =>
  finding(
    {
      field: id,
      code: `${id}Unused`,
      what: `${questionAt(id).label(known)}: the cell is not used.`,
      why: 'It does not go with the other answers of this row, so it is not part of the move.',
      next: 'Empty the cell, or change the answers it belongs to.',
    },
    { severity: 'warning' },
  );
