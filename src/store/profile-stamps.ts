import type { Files } from '../ports/ports.ts';
import { isObject } from './shape.ts';
import { isStorageFault } from './storage-fault.ts';

/** When profiles were used last, for the order on the welcome screen. A stamp that gets lost harms nobody. */
export type ProfileStamps = {
  /** Milliseconds since 1970, by profile. */
  read(): Promise<ReadonlyMap<string, number>>;
  note(profile: string, at: number): Promise<void>;
};

type Needs = { files: Pick<Files, 'read' | 'write' | 'join'>; folder: string };

/** A stamp is not written anew within a minute: scripts ask for status often. */
const sameMs = 60_000;

export function createProfileStamps({ files, folder }: Needs): ProfileStamps {
  const path = files.join(folder, 'profiles-used.json');
  const read = async (): Promise<ReadonlyMap<string, number>> => {
    try {
      return stampsIn(await files.read(path));
    } catch (fault) {
      if (isStorageFault(fault)) return new Map();
      throw fault;
    }
  };
  return {
    read,
    note: async (profile, at) => {
      const known = await read();
      if (Math.abs(at - (known.get(profile) ?? 0)) < sameMs) return;
      try {
        await files.write(path, JSON.stringify(Object.fromEntries([...known, [profile, at]])));
      } catch (fault) {
        if (!isStorageFault(fault)) throw fault;
      }
    },
  };
}

function stampsIn(text: string | null): Map<string, number> {
  try {
    const saved: unknown = JSON.parse(text ?? '{}');
    const entries = isObject(saved) ? Object.entries(saved) : [];
    return new Map(entries.flatMap(([name, at]) => (typeof at === 'number' ? [[name, at] as const] : [])));
  } catch {
    return new Map();
  }
}
