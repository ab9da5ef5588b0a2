import type { Files, Ports } from '../../ports/ports.ts';
import { type Hidden, sumHidden } from './section.ts';

const deepest = 4;

/** Every file in the folders of crossorg that the bundle does not touch, counted by what it is. */
export async function leftOutFiles({ files, folders }: Pick<Ports, 'files' | 'folders'>): Promise<Hidden[]> {
  const paths = new Set([...(await below(files, folders.state, '')), ...(await below(files, folders.config, ''))]);
  return sumHidden([...paths].flatMap((path) => kindOf(path) ?? []).map((what) => ({ what, count: 1 })));
}

/** Paths from a folder on. What has nothing below it is a file; an empty folder counts as one, and does no harm. */
async function below(files: Pick<Files, 'list' | 'join'>, folder: string, path: string, depth = 0): Promise<string[]> {
  const names = depth > deepest ? [] : await files.list(folder);
  if (names.length === 0) return path === '' ? [] : [path];
  const inner = await Promise.all(
    names.map((name) => below(files, files.join(folder, name), path === '' ? name : `${path}/${name}`, depth + 1)),
  );
  return inner.flat();
}

/** What a file is that is left out; null for those that the bundle tells of. */
function kindOf(path: string): string | null {
  if (/(^|\/)(logs\/|runs\/r-|crash-|profiles\.json$|settings\.json$)/.test(path)) return null;
  if (/(^|\/)drafts\//.test(path)) return 'drafts';
  if (/(^|\/)(locks\/|.*\.lock$)/.test(path)) return 'locks';
  if (/(^|\/)world\.sqlite/.test(path)) return "the simulator's world";
  if (/(^|\/)sign-in\//.test(path)) return 'kept sign-ins';
  return 'other files';
}
