import { posix, win32 } from 'node:path';
import type { Env, Folders } from './ports.ts';

type Around = { platform: string; env: Env; home: string; cwd: string };

/** Where settings and the ledger live: as CROSSORG_CONFIG_DIR and CROSSORG_STATE_DIR say, else the platform's own place. */
export function foldersFor(around: Around): Folders {
  const { env, platform, cwd } = around;
  const { resolve } = platform === 'win32' ? win32 : posix;
  const usual = usualFolders(around);
  return {
    config: env.CROSSORG_CONFIG_DIR ? resolve(cwd, env.CROSSORG_CONFIG_DIR) : usual.config,
    state: env.CROSSORG_STATE_DIR ? resolve(cwd, env.CROSSORG_STATE_DIR) : usual.state,
  };
}

function usualFolders({ platform, env, home }: Around): Folders {
  switch (platform) {
    case 'win32':
      return {
        config: win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'crossorg'),
        state: win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'crossorg', 'state'),
      };
    case 'darwin':
      return {
        config: posix.join(home, 'Library', 'Application Support', 'crossorg'),
        state: posix.join(home, 'Library', 'Application Support', 'crossorg', 'state'),
      };
    default:
      return {
        config: posix.join(absolute(env.XDG_CONFIG_HOME) ?? posix.join(home, '.config'), 'crossorg'),
        state: posix.join(absolute(env.XDG_STATE_HOME) ?? posix.join(home, '.local', 'state'), 'crossorg'),
      };
  }
}

/** The XDG specification wants relative paths ignored. */
const absolute = (path: string | undefined): string | undefined => (path && posix.isAbsolute(path) ? path : undefined);
