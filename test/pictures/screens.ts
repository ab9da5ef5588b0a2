import xterm from '@xterm/headless';
import { type Cell, rowsOf } from './cells.ts';

/** The cells a terminal shows after it was written to. */
export async function screenOf(text: string, { cols = 40, rows = 3 } = {}): Promise<Cell[][]> {
  const term = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  await new Promise<void>((done) => term.write(text, done));
  return rowsOf(term);
}
