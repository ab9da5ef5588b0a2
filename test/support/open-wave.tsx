import { KeyRouter } from '../../components/inputs/keys/KeyRouter.tsx';
import { type Theme, ThemeProvider } from '../../components/theme.ts';
import { Wave } from '../../components/wave/Wave.tsx';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { renderScreen } from './screen.ts';
import { fakeWave, type WaveScript } from './wave-engine.ts';

type Options = {
  cols?: number;
  rows?: number;
  theme?: Partial<Theme>;
  script?: WaveScript;
  hasBack?: boolean;
  /** The run was chosen on the welcome screen. */
  hasHome?: boolean;
  startAt?: number;
  /** Waves that can be turned to. */
  others?: readonly WaveState[];
};

/** The screens of a wave from a state on. Without a script whatever they ask for hangs. */
export function openWave(
  state: WaveState,
  { theme = {}, script, hasBack = true, hasHome = false, startAt, others = [], ...size }: Options = {},
) {
  const faked = fakeWave(state, script, startAt, others);
  const did: ('back' | 'home' | 'leave')[] = [];
  const titles: string[] = [];
  const notices: string[] = [];
  const hands = {
    copy: async () => 'none' as const,
    setTitle: (text: string) => void titles.push(text),
    notify: (text: string) => void notices.push(text),
    suspend: null,
  };
  const shown = renderScreen(
    <ThemeProvider theme={{ motion: false, ...theme }}>
      <KeyRouter>
        <Wave
          engine={faked.engine}
          hands={hands}
          onBack={hasBack ? () => did.push('back') : null}
          onHome={hasHome ? () => did.push('home') : null}
          onLeave={() => did.push('leave')}
        />
      </KeyRouter>
    </ThemeProvider>,
    { ...size, alternateScreen: true, incrementalRendering: true },
  );
  return { ...shown, ...faked, did, titles, notices };
}
