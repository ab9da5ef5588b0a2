import { copyableOf } from '../../src/wizard/copy-text.ts';
import type { State } from '../../src/wizard/state.ts';
import type { KeyHint } from '../frame/layout.ts';

/** The hint for the key that copies, where there is something to copy. */
export function copyHint(state: State): KeyHint[] {
  const what = copyableOf(state);
  return what === null ? [] : [['y', `copy ${what.name}`]];
}
