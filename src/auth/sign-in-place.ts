import { hashOf } from '../plan/id.ts';
import type { Ports } from '../ports/ports.ts';
import { authorityBase, type SignInAsk } from './sign-in-ask.ts';

/** Where one sign-in is kept: nothing is shared between profiles, sides or authorities. */
export type SignInPlace = {
  folder: string;
  /** Files of the side begin so, whatever authority they are of. */
  prefix: string;
  path: string;
  lockPath: string;
  /** The name of its key in the keystore. */
  keyName: string;
};

type Around = Pick<Ports, 'files' | 'folders'>;

/** The folder of a profile's sign-ins. Its name is hashed: file systems take names apart in their own ways. */
const folderOf = (profile: string, { files, folders }: Around): string =>
  files.join(folders.state, 'sign-in', hashOf({ profile }).slice(0, 16));

/** Null where no profile is named: an app in the environment keeps nothing. */
export function placeOf(ask: SignInAsk, around: Around): SignInPlace | null {
  const { profile, side } = ask;
  if (profile === null) return null;
  const authority = authorityBase(ask);
  const folder = folderOf(profile, around);
  const prefix = `${side}-`;
  const name = `${prefix}${hashOf({ authority }).slice(0, 16)}`;
  const { state } = around.folders;
  return {
    folder,
    prefix,
    path: around.files.join(folder, `${name}.json`),
    lockPath: around.files.join(folder, `${name}.lock`),
    keyName: `${profile} ${side} ${hashOf({ state, profile, side, authority }).slice(0, 16)}`,
  };
}
