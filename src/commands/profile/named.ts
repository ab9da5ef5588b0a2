import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import type { Profile } from '../../plan/profile.ts';
import type { ProfilesRead } from '../../plan/profile-file.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { Ports } from '../../ports/ports.ts';
import { saveProfiles } from '../../store/profile-save.ts';
import { createProfileStore, type ProfileStore } from '../../store/profile-store.ts';
import { closest } from '../closest.ts';

export const openProfiles = ({ files, clock, folders }: Pick<Ports, 'files' | 'clock' | 'folders'>): ProfileStore =>
  createProfileStore({ files, clock, folder: folders.config, save: saveProfiles });

/** The saved profile of a name; null where none is named. */
export async function profileNamed(
  name: string | null,
  ports: Pick<Ports, 'files' | 'clock' | 'folders'>,
): Promise<Result<Profile | null, readonly Finding[]>> {
  return name === null ? ok(null) : profileIn(await openProfiles(ports).read(), name);
}

/** One profile out of all that were read; what is wrong with the others does not matter to it. */
export function profileIn(
  { profiles, broken, findings }: ProfilesRead,
  name: string,
): Result<Profile, readonly Finding[]> {
  const profile = profiles.get(name);
  if (profile) return ok(profile);
  if (findings.length > 0) return err(findings);
  return err(broken.get(name) ?? [profileUnknown(name, [...profiles.keys()])]);
}

/** A name that leads nowhere is refused: nothing would be held to its tenants. */
function profileUnknown(name: string, known: readonly string[]): Finding {
  const meant = closest(name, known);
  return finding(
    {
      field: 'profile',
      code: 'profileUnknown',
      what: `There is no profile ${quoted(name)}.`,
      why: known.length === 0 ? 'No profile has been saved yet.' : `There are: ${known.slice(0, 5).join(', ')}.`,
      next: [
        meant === undefined
          ? { do: 'See the profiles there are.', who: 'you', command: 'crossorg profile list' }
          : { do: `Write ${meant}, if that is meant.`, who: 'you', command: `crossorg profile show ${meant}` },
        { do: 'Or save one.', who: 'you', command: 'crossorg profile new NAME' },
      ],
    },
    { from: 'input', ...(meant === undefined ? {} : { suggestion: meant }) },
  );
}
