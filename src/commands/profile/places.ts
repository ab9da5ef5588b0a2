import type { Finding } from '../../plan/finding.ts';
import type { Profile, ProfileSide } from '../../plan/profile.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Mode } from '../../wave/entry.ts';
import type { Place } from '../../wizard/screens.ts';
import { openProfiles } from './named.ts';
import { profileStamps } from './session.ts';
import { profileStatus } from './status.ts';

type Around = { mode: Mode; zone: string };

/** The saved profiles as places, the last used first; and why others cannot be used. */
export async function profilePlaces(
  { mode, zone }: Around,
  ports: Ports,
): Promise<{ places: Place[]; findings: readonly Finding[] }> {
  const [{ profiles, broken, findings }, stamps] = await Promise.all([
    openProfiles(ports).read(),
    profileStamps(ports).read(),
  ]);
  const usedIn = (profile: Profile): number => stamps.get(profile.name) ?? 0;
  const ordered = [...profiles.values()].sort((a, b) => usedIn(b) - usedIn(a));
  const usedWords = wordsForUse(ports.clock.now(), zone);
  const places = ordered.map(
    async (profile): Promise<Place> => ({
      id: `profile:${profile.name}`,
      name: profile.name,
      about: `from ${profile.source.name} to ${profile.target.name}`,
      status: await profileStatus(profile, ports),
      mode,
      profile: profile.name,
      used: usedWords(stamps.get(profile.name)),
      facts: factsOf(profile),
    }),
  );
  return { places: await Promise.all(places), findings: [...findings, ...[...broken.values()].flat()] };
}

const dayMs = 86_400_000;

/** `used today`, `used yesterday`, `used 3 Nov`; with the year where it is another one. */
export function wordsForUse(now: number, zone: string): (at: number | undefined) => string {
  const date = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' });
  const [today, yesterday] = [date.format(now), date.format(now - dayMs)];
  return (at) => {
    if (at === undefined) return 'never used';
    const day = date.format(at);
    if (day === today) return 'used today';
    if (day === yesterday) return 'used yesterday';
    const year = ` ${today.split(' ').at(-1)}`;
    return `used ${day.endsWith(year) ? day.slice(0, -year.length) : day}`;
  };
}

function factsOf({ source, target, targetHost, targetOrgId, targetRule, window, zone, isReadOnly }: Profile) {
  const facts: Record<string, string | null> = {
    Source: sideText(source),
    Target: sideText(target),
    Host: targetHost,
    'Org id': targetHost === null ? targetOrgId : null,
    Rule: targetRule,
    Window: window && `${window} ${zone ?? ''}`.trim(),
    Mode: isReadOnly ? 'read-only: nothing is submitted' : null,
  };
  return Object.entries(facts).flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}

/** A tenant id is told apart by its ends. */
const sideText = ({ name, domains, tenantId }: ProfileSide): string =>
  [name, domains[0], `${tenantId.slice(0, 4)}..${tenantId.slice(-4)}`].filter((part) => part !== undefined).join(', ');
