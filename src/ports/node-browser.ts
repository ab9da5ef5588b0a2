import { isOn } from './is-on.ts';
import type { Browser, Env } from './ports.ts';

/** The system's own browser. Where a window would open on nobody's screen, none is opened. */
export const createNodeBrowser = (platform: string, env: Env): Browser => ({
  open: async (address) => {
    if (!hasScreen(platform, env) || !/^https:\/\//i.test(address)) return false;
    try {
      const { default: open } = await import('open');
      await open(address);
      return true;
    } catch {
      return false;
    }
  },
});

/** Whether a window would appear in front of the person: not over SSH, in a build or without a desktop. */
export function hasScreen(platform: string, env: Env): boolean {
  if (env.SSH_CONNECTION || env.SSH_TTY || env.SSH_CLIENT || isOn(env.CI)) return false;
  if (platform === 'win32' || platform === 'darwin' || env.WSL_DISTRO_NAME) return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
