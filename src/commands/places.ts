import { readToken } from '../auth/token.ts';
import { defaultEndpoint } from '../graph/endpoints.ts';
import type { Finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { firstRun } from '../wizard/first-run.ts';
import type { Model, Place } from '../wizard/screens.ts';
import { modeOf } from './mode.ts';
import { profilePlaces } from './profile/places.ts';
import type { Settings } from './settings.ts';

const simulator: Place = {
  id: 'simulator',
  name: 'Simulator',
  about: 'Two made-up tenants, Contoso and Fabrikam. Nothing leaves this computer.',
  status: 'No tenant needed',
  mode: 'simulator',
  facts: [
    { term: 'Source', value: 'Contoso    contoso.com' },
    { term: 'Target', value: 'Fabrikam   fabrikam.com' },
    { term: 'Clock', value: 'runs 60 times as fast: an hour is a minute' },
  ],
};

/** What can be opened from the welcome screen. Reads small JSON files and the environment, nothing else. */
export async function placesFor(
  settings: Settings,
  ports: Ports,
  isDemo: boolean,
): Promise<Pick<Model, 'places' | 'firstRun'> & { findings: readonly Finding[] }> {
  if (isDemo || settings.simulator) return { places: [simulator], findings: [] };
  const { places, findings } = await profilePlaces({ mode: modeOf(settings), zone: settings.zone }, ports);
  const isNamed = ({ profile }: Place) => profile === settings.profile?.name;
  const named = places.filter((place) => isNamed(place));
  const others = places.filter((place) => !isNamed(place));
  const own = [...named, ...others, ...tokenPlaces(settings, ports)];
  const isFirst = own.length === 0 && findings.length === 0;
  const first = isFirst ? { firstRun: firstRun({ byDevice: false, consentLink: null }) } : {};
  return { places: [...own, simulator], findings, ...first };
}

/** A token that was brought in the environment, without a profile. */
function tokenPlaces(settings: Settings, { env }: Ports): Place[] {
  const token = env.CROSSORG_ACCESS_TOKEN?.trim();
  if (!token) return [];
  const claims = readToken(token);
  return [
    {
      id: 'token',
      name: 'Brought token',
      about: 'The token in CROSSORG_ACCESS_TOKEN.',
      status: claims?.account ?? 'account unknown',
      mode: modeOf(settings),
      facts: [
        { term: 'Source', value: claims?.tid ?? 'the token does not name its tenant' },
        { term: 'Graph', value: settings.graphUrl ?? defaultEndpoint },
      ],
    },
  ];
}
