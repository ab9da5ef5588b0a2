import { type Finding, finding, hasErrors } from '../plan/finding.ts';
import type { Profile } from '../plan/profile.ts';
import { answerFindings, pairFindings } from '../plan/profile-pair.ts';
import { readProfileTexts, textsOfProfile } from '../plan/profile-values.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { SavedTarget } from '../wizard/target-to-save.ts';
import { openProfiles } from './profile/named.ts';

export type SaveTarget = (target: SavedTarget) => Promise<Result<null, Finding>>;

/** Writes where a move lands into its profile, and nothing else of it. */
export const targetSaver =
  (name: string, ports: Pick<Ports, 'files' | 'clock' | 'folders'>): SaveTarget =>
  async (target) => {
    const changed = await openProfiles(ports).change((profiles) => {
      const profile = profiles.get(name);
      if (!profile) return err([gone(name)]);
      const next = { ...profile, ...target };
      const against = whyNot(next);
      return against.length > 0 ? err(against) : ok({ profiles: new Map([...profiles, [name, next]]), value: null });
    });
    return changed.ok ? changed : err(changed.error[0] ?? gone(name));
  };

/** It is held to what every profile is held to. */
function whyNot(profile: Profile): readonly Finding[] {
  const read = readProfileTexts(profile.name, textsOfProfile(profile));
  if (!read.ok) return read.error;
  const findings = [...pairFindings(read.value), ...answerFindings(read.value)];
  return hasErrors(findings) ? findings : [];
}

const gone = (name: string): Finding =>
  finding({
    field: 'profile',
    code: 'profileGone',
    what: `Profile ${name} is not there any more, so nothing was saved.`,
    why: 'It was removed while this program ran.',
    next: [{ do: 'See the profiles there are.', who: 'you', command: 'crossorg profile list' }],
  });
