// A program that the bench of waves starts: one row at first, and after Enter a table of so many rows that are watched.
import os from 'node:os';
import { render } from 'ink';
import { KeyRouter } from '../../components/inputs/keys/KeyRouter.tsx';
import { ThemeProvider } from '../../components/theme.ts';
import { Wave } from '../../components/wave/Wave.tsx';
import { createNodeMachine } from '../../src/ports/node-machine.ts';
import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { noon } from '../support/session.ts';
import { csvOf, minuteMs, readWave, watchedWave } from '../support/wave-states.ts';

/** As the program does when it opens a wave. */
const { saveMemory } = createNodeMachine(process, os);
const rows = Number(process.argv[2] ?? 5000);

function benchEngine(): WaveEngine {
  let state: WaveState = readWave(csvOf(1));
  const listeners = new Set<() => void>();
  const unused = () => Promise.reject(new Error('The bench writes no file'));
  return {
    state: () => state,
    dispatch: ({ type }) => {
      if (type !== 'checkAsked') return;
      saveMemory?.();
      state = watchedWave(rows);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => noon + 45 * minuteMs,
    mend: () => undefined,
    retry: () => undefined,
    others: () => [],
    turn: () => undefined,
    writeFixed: unused,
    writeRows: unused,
    exportRows: unused,
    savePlan: unused,
    stop: async () => undefined,
  };
}

const hands = {
  copy: async () => 'none' as const,
  setTitle: () => undefined,
  notify: () => undefined,
  suspend: null,
};

render(
  <ThemeProvider theme={{ motion: false }}>
    <KeyRouter>
      <Wave engine={benchEngine()} hands={hands} onBack={null} onLeave={() => process.exit(0)} />
    </KeyRouter>
  </ThemeProvider>,
  { exitOnCtrlC: false, interactive: true, alternateScreen: true, incrementalRendering: true, maxFps: 60 },
);
