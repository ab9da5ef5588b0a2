import type { Face } from '../../frontends/output.ts';
import type { Profile } from '../../plan/profile.ts';
import { modeOf } from '../mode.ts';
import type { Settings } from '../settings.ts';

/** Which tenants a sign-in is about. */
export function signInFace(settings: Settings, { name, source, target }: Profile): Face {
  const faceOf = ({ tenantId, name: label }: Profile['source']) => ({ tenantId, name: label });
  return { mode: modeOf(settings), profile: name, source: faceOf(source), target: faceOf(target) };
}

export const timeOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const places = {
  keystore: "the keystore of this computer, under this profile's name only",
  file: 'a plain file that only your account on this computer can read',
  memory: 'the memory of this command only',
  environment: 'the environment of this command',
} as const;

export type StorageWord = keyof typeof places;

/** Where the token is, in words. */
export const storageWords = (storage: StorageWord): string => places[storage];

/** The permissions a line each: their names are long. */
export const permissionLines = (scopes: readonly string[], none: string): string[] =>
  (scopes.length === 0 ? [none] : scopes).map((scope, at) => `  ${(at === 0 ? 'Permissions' : '').padEnd(13)}${scope}`);
