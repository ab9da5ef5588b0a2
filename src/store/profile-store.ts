import type { Finding } from '../plan/finding.ts';
import { finding } from '../plan/finding.ts';
import type { Json } from '../plan/json-file.ts';
import type { Profile } from '../plan/profile.ts';
import { fileOf, type ProfilesRead, readProfiles } from '../plan/profile-file.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Clock, Files } from '../ports/ports.ts';
import { type Lock, takeLock } from './lock.ts';
import { isStorageFault } from './storage-fault.ts';

/** Puts the whole file in place, atomically and readable by its owner only. */
export type SaveFile = (folder: string, file: Json) => Promise<void>;

export type ProfileStore = {
  /** Where the file is, whether it is there or not. */
  path: string;
  /** Plain JSON, read as it is: on the way to the first frame nothing else is loaded. */
  read(): Promise<ProfilesRead>;
  /**
   * Hands over all profiles and saves what comes back, while no other process writes. A file with anything wrong in it is
   * not touched: what cannot be read could not be written back either.
   */
  change<T>(work: (profiles: ReadonlyMap<string, Profile>) => Change<T>): Promise<Result<T, readonly Finding[]>>;
};

/** The profiles as they shall be, or why nothing shall change. */
export type Change<T> = Result<{ profiles: ReadonlyMap<string, Profile>; value: T }, readonly Finding[]>;

type Needs = {
  files: Pick<Files, 'read' | 'database' | 'join'>;
  clock: Clock;
  folder: string;
  save: SaveFile;
};

/** A write takes milliseconds; whoever holds the lock for longer is stuck. */
const patienceMs = 5_000;

export function createProfileStore({ files, clock, folder, save }: Needs): ProfileStore {
  const path = files.join(folder, 'profiles.json');
  const read = async (): Promise<ProfilesRead> => {
    try {
      return readProfiles(await files.read(path), path);
    } catch (fault) {
      if (!isStorageFault(fault)) throw fault;
      return { profiles: new Map(), broken: new Map(), findings: [unusable(path, fault)] };
    }
  };
  return {
    path,
    read,
    change: async (work) => {
      try {
        const lock = await takeLock({ files, clock }, files.join(folder, 'profiles.lock'), patienceMs);
        return lock === null ? err([busy(path)]) : await release(lock, () => changeLocked(work));
      } catch (fault) {
        if (isStorageFault(fault)) return err([unusable(path, fault)]);
        throw fault;
      }
    },
  };

  async function changeLocked<T>(work: Parameters<typeof changeFile<T>>[1]): Promise<Result<T, readonly Finding[]>> {
    return changeFile(await read(), work, (file) => save(folder, file));
  }
}

async function changeFile<T>(
  { profiles, broken, findings }: ProfilesRead,
  work: (profiles: ReadonlyMap<string, Profile>) => Change<T>,
  save: (file: Json) => Promise<void>,
): Promise<Result<T, readonly Finding[]>> {
  const wrong = [...findings, ...[...broken.values()].flat()];
  if (wrong.length > 0) return err(wrong);
  const changed = work(profiles);
  if (!changed.ok) return changed;
  if (changed.value.profiles !== profiles) await save(fileOf(changed.value.profiles.values()));
  return ok(changed.value.value);
}

async function release<T>(lock: Lock, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    lock.release();
  }
}

const busy = (path: string): Finding =>
  finding(
    {
      field: 'profile',
      code: 'profilesBusy',
      what: 'Another crossorg is writing the profiles, so nothing was changed.',
      why: `Only one at a time may write ${path}.`,
      next: 'Wait until it is done, then repeat.',
    },
    { from: 'program' },
  );

const unusable = (path: string, { message }: Error): Finding =>
  finding(
    {
      field: 'profile',
      code: 'profilesUnusable',
      what: 'The file of profiles cannot be read or written.',
      why: `It is ${path}. The system says: ${message}.`,
      next: 'Check that this account may read and write there, or set CROSSORG_CONFIG_DIR to another folder.',
    },
    { from: 'program' },
  );
