import type { Clock } from '../ports/ports.ts';
import type { WaveEngine } from '../wizard/wave/wave-screens.ts';
import { runOf } from '../wizard/wave/wave-way-back.ts';

/** So long is waited for the answers of what has left, in milliseconds; the record has the rest. */
const answersMs = 5_000;
const endMs = 250;

/**
 * Begins nothing new, and ends what may be ended. Afterwards the state says what is left: where nothing of a new try was
 * submitted, that is the wave it came from.
 */
export async function leaveWave(wave: WaveEngine, clock: Clock): Promise<void> {
  if (runOf(wave.state()) === null) wave.turn();
  if (wave.state().status === 'submitting') {
    wave.dispatch({ type: 'stopAsked' });
    await Promise.race([sendingEnded(wave), clock.sleep(answersMs)]);
  }
  await Promise.race([wave.stop(), clock.sleep(endMs)]);
}

const sendingEnded = (wave: WaveEngine): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (wave.state().status === 'submitting') return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = wave.subscribe(look);
    look();
  });
