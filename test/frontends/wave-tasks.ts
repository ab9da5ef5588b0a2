import type { WaveScreenName } from '../../components/wave/wave-help.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { hintsOf } from '../support/hints.ts';
import { openWave } from '../support/open-wave.tsx';
import { type WaveStateName, waveStateNames, waveStates } from '../support/wave-states.ts';

/** The keys of a screen of a wave as its last lines name them, with N for each number, and a state in which they are named. */
export type OfferedByWave = { screen: WaveScreenName; hint: string; state: WaveState };

/** What lies over a screen, on which state, and the keys that open it. */
const overlays: readonly { name: string; on: WaveStateName; keys: readonly string[] }[] = [
  { name: 'leave', on: 'watching', keys: ['\u0003'] },
  { name: 'leave', on: 'submitting', keys: ['\u0003'] },
  { name: 'leave', on: 'reading, nothing wrong', keys: ['\u0003'] },
  { name: 'row', on: 'watching', keys: ['\r'] },
  { name: 'why', on: 'paused by a breaker', keys: ['v'] },
  { name: 'group', on: 'checked, with findings', keys: ['v'] },
  { name: 'cancelRows', on: 'watching', keys: ['A', 'c'] },
  { name: 'goOn', on: 'paused as asked', keys: ['g'] },
  { name: 'export', on: 'watching', keys: ['e'] },
];

/** Keys that make a table name others: rows that are marked, a filter that is typed. */
const looks: readonly (readonly string[])[] = [[], ['A'], ['/'], ['f']];

/** Every key that a screen of a wave names. */
export async function offeredByWaves(): Promise<OfferedByWave[]> {
  const offered: OfferedByWave[] = [];
  for (const name of waveStateNames) {
    const state: WaveState = waveStates[name];
    const isTable = 'runId' in state;
    for (const keys of isTable ? looks : [[]])
      offered.push(...(await offeredIn(`wave ${state.status}`, waveStates[name], keys)));
  }
  for (const { name, on, keys } of overlays)
    offered.push(...(await offeredIn(`wave ${name}` as WaveScreenName, waveStates[on], keys)));
  return offered;
}

async function offeredIn(screen: WaveScreenName, state: WaveState, keys: readonly string[]): Promise<OfferedByWave[]> {
  const wave = openWave(state, {
    cols: 150,
    rows: 50,
    others: 'runId' in state ? [waveStates.over] : [],
    hasHome: true,
  });
  await wave.waitFor('SIMULATOR');
  for (const key of keys) {
    const before = await wave.screen();
    wave.press(key);
    await wave.waitFor((now) => now !== before);
  }
  const found = hintsOf(await wave.lines());
  wave.unmount();
  return found.map((hint) => ({ screen, hint: hint.replace(/\d+/g, 'N'), state }));
}
