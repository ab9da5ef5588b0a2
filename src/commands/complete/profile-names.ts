import type { Ports } from '../../ports/ports.ts';
import { openProfiles } from '../profile/named.ts';

/** The names of the saved profiles, broken ones too; none where the file cannot be read, which other commands tell of. */
export async function profileNames(ports: Pick<Ports, 'files' | 'clock' | 'folders'>): Promise<string[]> {
  const { profiles, broken } = await openProfiles(ports).read();
  return [...profiles.keys(), ...broken.keys()].sort();
}
