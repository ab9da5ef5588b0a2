import type { Env } from '../ports/ports.ts';

/** Whether arrows and rules show as one cell each: not outside UTF-8, on the Linux console, or in East Asian locales. */
export function showsUnicode(env: Env, platform: string): boolean {
  if (platform === 'win32') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return /utf-?8/i.test(locale) && !/^(ja|ko|zh)/i.test(locale) && env.TERM !== 'linux';
}
