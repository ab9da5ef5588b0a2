import type { SavedSettings } from '../plan/settings-file.ts';
import { isOn } from '../ports/is-on.ts';
import type { Ports } from '../ports/ports.ts';
import type { LineReason } from './lines.ts';

/** What turns line mode on; null where nothing does. A variable that says no stands above the saved setting. */
export function lineReason(
  { flags }: { flags: Readonly<Record<string, unknown>> },
  env: Ports['env'],
  saved: SavedSettings | null,
): LineReason | null {
  if (flags.line === true) return '--line';
  if (isOn(env.CROSSORG_LINE)) return 'CROSSORG_LINE';
  if (isOn(env.ACCESSIBLE)) return 'ACCESSIBLE';
  if (env.TERM === 'dumb') return 'TERM=dumb';
  return env.CROSSORG_LINE === undefined && saved?.line === true ? 'setting' : null;
}

/** Whoever asked for lines by name may write the answers into a pipe; a terminal's own manner allows no such thing. */
export const mayPipe = (reason: LineReason | null): boolean => reason === '--line' || reason === 'CROSSORG_LINE';
