import type { Files } from '../ports/ports.ts';
import { isObject } from './shape.ts';
import { isStorageFault } from './storage-fault.ts';

/** Where a profile was used live: another target, or another Graph, is another first time. */
export type LiveUse = { profile: string; sourceTenantId: string; targetTenantId: string; endpoint: string };

/** Which profiles were used live. What gets lost here is asked once more; nothing may be here that did not happen. */
export type LiveUses = {
  has(use: LiveUse): Promise<boolean>;
  /** On disk when it returns; a disk that refuses is no reason to stop a move that was accepted. */
  note(use: LiveUse): void;
};

type Needs = { files: Pick<Files, 'read' | 'append' | 'join'>; folder: string };

/** One line for each, only ever added: processes that write at once do not lose each other's. */
export function createLiveUses({ files, folder }: Needs): LiveUses {
  const path = files.join(folder, 'live-uses.ndjson');
  return {
    has: async (use) => {
      const text = await orWhenUnusable(() => files.read(path), null);
      return (text ?? '').split('\n').some((line) => isSame(parse(line), use));
    },
    note: (use) => {
      try {
        files.append(path, `${JSON.stringify(formOf(use))}\n`);
      } catch (fault) {
        if (!isStorageFault(fault)) throw fault;
      }
    },
  };
}

const formOf = ({ profile, sourceTenantId, targetTenantId, endpoint }: LiveUse): LiveUse => ({
  profile,
  sourceTenantId,
  targetTenantId,
  endpoint,
});

const isSame = (saved: Record<string, unknown>, use: LiveUse): boolean =>
  Object.entries(formOf(use)).every(([key, value]) => saved[key] === value);

/** A line that was cut by a crash says nothing. */
function parse(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

async function orWhenUnusable<T, E>(work: () => Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await work();
  } catch (fault) {
    if (isStorageFault(fault)) return otherwise;
    throw fault;
  }
}
