import { profileSchema } from './profile-schema.ts';
import type { SaveFile } from './profile-store.ts';

/** Writes profiles.json by conf, which checks the form, syncs, and renames a finished file into place. */
export const saveProfiles: SaveFile = async (folder, file) => {
  const { default: Conf } = await import('conf');
  const store = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'profiles',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    // It only writes: what was there was read, exactly, before, and may have the form of an older version.
    deserialize: () => ({}),
    ...profileSchema(),
  });
  store.store = { ...file };
};
