import { cleanText } from '../../problems/clean.ts';
import { chosenLines, countLines, countsInOrder } from './lines.ts';
import type { WaveBase, WaveState } from './wave-state.ts';

/** `wave-2.csv` of `C:\\moves\\wave-2.csv`. */
export const fileLabel = ({ file }: Pick<WaveBase, 'file'>): string =>
  cleanText(file.name.split(/[\\/]/).at(-1) || file.name);

/** The same without its ending. */
export const waveName = (wave: Pick<WaveBase, 'file'>): string =>
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
