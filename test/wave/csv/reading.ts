import { sheetOptions } from '../../../src/commands/wave/sheet.ts';
import type { Finding } from '../../../src/plan/finding.ts';
import type { Profile } from '../../../src/plan/profile.ts';
import { type Typed, typedAs } from '../../../src/plan/typed.ts';
import { readSheet, type Sheet, type SheetOptions } from '../../../src/wave/csv/sheet.ts';
import type { Session } from '../../../src/wizard/state.ts';

/** Sat 5 Dec 2026, 12:00 UTC. */
export const noon = Date.UTC(2026, 11, 5, 12);

export type Place = {
  zone?: string;
  now?: number;
  profile?: Profile;
  /** What flags say for all lines. */
  flags?: Parameters<typeof typedAs>[1];
  isIdentityMap?: boolean;
};

const session: Session = {
  mode: 'live',
  endpoint: 'https://graph.microsoft.com/beta',
  profile: null,
  source: { tenantId: null, name: null },
  target: { tenantId: null, name: null },
  zone: 'Europe/Berlin',
  account: null,
  change: null,
  hints: null,
};

/** How a file is read by the command, in a place. */
export function optionsIn({
  zone = 'Europe/Berlin',
  now = noon,
  profile,
  flags = {},
  isIdentityMap = false,
}: Place = {}): SheetOptions {
  const typed: Typed = typedAs('flag', flags);
  const here: Session = { ...session, zone, ...(profile ? { saved: profile, profile: profile.name } : {}) };
  return sheetOptions({ session: here, now, flags: typed, isIdentityMap });
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (file: string | Uint8Array, place: Place = {}): Sheet =>
  readSheet(typeof file === 'string' ? bytesOf(file) : file, optionsIn(place));

/** Everything that is said about a file, its own findings first. */
export const findingsIn = ({ findings, rows }: Sheet): Finding[] => [
  ...findings,
  ...rows.flatMap((row) => row.findings),
];

/** The text of a file in another encoding, with or without its mark. */
export function encoded(text: string, form: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252', mark: boolean) {
  const all = mark ? `\ufeff${text}` : text;
  if (form === 'utf-8') return bytesOf(all);
  if (form === 'windows-1252') return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const words = Array.from({ length: all.length }, (_, at) => all.charCodeAt(at));
  return Uint8Array.from(
    words.flatMap((word) => (form === 'utf-16le' ? [word & 255, word >> 8] : [word >> 8, word & 255])),
  );
}
