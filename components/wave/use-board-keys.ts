import { actionsFor, mayLook, mayTurn } from '../../src/wizard/wave/wave-actions.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { isText } from '../inputs/keys/key.ts';
import type { KeyResult } from '../inputs/keys/routing.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { tableSteps } from '../table/keys.ts';
import { placeOf } from '../table/state.ts';
import { meantLines } from './board-actions.ts';
import { viewAfter } from './board-keys.ts';
import { useWave } from './context.ts';
import type { Board } from './use-board.ts';

type Options = {
  state: WaveState;
  board: Board;
  /** How many rows are on the screen. */
  page: number;
  isFiltering: boolean;
  onFiltering: (isFiltering: boolean) => void;
};

/** The keys of the table. Several may come before the next render, so the cursor is read where a key is handled. */
export function useBoardKeys({ state, board, page, isFiltering, onFiltering }: Options): void {
  const { open, home } = useWave();
  const { shown, ids, view, table } = board;
  const act = useActions(state, board);
  useKeys((key): KeyResult => {
    if (isText(key, '/')) {
      onFiltering(true);
      return true;
    }
    const current = shown[placeOf(table.latest.current, ids)]?.line;
    if (key.kind === 'text' && act(key.text, current)) return true;
    const by = tableSteps(key, page);
    if (by !== null) {
      table.dispatch({ type: 'move', by, ids, page });
      return 'edited';
    }
    if (isFiltering && key.kind === 'escape') onFiltering(false);
    const next = viewAfter(key, view.latest.current, shown, current?.row ?? null);
    if (next !== null) {
      if (next.filter !== view.latest.current.filter) table.dispatch({ type: 'home' });
      view.dispatch(next);
    } else if (key.kind === 'enter' && current !== undefined) open({ name: 'row', row: current.row });
    else if (key.kind === 'escape' && !isFiltering) (home ?? (() => open({ name: 'leave' })))();
    else return isFiltering && key.kind === 'escape';
    return true;
  });
}

type Act = (letter: string, current: Board['lines'][number] | undefined) => boolean;

/** What letters do to rows, as things stand. Nothing that moves or cancels hangs on one of them: they lead to a question. */
function useActions(state: WaveState, { lines, ids, view }: Board): Act {
  const { engine, open, leave } = useWave();
  return (letter, current) => {
    const { retry, cancel, left } = actionsFor(state, meantLines(lines, view.latest.current.marked, current));
    if (letter === 'g' && left > 0) open({ name: 'goOn' });
    else if (letter === 'n' && retry.length > 0) engine.retry(retry);
    else if (letter === 'c' && cancel.length > 0) open({ name: 'cancelRows', rows: cancel, leaves: false });
    else if (letter === 'v' && state.status === 'paused' && state.finding) open({ name: 'why' });
    else if (letter === 'r' && mayLook(state)) engine.dispatch({ type: 'lookAsked' });
    else if (letter === 'o' && engine.others().length > 0 && mayTurn(state)) engine.turn();
    else if (letter === 'e') open({ name: 'export', rows: ids });
    else if (letter === 'q' && state.status === 'over') leave();
    else if (letter === 'q') open({ name: 'leave' });
    else return false;
    return true;
  };
}
