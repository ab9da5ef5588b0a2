import { nameMissing, type ProfileWork } from '../profile.ts';
import { profileDocument, shownValues, valueLines } from './document.ts';
import { openProfiles, profileIn } from './named.ts';

/** Every value of one profile, and where it comes from. */
export async function showProfile({ names, ports, console }: ProfileWork): Promise<number> {
  const read = await openProfiles(ports).read();
  const only = read.profiles.size === 1 && read.broken.size === 0 ? [...read.profiles.keys()][0] : undefined;
  const name = names[0] ?? only;
  if (name === undefined) return console.fail(read.findings.length > 0 ? read.findings : [nameMissing('show')]);
  const profile = profileIn(read, name);
  if (!profile.ok) return console.fail(profile.error);
  const width = Math.min(100, Math.max(60, (ports.streams.out.columns || 80) - 1));
  console.output.text([`Profile ${profile.value.name}`, ...valueLines(shownValues(profile.value), width)]);
  console.output.finish(profileDocument(profile.value), ports.clock.now());
  return 0;
}
