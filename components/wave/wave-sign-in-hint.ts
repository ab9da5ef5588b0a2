import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';
import { offersSignIn } from '../../src/wizard/wave/wave-signed-out.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import type { KeyHint } from '../frame/layout.ts';

/** `i` signs in anew, where that is what is missing. */
export const signInHint = (engine: WaveEngine, state: WaveState): readonly KeyHint[] =>
  offersSignIn(engine, state) ? [['i', 'sign in']] : [];
