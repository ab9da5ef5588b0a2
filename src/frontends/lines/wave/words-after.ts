import { boardRows, firstView, troubleFilter, visibleRows } from '../../../wizard/wave/board.ts';
import { actionsFor, mayLook } from '../../../wizard/wave/wave-actions.ts';
import type { WaveLine, WaveState } from '../../../wizard/wave/wave-state.ts';
import { rowLines, rowsNamed } from './rows.ts';
import { dispatch, tell, type WaveReply, type WaveView, type WaveWord } from './view.ts';
import { detailsIn } from './words-before.ts';

/** The words from the first create to the last final state. */
export function runWords(state: WaveState): WaveWord[] {
  const { retry, cancel, left } = actionsFor(state, state.lines);
  return [
    ...(state.status === 'submitting' && !state.isStopping ? [stop] : []),
    ...(left > 0 ? [goOn] : []),
    counts,
    failed,
    ...detailsIn(state),
    find,
    ...(cancel.length > 0 ? [cancelRows] : []),
    ...(retry.length > 0 ? [retryRows] : []),
    ...(mayLook(state) ? [look] : []),
    exportRows,
    copy,
  ];
}

const stop: WaveWord = {
  word: 'stop',
  about: 'stops sending; what has left gets its answer',
  reply: () => dispatch({ type: 'stopAsked' }),
};

const goOn: WaveWord = {
  word: 'go on',
  about: 'sends the rows that are left, after their number',
  reply: () => ({ do: 'askNumber', about: { name: 'goOn' } }),
};

const counts: WaveWord = { word: 'counts', about: 'says how many rows are where', reply: () => ({ do: 'counts' }) };

const failed: WaveWord = {
  word: 'failed',
  about: 'names the rows that somebody has to look at',
  reply: (view) => shown(view, troubleFilter, 'No row needs somebody to look at it.'),
};

const find: WaveWord = {
  word: 'find',
  takes: 'finance',
  about: 'names the rows that have these words, or a state, as in find state:queued',
  reply: (view, rest) =>
    rest === '' ? tell('Say what to find, as in find state:queued.') : shown(view, rest, `No row has ${rest}.`),
  isQuiet: 'in one line',
};

function shown({ state, now }: WaveView, filter: string, otherwise: string): WaveReply {
  const found = visibleRows(boardRows(state.lines, now), { ...firstView, filter }).map(({ line }) => line);
  return found.length === 0 ? tell(otherwise) : tell(...rowLines(found, state.session, now));
}

const cancelRows: WaveWord = {
  word: 'cancel',
  takes: 'queued',
  about: 'cancels the tasks that are still queued, or those of the lines named, after their number',
  reply: ({ state }, rest) => {
    const rows = actionsFor(state, meant(state, rest, 'queued')).cancel;
    if (rows.length > 0) return { do: 'askNumber', about: { name: 'cancelRows', rows } };
    return tell(`Nothing is queued that ${rest} means. Running tasks cannot be cancelled.`);
  },
};

const retryRows: WaveWord = {
  word: 'retry',
  takes: 'failed',
  about: 'begins a new wave of the rows that failed, or of the lines named; they are checked and confirmed anew',
  reply: ({ state }, rest) => {
    const { retry } = actionsFor(state, meant(state, rest, 'failed'));
    return retry.length > 0 ? { do: 'retry', rows: retry } : tell(`Nothing failed that ${rest} means.`);
  },
};

/** All rows by the one word, else those that are named. */
const meant = ({ lines }: WaveState, text: string, all: string): readonly WaveLine[] =>
  text === all || text === '' ? lines : rowsNamed(text, lines);

const look: WaveWord = { word: 'look', about: 'asks the service now', reply: () => ({ do: 'look' }) };

const forms = ['csv', 'json', 'md'] as const;

const exportRows: WaveWord = {
  word: 'export',
  takes: 'csv',
  about: 'writes all rows into a file: csv, json or md',
  reply: ({ state }, rest) => {
    const form = forms.find((one) => one === rest);
    if (form === undefined) return tell('Say in which form: export csv, export json or export md.');
    return { do: 'write', write: (engine) => engine.exportRows(state.lines, form) };
  },
};

const copy: WaveWord = { word: 'copy', about: 'copies the command that leads back', reply: () => ({ do: 'copy' }) };
