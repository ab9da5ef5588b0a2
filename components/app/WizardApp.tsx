import { useApp } from 'ink';
import { useState } from 'react';
import type { Engine, Farewell, Model } from '../../src/wizard/screens.ts';
import { KeyRouter } from '../inputs/keys/KeyRouter.tsx';
import { type Theme, ThemeProvider } from '../theme.ts';
import { Migration } from './Migration.tsx';
import { Welcome } from './Welcome.tsx';

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
  const leave = (farewell: Farewell) => exit(farewell);
  if (!engine)
    return <Welcome model={model} onOpen={setEngine} onLeave={() => leave({ engine: null, findings: [] })} />;
  return (
    <Migration
      key={engine.state().session.endpoint + engine.now()}
      engine={engine}
      onAnother={() => setEngine(engine.another())}
      onBack={model.engine ? null : () => setEngine(null)}
      onLeave={() => leave({ engine, findings: [] })}
    />
  );
}
