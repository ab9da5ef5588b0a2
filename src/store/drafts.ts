import type { Typed } from '../plan/typed.ts';
import type { Files } from '../ports/ports.ts';
import { hideSecrets } from '../problems/secrets.ts';

/** What was typed for one migration that was not submitted. */
export type Draft = { id: string; at: number; endpoint: string; typed: Typed };

export type DraftStore = {
  /** Newest first; what cannot be read is left alone and left out. */
  list(): Promise<readonly Draft[]>;
  read(id: string): Promise<Draft | null>;
  /** Keeps the drafts of one migration, one write after the other. */
  keeper(id: string, endpoint: string): DraftKeeper;
};

export type DraftKeeper = { save(typed: Typed): Promise<void>; drop(): Promise<void> };

type Needs = { files: Pick<Files, 'read' | 'write' | 'remove' | 'list' | 'join'>; folder: string; now: () => number };

const form = 'crossorg-draft/1';

/** One small file (0600) for each migration that somebody began. Simulated and live ones never share a folder. */
export function createDraftStore({ files, folder, now }: Needs): DraftStore {
  const pathOf = (id: string) => files.join(folder, `${id}.json`);
  const read = async (id: string): Promise<Draft | null> =>
    isDraftId(id) ? parseDraft(id, await files.read(pathOf(id))) : null;
  return {
    read,
    list: async () => {
      const names = (await files.list(folder)).filter((name) => name.endsWith('.json'));
      const drafts = await Promise.all(names.map((name) => read(name.slice(0, -'.json'.length))));
      return drafts.filter((draft) => draft !== null).sort((a, b) => b.at - a.at);
    },
    keeper: (id, endpoint) => {
      let last = Promise.resolve();
      const queue = (work: () => Promise<void>) => {
        last = last.then(work, work);
        return last;
      };
      return {
        save: (typed) =>
          queue(() => files.write(pathOf(id), JSON.stringify({ form, at: now(), endpoint, typed: discreet(typed) }))),
        drop: () => queue(() => files.remove(pathOf(id))),
      };
    },
  };
}

/** A token that was pasted into the wrong field is not kept. */
const discreet = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([id, entry]) => [id, { ...entry, text: hideSecrets(entry.text) }]));

/** Only such a text becomes part of a file name. */
const isDraftId = (id: string): boolean => /^[\w-]{1,64}$/.test(id);

function parseDraft(id: string, text: string | null): Draft | null {
  try {
    const saved: unknown = JSON.parse(text ?? 'null');
    if (typeof saved !== 'object' || saved === null || !('form' in saved) || saved.form !== form) return null;
    const { at, endpoint, typed } = saved as unknown as Draft;
    return typeof at === 'number' && typeof endpoint === 'string' && isTyped(typed)
      ? { id, at, endpoint, typed }
      : null;
  } catch {
    return null;
  }
}

const isTyped = (typed: unknown): typed is Typed =>
  typeof typed === 'object' &&
  typed !== null &&
  Object.values(typed).every((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return false;
    return 'text' in entry && typeof entry.text === 'string' && 'origin' in entry && typeof entry.origin === 'string';
  });
