import type { Engine } from '../../src/wizard/screens.ts';
import { offersSignIn } from '../../src/wizard/signed-out.ts';
import type { State } from '../../src/wizard/state.ts';
import type { KeyHint } from '../frame/layout.ts';

/** `i` signs in anew, where that is what is missing. */
export const signInHint = (engine: Engine, state: State): readonly KeyHint[] =>
  offersSignIn(engine, state) ? [['i', 'sign in']] : [];
