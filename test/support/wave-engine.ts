import type { Fix } from '../../src/wave/csv/fix.ts';
import { updateWave } from '../../src/wizard/wave/update.ts';
import type { WaveEffect, WaveEvent, WaveHappening } from '../../src/wizard/wave/wave-event.ts';
import type { WaveEngine, Written } from '../../src/wizard/wave/wave-screens.ts';
import type { WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { noon } from './session.ts';

/** What a scripted service makes of an effect; nothing leaves it without an answer. */
export type WaveScript = (effect: WaveEffect, state: WaveState) => readonly WaveHappening[];

export type Asked =
  | { what: 'mend'; fixes: readonly Fix[] }
  | { what: 'writeFixed' | 'savePlan' | 'stop' | 'turn' }
  | { what: 'writeRows' | 'retry'; rows: readonly number[] }
  | { what: 'export'; rows: readonly number[]; form: string };

const rowsOf = (lines: readonly WaveLine[]): number[] => lines.map(({ row }) => row);

/** The real machine, with a script in place of a service and a clock that a test moves. */
export function fakeWave(
  first: WaveState,
  script: WaveScript = () => [],
  startAt = noon,
  others: readonly WaveState[] = [],
) {
  let state = first;
  let now = startAt;
  const listeners = new Set<() => void>();
  const happened: WaveHappening[] = [];
  const effects: WaveEffect[] = [];
  const asked: Asked[] = [];
  const dispatch = (happening: WaveHappening): void => {
    happened.push(happening);
    const step = updateWave(state, { ...happening, at: now } as WaveEvent);
    const isChanged = step.state !== state;
    state = step.state;
    effects.push(...step.effects);
    if (isChanged) for (const listener of [...listeners]) listener();
    for (const effect of step.effects)
      for (const answer of script(effect, state)) queueMicrotask(() => dispatch(answer));
  };
  const written = async (one: Asked, name: string): Promise<Written> => {
    asked.push(one);
    return { ok: true, path: `/home/mia/${name}` };
  };
  const engine: WaveEngine = {
    state: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => now,
    mend: (fixes) => void asked.push({ what: 'mend', fixes }),
    writeFixed: () => written({ what: 'writeFixed' }, 'wave-2.fixed.csv'),
    writeRows: (lines) => written({ what: 'writeRows', rows: rowsOf(lines) }, 'wave-2.failed.csv'),
    exportRows: (lines, form) => written({ what: 'export', rows: rowsOf(lines), form }, `wave-2.${form}`),
    savePlan: () => written({ what: 'savePlan' }, 'wave-2.plan.json'),
    retry: (lines) => void asked.push({ what: 'retry', rows: rowsOf(lines) }),
    others: () => others,
    turn: () => void asked.push({ what: 'turn' }),
    stop: async () => void asked.push({ what: 'stop' }),
  };
  return {
    engine,
    /** Everything that the screens, and the script, said happened. */
    happened,
    /** Everything that a runtime would have had to do. */
    effects,
    /** What was asked of the engine beside its state. */
    asked,
    pass(ms: number) {
      now += ms;
    },
  };
}
