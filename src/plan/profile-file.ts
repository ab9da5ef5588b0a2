import type { Finding } from './finding.ts';
import { brokenFile, isJson, type Json, type Migration, noObject, readJsonFile, unknownKeys } from './json-file.ts';
import { quoted } from './parse/readable.ts';
import type { Profile } from './profile.ts';
import type { ProfileValues } from './profile-field.ts';
import { fieldAt, fieldIds } from './profile-fields.ts';
import { pairFindings } from './profile-pair.ts';
import { readValues } from './profile-value.ts';
import { profileOf, valueAt } from './profile-values.ts';
import { err, ok, type Result } from './result.ts';

/** What a file of profiles holds. One that cannot be used does not hide the others. */
export type ProfilesRead = {
  profiles: ReadonlyMap<string, Profile>;
  /** By name, why a profile cannot be used. */
  broken: ReadonlyMap<string, readonly Finding[]>;
  /** About the file as a whole; nothing else is known then. */
  findings: readonly Finding[];
};

/** None yet: there has been no other form of the file. */
const profileMigrations: readonly Migration[] = [];

/** A profile's name becomes part of file names and of command lines. */
export const isProfileName = (name: string): boolean => /^[a-z0-9][a-z0-9_-]{0,39}$/i.test(name);

/** Reads the text of a file of profiles, exactly and without touching it. No file is one without profiles. */
export function readProfiles(
  text: string | null,
  path: string,
  steps: readonly Migration[] = profileMigrations,
): ProfilesRead {
  const file = text === null ? ok<Json>({ profiles: {} }) : readJsonFile(text, path, steps);
  if (!file.ok) return allBroken([file.error]);
  const strangers = unknownKeys(file.value, ['version', 'profiles'], { at: '', path });
  const saved = file.value.profiles ?? {};
  if (!isJson(saved)) return allBroken([noObject('profiles', path), ...strangers]);
  if (strangers.length > 0) return allBroken(strangers);
  const profiles = new Map<string, Profile>();
  const broken = new Map<string, readonly Finding[]>();
  for (const [name, value] of Object.entries(saved)) {
    const profile = readProfile(name, value, path);
    const other = lookAlike(name, Object.keys(saved));
    if (!profile.ok) broken.set(name, profile.error);
    else if (other !== undefined) broken.set(name, [alike(name, other, path)]);
    else profiles.set(name, profile.value);
  }
  return { profiles, broken, findings: [] };
}

const allBroken = (findings: readonly Finding[]): ProfilesRead => ({
  profiles: new Map(),
  broken: new Map(),
  findings,
});

function readProfile(name: string, saved: unknown, path: string): Result<Profile, readonly Finding[]> {
  const at = `profiles.${isProfileName(name) ? name : quoted(name)}`;
  if (!isProfileName(name)) return err([badName(at, path)]);
  if (!isJson(saved)) return err([noObject(at, path)]);
  const values = readValues(saved, { at, path });
  if (!values.ok) return values;
  const profile = profileOf(name, values.value as ProfileValues);
  const clashes = pairFindings(profile).map(({ code, what, why }) =>
    brokenFile(path, { code, what: `${at}: ${what}`, why }),
  );
  return clashes.length > 0 ? err(clashes) : ok(profile);
}

/** Another name that differs in capitals only: the two would share a folder, and people take one for the other. */
export const lookAlike = (name: string, names: readonly string[]): string | undefined =>
  names.find((one) => one !== name && one.toLowerCase() === name.toLowerCase());

const alike = (name: string, other: string, path: string): Finding =>
  brokenFile(path, {
    code: 'profileName',
    what: `profiles.${name}: it differs from ${quoted(other)} in capitals only.`,
    why: 'One would be taken for the other.',
    next: 'Give one of them another name.',
  });

const badName = (at: string, path: string): Finding =>
  brokenFile(path, { code: 'profileName', what: `${at}: it cannot be the name of a profile.`, why: nameRule });

export const nameRule =
  'A name has letters, digits, - and _, begins with a letter or digit, and has at most 40 characters.';

/** A profile as the file has it; what it does not say is left out. */
function savedForm(profile: Profile): Json {
  const saved: Record<string, unknown> = {};
  for (const id of fieldIds) {
    const { path, text } = fieldAt(id);
    const value = valueAt(profile, path);
    if (text(value) !== '') put(saved, path, value);
  }
  return saved;
}

function put(root: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (first === undefined) return;
  if (rest.length === 0) root[first] = value;
  else {
    root[first] ??= {};
    put(root[first] as Record<string, unknown>, rest, value);
  }
}

/** The whole file, in the version of this program. */
export const fileOf = (profiles: Iterable<Profile>, steps: readonly Migration[] = profileMigrations): Json => ({
  version: steps.length + 1,
  profiles: Object.fromEntries([...profiles].map((profile) => [profile.name, savedForm(profile)])),
});
