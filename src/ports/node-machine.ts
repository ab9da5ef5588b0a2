import { setFlagsFromString } from 'node:v8';
import type { Machine } from './ports.ts';

type Os = Pick<typeof import('node:os'), 'hostname' | 'userInfo'>;

/** This computer. Names and locale are looked up when they are asked for. */
export const createNodeMachine = (
  { platform, env, versions, cwd }: Pick<NodeJS.Process, 'platform' | 'env' | 'versions' | 'cwd'>,
  os: Os,
): Machine => ({
  platform,
  node: versions.node,
  // The engine would let the space for short-lived values grow to some 50 MB, whatever is done with it.
  saveMemory: () => setFlagsFromString('--semi-space-growth-factor=1'),
  get cwd() {
    return cwd();
  },
  get name() {
    return os.hostname();
  },
  get user() {
    return userName(os, env);
  },
  get zone() {
    return zoneName();
  },
  get locale() {
    return new Intl.DateTimeFormat().resolvedOptions().locale;
  },
});

/** In a container the user id may have no name; then the environment may know one. */
function userName(os: Os, env: NodeJS.ProcessEnv): string {
  try {
    return os.userInfo().username;
  } catch {
    return env.USER || env.USERNAME || 'unknown';
  }
}

/** UTC where the system names a zone that nobody knows. */
function zoneName(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return !timeZone || timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
}
