import type { Ports } from '../../ports/ports.ts';
import type { ValueSource } from '../command.ts';
import type { Offer } from './offer.ts';

type Around = Pick<Ports, 'files' | 'folders' | 'env' | 'clock' | 'random'>;

/** What stands on the line already, as far as it decides where to look. */
export type Hints = { simulator: boolean; graphUrl: string | null };

type Lister = (around: Around, hints: Hints) => Promise<readonly Offer[]>;

const bare = (values: readonly string[]): Offer[] => values.map((value) => ({ value, about: '' }));

/** One list for each source, loaded when it is wanted. Names of people are in none of them. */
export const listers: Readonly<Record<ValueSource, Lister>> = {
  profile: async (around) => bare(await (await import('./profile-names.ts')).profileNames(around)),
  scenario: async () => {
    const { scenarioNames, scenarios } = await import('../../simulator/scenarios.ts');
    return scenarioNames.map((value) => ({ value, about: scenarios[value].description }));
  },
  location: async () => {
    const { dataLocations } = await import('../../plan/parse/data-location.ts');
    const codes = [...dataLocations].map(([value, about]) => ({ value, about }));
    return [...codes, { value: 'default', about: 'The default location of the target' }];
  },
  zone: async () => bare([...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]),
  run: async (around, hints) => bare(await (await import('./run-names.ts')).runNames(around, hints)),
  code: async () => {
    const { allEntries } = await import('../../problems/look-up.ts');
    return allEntries().map(({ code, what }) => ({ value: code, about: what }));
  },
  kind: async () => {
    const { aboutKind, kindNames } = await import('../../schema/publish.ts');
    return kindNames.map((value) => ({ value, about: aboutKind(value) }));
  },
  // Shells know files best.
  file: async () => [],
};
