import { useApp } from 'ink';
import { lazy, Suspense, useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { Engine, Farewell, Model, Place, WaveSource } from '../../src/wizard/screens.ts';
import { wavesNotHere } from '../../src/wizard/wave/many-findings.ts';
import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';
import { KeyRouter } from '../inputs/keys/KeyRouter.tsx';
import { type Theme, ThemeProvider } from '../theme.ts';
import { useRedraw } from './use-redraw.ts';
import { Welcome } from './Welcome.tsx';

/** Loaded after the first frame: the welcome screen needs neither questions nor time zones. */
const loadMigration = () => import('./SignedInMigration.tsx');
const Migration = lazy(async () => ({ default: (await loadMigration()).SignedInMigration }));
const Wave = lazy(async () => ({ default: (await import('../wave/SignedInWave.tsx')).SignedInWave }));

type Props = { model: Model; theme: Theme };

/** The whole program on the screen: the welcome, then one migration after the other. */
export function WizardApp({ model, theme }: Props) {
  return (
    <ThemeProvider theme={theme}>
      <KeyRouter>
        <Places model={model} />
      </KeyRouter>
    </ThemeProvider>
  );
}

function Places({ model }: { model: Model }) {
  const { exit } = useApp();
  const [engine, setEngine] = useState<Engine | null>(model.engine);
  const [place, setPlace] = useState<Place | null>(null);
  const { wave, showWave, openWave, closeWave } = useWaves(model, place);
  useRedraw();
  const leave = (farewell: Farewell) => exit(farewell);
  if (wave)
    return (
      <Suspense fallback={null}>
        <Wave
          engine={wave}
          hands={model.hands}
          onBack={wave === model.wave ? null : closeWave}
          onHome={engine || wave === model.wave ? null : closeWave}
          onLeave={() => leave({ engine, wave, findings: [] })}
        />
      </Suspense>
    );
  if (!engine)
    return (
      <Welcome
        model={model}
        preload={loadMigration}
        onOpen={(opened, at) => {
          setEngine(opened);
          setPlace(at);
        }}
        onOpenWave={showWave}
        onLeave={() => leave({ engine: null, findings: [] })}
      />
    );
  return (
    <Suspense fallback={null}>
      <Migration
        engine={engine}
        hands={model.hands}
        onAnother={() => setEngine(engine.another())}
        onBack={model.engine ? null : () => setEngine(null)}
        onLeave={() => leave({ engine, findings: [] })}
        onWave={openWave}
      />
    </Suspense>
  );
}

/** A wave in place of a migration, and back again. */
function useWaves(model: Model, place: Place | null) {
  const [wave, setWave] = useState<WaveEngine | null>(model.wave ?? null);
  const openWave = async (source: WaveSource): Promise<readonly Finding[]> => {
    if (!model.openWave) return [wavesNotHere];
    const opened = await model.openWave(place, source);
    if (!opened.ok) return opened.error;
    setWave(opened.value);
    return [];
  };
  const closeWave = () => {
    void wave?.stop();
    setWave(null);
  };
  return { wave, showWave: setWave, openWave, closeWave };
}
