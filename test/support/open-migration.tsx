import { Migration } from '../../components/app/Migration.tsx';
import { KeyRouter } from '../../components/inputs/keys/KeyRouter.tsx';
import { type Theme, ThemeProvider } from '../../components/theme.ts';
import type { Finding } from '../../src/plan/finding.ts';
import { ok } from '../../src/plan/result.ts';
import type { WaveSource } from '../../src/wizard/screens.ts';
import type { State } from '../../src/wizard/state.ts';
import { fakeEngine, modelWith, type Script } from './engine.ts';
import { renderScreen } from './screen.ts';
import { fakeSigning } from './signing.ts';

type OnWave = (source: WaveSource) => Promise<readonly Finding[]>;
type Options = {
  cols?: number;
  rows?: number;
  theme?: Partial<Theme>;
  script?: Script;
  onWave?: OnWave;
  maySignIn?: boolean;
  /** There is a profile to save into. */
  saves?: boolean;
};

/** The screens of a migration from a state on. Without a script whatever they ask for hangs. */
export function openMigration(
  state: State,
  { theme = {}, script, onWave = async () => [], maySignIn, saves, ...size }: Options = {},
) {
  const faked = fakeEngine(state, script);
  const engine = maySignIn ? { ...faked.engine, signIn: async () => fakeSigning().signing } : faked.engine;
  if (saves) engine.saveTarget = async () => ok(null);
  const did: ('another' | 'back' | 'leave')[] = [];
  const shown = renderScreen(
    <ThemeProvider theme={{ motion: false, ...theme }}>
      <KeyRouter>
        <Migration
          engine={engine}
          hands={modelWith().hands}
          onAnother={() => did.push('another')}
          onBack={() => did.push('back')}
          onLeave={() => did.push('leave')}
          onWave={onWave}
        />
      </KeyRouter>
    </ThemeProvider>,
    { ...size, alternateScreen: true, incrementalRendering: true },
  );
  return { ...shown, ...faked, did };
}
