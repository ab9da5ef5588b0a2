import { targetNote } from '../../wizard/saved-note.ts';
import type { Engine } from '../../wizard/screens.ts';
import type { State } from '../../wizard/state.ts';
import { targetToSave } from '../../wizard/target-to-save.ts';

/** Saves where a move lands in its profile, and says what came of it. */
export async function targetLines(engine: Pick<Engine, 'saveTarget'>, state: State): Promise<string[]> {
  const target = targetToSave(state);
  const saved = target && (await engine.saveTarget?.(target));
  return saved ? [targetNote(saved, state.session)] : [];
}
