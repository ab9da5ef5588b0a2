import { expect, test } from 'vitest';
import { KeyRouter } from '../../../components/inputs/keys/KeyRouter.tsx';
import { ThemeProvider } from '../../../components/theme.ts';
import { Wave } from '../../../components/wave/Wave.tsx';
import { openWaveIn } from '../../../src/commands/open-wave.ts';
import type { Opened } from '../../../src/commands/session.ts';
import { endpoint, wavePlace } from '../../runtime/wave/wave-place.ts';
import { fakePorts } from '../../support/ports.ts';
import { renderScreen } from '../../support/screen.ts';
import { session as usual } from '../../support/session.ts';

const host = 'https://fabrikam-my.sharepoint.com';
const names = Array.from({ length: 12 }, (_, at) => `user${String(at + 1).padStart(4, '0')}`);
const text = [
  'type,source,target,targetHost',
  ...names.map((name, at) => `${at === 4 ? 'Usr' : 'user'},${name}@contoso.com,${name}@fabrikam.com,${host}`),
].join('\n');

test('after a fix on the screen only the row that changed is asked about again', async () => {
  const place = wavePlace('clean', { budget: 6000 });
  const { source, target } = place.world;
  const session = {
    ...usual,
    endpoint,
    source: { tenantId: source.id, name: 'Contoso' },
    target: { tenantId: target.id, name: 'Fabrikam' },
  };
  const opened = { session, services: place.process() } as unknown as Opened;
  opened.forMany = (known) => ({ ...opened, session: known });
  const wave = await openWaveIn(opened, { name: 'wave.csv', text }, fakePorts().ports);
  if (!wave.ok) throw new Error('It can be read');
  const hands = {
    copy: async () => 'none' as const,
    setTitle: () => undefined,
    notify: () => undefined,
    suspend: null,
  };
  const shown = renderScreen(
    <ThemeProvider theme={{ motion: false }}>
      <KeyRouter>
        <Wave engine={wave.value} hands={hands} onBack={null} onLeave={() => undefined} />
      </KeyRouter>
    </ThemeProvider>,
    { alternateScreen: true, incrementalRendering: true },
  );
  const dryRuns = () => place.world.log.filter(({ kind }) => kind === 'validate').map(({ key }) => key);
  await shown.waitFor('11 ready');
  shown.press('\r');
  await shown.waitFor('Enter confirm 11');
  const before = dryRuns().length;
  expect(new Set(dryRuns()).size).toBe(11);
  shown.press('\u001b');
  await shown.waitFor('Ctrl+Y fix this');
  shown.press('\u0019');
  await shown.waitFor('12 ready');
  shown.press('\r');
  await shown.waitFor('Enter confirm 12');
  expect(dryRuns().slice(before)).toEqual(['user:user0005@contoso.com']);
});
