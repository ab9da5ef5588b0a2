import { useApp } from 'ink';
import { lazy, Suspense, useState } from 'react';
import type { Engine, Farewell, Model } from '../../src/wizard/screens.ts';
import { KeyRouter } from '../inputs/keys/KeyRouter.tsx';
import { type Theme, ThemeProvider } from '../theme.ts';
import { useRedraw } from './use-redraw.ts';
import { Welcome } from './Welcome.tsx';

/** Loaded after the first frame: the welcome screen needs neither questions nor time zones. */
const loadMigration = () => import('./Migration.tsx');
const Migration = lazy(async () => ({ default: (await loadMigration()).Migration }));

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
  useRedraw();
  const leave = (farewell: Farewell) => exit(farewell);
  if (!engine)
    return (
      <Welcome
        model={model}
        preload={loadMigration}
        onOpen={setEngine}
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
      />
    </Suspense>
  );
}
