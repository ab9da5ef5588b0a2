import { cleanText } from '../../problems/clean.ts';
import { chosenLines, countLines, countsInOrder } from './lines.ts';
import type { WaveBase, WaveState } from './wave-state.ts';
import { runOf } from './wave-way-back.ts';

/** Its rows were read back from the record of a run, so nobody knows the file. */
export const isFromRecord = ({ file }: Pick<WaveBase, 'file'>): boolean => /^r-\d{8}-/.test(file.name);

/** `wave-2.csv` of `C:\\moves\\wave-2.csv`; a new try of a recorded run is not that run, but the one that it becomes. */
export function fileLabel(wave: WaveState): string {
  const { name, retryOf } = wave.file;
  if (retryOf !== undefined && isFromRecord(wave)) return runOf(wave) ?? `new try of ${retryOf}`;
  return cleanText(name.split(/[\\/]/).at(-1) || name);
}

/** The same without its ending. */
export const waveName = (wave: WaveState): string =>
  fileLabel(wave).replace(/\.(csv|tsv|txt)$/i, '') || fileLabel(wave);

/** Rows that were sent, and how many of them are in a final state. */
export function finalCounts({ lines }: Pick<WaveBase, 'lines'>): { sent: number; final: number } {
  const sent = lines.filter(({ state }) => state !== 'draft').length;
  const { completed = 0, failed = 0, cancelled = 0 } = countLines(lines);
  return { sent, final: completed + failed + cancelled };
}

/** What the terminal's title says, so that the window can be found among many. */
export function waveTitle(state: WaveState): string {
  const name = waveName(state);
  const { sent, final } = finalCounts(state);
  switch (state.status) {
    case 'checking':
      return `▸ ${name} checking ${percent(state.done, state.total)} %`;
    case 'submitting':
      return `▸ ${name} sending ${state.done}/${state.total}`;
    case 'paused':
      return `! ${name} paused`;
    case 'watching':
    case 'cancelling':
      return `▸ ${name} ${final}/${sent}`;
    case 'over':
      return `${final === sent && !hasFailed(state) ? '✓' : '!'} ${name} ${final}/${sent}`;
    default:
      return `${name} ${chosenLines(state).length} rows`;
  }
}

/** Whole ones: the title is not written for every row. */
const percent = (done: number, total: number): number => (total === 0 ? 0 : Math.floor((100 * done) / total));

const hasFailed = ({ lines }: WaveBase): boolean => lines.some(({ state }) => state === 'failed');

/** One sentence for the notice at the end. */
export function waveNotice(state: WaveState): string {
  const counts = countsInOrder(state.lines).map(([word, count]) => `${count} ${word}`);
  return `${waveName(state)}: ${counts.join(', ')}`;
}
