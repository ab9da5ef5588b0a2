import { type Finding, finding } from '../plan/finding.ts';
import { err, type Result } from '../plan/result.ts';
import { readSettingsFile, type SavedSettings } from '../plan/settings-file.ts';
import type { Ports } from '../ports/ports.ts';
import { isStorageFault } from '../store/storage-fault.ts';

/** What a person wrote into settings.json. One that cannot be read is told of: somebody relies on it. */
export async function savedSettings({
  files,
  folders,
}: Pick<Ports, 'files' | 'folders'>): Promise<Result<SavedSettings, readonly Finding[]>> {
  const path = files.join(folders.config, 'settings.json');
  try {
    return readSettingsFile(await files.read(path), path);
  } catch (fault) {
    if (!isStorageFault(fault)) throw fault;
    return err([unreadable(path, fault)]);
  }
}

const unreadable = (path: string, { message }: Error): Finding =>
  finding(
    {
      field: 'program',
      code: 'settingsUnreadable',
      what: 'The file of settings cannot be read.',
      why: `It is ${path}. The system says: ${message}.`,
      next: 'Check that this account may read it, or set CROSSORG_CONFIG_DIR to another folder.',
    },
    { from: 'program' },
  );
