import type { ProfileWork } from '../profile.ts';
import { profilesDocument } from './document.ts';
import { openProfiles } from './named.ts';
import { wordsForUse } from './places.ts';
import { profileStamps } from './session.ts';
import { profileStatus } from './status.ts';

/** All profiles, the last used first. One that is broken is told of, and hides no other. */
export async function listProfiles({ settings, ports, console }: ProfileWork): Promise<number> {
  const [{ profiles, broken, findings }, stamps] = await Promise.all([
    openProfiles(ports).read(),
    profileStamps(ports).read(),
  ]);
  if (findings.length > 0) return console.fail(findings);
  const listed = [...profiles.values()]
    .map((profile) => ({ profile, usedAt: stamps.get(profile.name) }))
    .sort((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0));
  const used = wordsForUse(ports.clock.now(), settings.zone);
  const rows = await Promise.all(
    listed.map(async ({ profile, usedAt }) => [
      profile.name,
      `${profile.source.name} to ${profile.target.name}`,
      await profileStatus(profile, ports),
      used(usedAt),
    ]),
  );
  const all = [...rows, ...[...broken.keys()].map((name) => [name, 'cannot be used', '', ''])];
  console.output.text(all.length === 0 ? nothingYet : inColumns(all));
  const wrong = [...broken.values()].flat();
  console.findings(wrong);
  console.output.finish(profilesDocument(listed, { findings: wrong }), ports.clock.now());
  return 0;
}

const nothingYet = 'No profile has been saved yet. crossorg profile new NAME saves one.';

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
