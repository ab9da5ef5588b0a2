import { rowNumbers } from '../../../wave/row-numbers.ts';
import { whyNotSubmit } from '../../../wizard/submit-word.ts';
import { chosenLines, isReady } from '../../../wizard/wave/lines.ts';
import { checkCounts, groupsOf } from '../../../wizard/wave/wave-groups.ts';
import { readCounts } from '../../../wizard/wave/wave-problems.ts';
import type { WaveState, WaveStateOf } from '../../../wizard/wave/wave-state.ts';
import { counted } from '../../../wizard/wave/wave-summary.ts';
import { groupRows, groupsLines } from './groups.ts';
import { type Numbered, problemLines } from './problems.ts';
import { detailLines, placeName, rowsNamed } from './rows.ts';
import { dispatch, tell, type WaveReply, type WaveView, type WaveWord } from './view.ts';

/** The same thing by the word that another state has for it. */
const alsoGoOn = (word: WaveWord): WaveWord => ({ ...word, word: 'go on', isQuiet: 'always' });

/** The words at a file that was read. */
export function readingWords(state: WaveStateOf<'reading'>, problems: readonly Numbered[]): WaveWord[] {
  const { file } = state;
  const check: WaveWord = {
    word: 'check',
    about: 'asks the service about the rows that are ready; nothing is moved by it',
    reply: () => dispatch({ type: 'checkAsked' }),
  };
  const mayCheck = readCounts(state).ready > 0;
  return [
    ...(mayCheck ? [check, alsoGoOn(check)] : []),
    ...fixWords(problems, file.fixes.length),
    ...(file.isMended || file.fixes.length > 0 ? [writeFixed] : []),
    ...(state.lines.length > 1 ? [chooseRows] : []),
    ...(problems.length > 0 ? [tellProblems] : []),
    ...detailsIn(state),
    backToFile,
  ];
}

function fixWords(problems: readonly Numbered[], fixes: number): WaveWord[] {
  const first = problems.find(({ problem }) => problem.fix !== null);
  const one: WaveWord[] = first
    ? [{ word: 'fix', takes: String(first.number), about: 'takes the suggested fix of that number', reply: fixOne }]
    : [];
  return fixes === 0 ? one : [...one, { word: 'fix all', about: 'takes every suggested fix', reply: fixAll }];
}

function fixOne({ problems }: WaveView, rest: string): WaveReply {
  const found = problems.find(({ number }) => String(number) === rest);
  if (found === undefined) return tell(`There is nothing with the number ${rest || 'that is missing'} any more.`);
  const { fix } = found.problem;
  if (fix === null) return tell(`For number ${rest} it takes a person to know. Change it in the file.`);
  return { do: 'mend', fixes: [fix], lines: [fixedLine(found)] };
}

function fixAll({ state, problems }: WaveView): WaveReply {
  const lines = problems.filter(({ problem }) => problem.fix !== null).map(fixedLine);
  return { do: 'mend', fixes: state.file.fixes, lines };
}

const fixedLine = ({ number, problem: { fix, line, finding } }: Numbered): string =>
  `Fixed ${number}: ${line === null ? 'the names of the columns' : placeName(line)}, ${finding.at?.columnName ?? finding.field} is ${fix?.text}.`;

const writeFixed: WaveWord = {
  word: 'write',
  about: 'writes the mended file beside the one that was read',
  reply: () => ({ do: 'write', write: (engine) => engine.writeFixed() }),
};

const chooseRows: WaveWord = {
  word: 'rows',
  takes: '1-20',
  about: 'lets only these rows take part, counted from 1; rows all takes all',
  reply: ({ state }, rest) => choose(state, rest),
};

function choose({ lines }: WaveState, text: string): WaveReply {
  if (text === 'all') return dispatch({ type: 'rowsChosen', rows: null });
  const rows = rowNumbers(text);
  if (rows === null) return tell('Say which rows, as in rows 1-20, or rows 1-5,9, or rows all.');
  if (lines.some(({ row }) => rows.has(row))) return dispatch({ type: 'rowsChosen', rows });
  return tell(`The file has ${counted(lines.length, 'row')}, and none of them is meant by ${text}.`);
}

const tellProblems: WaveWord = {
  word: 'problems',
  takes: '',
  about: 'says again what was found; from a number on with problems 21',
  reply: ({ problems }, rest) => tell(...problemLines(problems, Number(rest) || 1)),
};

/** Everything about one row: at the file, and on all the way. */
export const detailsIn = ({ lines: [first] }: WaveState): WaveWord[] =>
  first === undefined ? [] : [{ ...details, takes: String(first.line ?? first.row) }];

const details: WaveWord = {
  word: 'details',
  about: 'says everything about the row in that line, or with that source',
  reply: ({ state, now }, rest) => {
    const [line] = rest === '' ? [] : rowsNamed(rest, state.lines);
    return line === undefined ? tell(noSuchRow(rest)) : tell(...detailLines(line, state, now));
  },
};

const noSuchRow = (text: string): string =>
  text === '' ? 'Say which row, as in details 7.' : `No row is in line ${text}. Name its line, as in 7, or its source.`;

const backToFile: WaveWord = {
  word: 'back',
  about: 'goes back to where the file was chosen',
  reply: () => ({ do: 'go', way: 'back' }),
};

/** The words when the service was asked about every row. */
export function checkedWords(state: WaveStateOf<'checked'>): WaveWord[] {
  const { ready, notReady, notAsked } = checkCounts(state);
  const mayConfirm = ready > 0 && whyNotSubmit(state.session) === null;
  const groups = groupsOf(state);
  return [
    ...(mayConfirm ? [confirm, alsoGoOn(confirm)] : []),
    ...(notReady + notAsked > 0 ? [again] : []),
    ...(groups.length > 0 ? [tellGroups, tellGroup] : []),
    ...detailsIn(state),
    ...(ready > 0 ? [save] : []),
    ...(chosenLines(state).some((line) => !isReady(line)) ? [writeUnready] : []),
    { word: 'back', about: 'goes back to the file', reply: () => dispatch({ type: 'wentBack' }) },
  ];
}

const confirm: WaveWord = {
  word: 'confirm',
  about: 'goes on to the confirmation of the rows that are ready',
  reply: () => dispatch({ type: 'confirmationOpened' }),
};

const again: WaveWord = {
  word: 'again',
  about: 'asks again about rows that are not ready',
  reply: () => dispatch({ type: 'checkAsked' }),
};

const tellGroups: WaveWord = {
  word: 'groups',
  about: 'says again what has to be done first, by whom, and for how many rows',
  reply: ({ state }) => (state.status === 'checked' ? tell(...groupsLines(state)) : tell()),
};

const tellGroup: WaveWord = {
  word: 'group',
  takes: '1',
  about: 'names the rows of that group',
  reply: ({ state }, rest) => (state.status === 'checked' ? tell(...groupRows(state, rest || '1')) : tell()),
  isQuiet: 'in one line',
};

const save: WaveWord = {
  word: 'save',
  about: 'saves the plan of the ready rows, for somebody else to apply',
  reply: () => ({ do: 'write', write: (engine) => engine.savePlan() }),
};

const writeUnready: WaveWord = {
  word: 'write',
  about: 'writes the rows that are not ready into a file of their own',
  reply: ({ state }) => ({
    do: 'write',
    write: (engine) => engine.writeRows(chosenLines(state).filter((line) => !isReady(line))),
  }),
};

/** The words where the number is asked for. */
export const confirmingWords = (state: WaveState): WaveWord[] => [
  ...detailsIn(state),
  { word: 'back', about: 'back to what was found; nothing is sent', reply: () => dispatch({ type: 'wentBack' }) },
];
