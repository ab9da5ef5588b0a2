import type { Ports } from '../../ports/ports.ts';
import { runIds } from '../../store/run-place.ts';
import { modeOf } from '../mode.ts';
import { runFolders } from '../run-folders.ts';

/** The newest runs, by the names of their files: none is opened. */
export async function runNames(
  { files, folders, clock, random }: Pick<Ports, 'files' | 'folders' | 'clock' | 'random'>,
  place: { simulator: boolean; graphUrl: string | null },
): Promise<string[]> {
  const folder = files.join(folders.state, ...runFolders[modeOf(place)]);
  return (await runIds({ files, clock, random, folder })).slice(0, most);
}

const most = 50;
