import type { Profile } from '../../plan/profile.ts';
import type { Ports } from '../../ports/ports.ts';
import { createLiveUses, type LiveUse } from '../../store/profile-live.ts';
import { createProfileStamps } from '../../store/profile-stamps.ts';
import type { LedgerEntry } from '../../wave/entry.ts';
import { profileHints } from '../../wizard/profile-hints.ts';
import type { Session } from '../../wizard/state.ts';

type Disk = Pick<Ports, 'files' | 'folders'>;
type Place = { profile: Profile | null; endpoint: string };

/** What a session is told by its profile: both tenants, what saves typing, and the word of the first live use. */
export async function profileSession(
  { profile, endpoint }: Place,
  ports: Disk & Pick<Ports, 'clock'>,
): Promise<Partial<Session>> {
  if (!profile) return {};
  const [word] = await Promise.all([targetWordOf({ profile, endpoint }, ports), stampUse(profile, ports)]);
  const { source, target } = profile;
  return {
    source: { tenantId: source.tenantId, name: source.name },
    target: { tenantId: target.tenantId, name: target.name },
    hints: profileHints(profile),
    ...(word === null ? {} : { targetWord: word }),
  };
}

/** The name of the target tenant, until a live submission with this profile was accepted there; null afterwards. */
export async function targetWordOf({ profile, endpoint }: Place, ports: Disk): Promise<string | null> {
  if (!profile) return null;
  const isKnown = await liveUses(ports).has(liveUseOf(profile, endpoint));
  return isKnown ? null : profile.target.name;
}

/** Hears of accepted submissions in a session, and remembers the first. */
export function noteLiveUse({ saved, targetWord, endpoint }: Session, ports: Disk): (entry: LedgerEntry) => void {
  let isNoted = saved === undefined || targetWord === undefined;
  return ({ kind }) => {
    if (isNoted || !saved || kind !== 'accepted') return;
    isNoted = true;
    liveUses(ports).note(liveUseOf(saved, endpoint));
  };
}

const liveUses = ({ files, folders }: Disk) => createLiveUses({ files, folder: folders.state });

const liveUseOf = ({ name, source, target }: Profile, endpoint: string): LiveUse => ({
  profile: name,
  sourceTenantId: source.tenantId,
  targetTenantId: target.tenantId,
  endpoint,
});

export const profileStamps = ({ files, folders }: Disk) => createProfileStamps({ files, folder: folders.state });

const stampUse = ({ name }: Profile, ports: Disk & Pick<Ports, 'clock'>): Promise<void> =>
  profileStamps(ports).note(name, ports.clock.now());
