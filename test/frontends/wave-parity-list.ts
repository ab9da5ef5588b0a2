import type { WaveScreenName } from '../../components/wave/wave-help.ts';
import type { Task } from './parity-list.ts';

const allInDocument = 'Not needed: everything is in the document of crossorg wave --json.';
const endsItself = 'Not needed: a command ends by itself, and Ctrl+C ends it early.';
const nothingDrawn = 'Not needed: nothing is drawn, so there is nothing to move on.';
const editedByHand = 'Not needed: each finding says the line, the column and what belongs there.';

const inWave = (word: string, flags: string): Task => ({ line: { word }, flags });
const itself = (text: string, flags = nothingDrawn): Task => ({ line: { itself: text }, flags });

const leave = inWave('quit', endsItself);
const saidWhole = itself('What is said needs no closing.');
const back = inWave('back', 'Not needed: every answer stands in the command.');

/** What a table of rows can do, whatever goes on. */
const table: Readonly<Record<string, Task>> = {
  'Enter open': inWave('details 2', 'crossorg status --json'),
  '/ filter': inWave('find state:failed', allInDocument),
  'Enter keep this filter': inWave('find state:failed', allInDocument),
  'Up Down move': itself('Rows are named by their line.'),
  'Esc show all': itself('Each answer names its rows anew.'),
  'f failed and Check only': inWave('failed', 'crossorg runs'),
  's sort': itself('Trouble is said first, then the order of the file.', allInDocument),
  'Space mark': itself('A word takes lines by their numbers, as in cancel 2-5,9.', allInDocument),
  'e export': inWave('export csv', 'crossorg report'),
};

const look = inWave('look', 'crossorg status --last');
const retry = inWave('retry failed', 'crossorg retry');
const cancel = inWave('cancel queued', 'crossorg cancel --last');
const other = inWave('other', 'crossorg watch');
const number: Readonly<Record<string, Task>> = {
  'Esc back': { line: { word: 'back' }, flags: 'Not needed: without --confirm nothing is done.' },
};

/** Every key that a screen of a wave names, with N for each number in it. */
export const waveParity: { readonly [K in WaveScreenName]: Readonly<Record<string, Task>> } = {
  'wave reading': {
    'Enter go on with N': inWave('check', 'crossorg wave --dry-run'),
    'Ctrl+Y fix this': inWave('fix', editedByHand),
    'A fix all suggested': inWave('fix all', editedByHand),
    'Up Down move': inWave('problems', allInDocument),
    'w write wave-N.fixed.csv': inWave('write', editedByHand),
    'Esc back': back,
  },
  'wave checking': { 'Esc stop asking, back to the file': inWave('stop', endsItself), 'Ctrl+C leave': leave },
  'wave checked': {
    'Enter confirm N': inWave('confirm', 'crossorg wave --confirm 48'),
    'r ask again about N': inWave('again', 'crossorg wave --dry-run'),
    'v rows of this': inWave('group 1', allInDocument),
    'Up Down move': inWave('groups', allInDocument),
    'p save plan': inWave('save', 'crossorg wave --plan-out plan.json --dry-run'),
    'w write these rows': inWave('write', 'crossorg wave --dry-run'),
    'Esc back': back,
  },
  'wave confirming': {
    'Enter send': { line: { answer: 'N' }, flags: 'crossorg wave --confirm 48 --confirm-target Fabrikam' },
    'Esc back, nothing is sent': { line: { word: 'back' }, flags: 'Not needed: without --confirm nothing is sent.' },
    'Ctrl+C leave': leave,
  },
  'wave submitting': { ...table, 'Esc stop sending': inWave('stop', endsItself), 'q leave': leave },
  'wave paused': {
    ...table,
    'Esc back': back,
    'g go on with N': inWave('go on', 'crossorg resume'),
    'n retry': retry,
    'n retry marked': retry,
    'c cancel queued': cancel,
    'o other wave': other,
    'v why': itself('Why it paused is said when it pauses.', allInDocument),
    'r look now': look,
    'q leave running': leave,
  },
  'wave watching': {
    ...table,
    'Esc back': back,
    'n retry': retry,
    'n retry marked': retry,
    'c cancel queued': cancel,
    'o other wave': other,
    'r look now': look,
    'q leave running': leave,
  },
  'wave cancelling': { ...table, 'q leave running': leave },
  'wave over': {
    ...table,
    'Esc back': back,
    'n retry': retry,
    'n retry marked': retry,
    'o other wave': other,
    'r look now': look,
    'q leave': leave,
  },
  'wave leave': {
    'Enter or N-N choose': leave,
    'Ctrl+C leave at once': leave,
    'Esc stay': itself('Only the word quit leaves.', endsItself),
  },
  'wave row': { 'y copy task id': itself('The task id is said with the details.'), 'v or Esc back': saidWhole },
  'wave why': { 'v or Esc back': saidWhole },
  'wave group': { 'v or Esc back': saidWhole },
  'wave cancelRows': {
    ...number,
    'Enter go on, after the number N': { line: { answer: 'N' }, flags: 'crossorg cancel --last --confirm 14' },
  },
  'wave goOn': { ...number, 'Enter go on, after the number N': { line: { answer: 'N' }, flags: 'crossorg resume' } },
  'wave export': {
    'Enter or N-N choose': inWave('export md', 'crossorg report'),
    'Up Down move': itself('Each form has its own word.'),
    'Esc back': itself('Nothing stays open that would be closed.'),
  },
};
