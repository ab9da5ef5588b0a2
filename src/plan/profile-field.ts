import type { AuthMethod } from './profile.ts';
import type { Read } from './profile-parse.ts';
import type { Choice } from './question.ts';

/** The values of a profile, one by one. Adding a key fails the build until `profile-fields.ts` has its field. */
export type ProfileValues = {
  sourceTenant: string;
  sourceName: string;
  sourceDomains: readonly string[];
  sourceHosts: readonly string[];
  targetTenant: string;
  targetName: string;
  targetDomains: readonly string[];
  targetHosts: readonly string[];
  targetHost: string | null;
  targetOrgId: string | null;
  targetLocation: string | null;
  targetRule: string | null;
  window: string | null;
  timeZone: string | null;
  auth: AuthMethod;
  clientId: string | null;
  targetClientId: string | null;
  authority: string | null;
  readOnly: boolean;
  budget: number | null;
  maxPending: number | null;
};

export type FieldId = keyof ProfileValues;

/** How a value stands in a file. */
export type FieldKind = 'text' | 'list' | 'number' | 'switch';

/** One value of a profile, as data: flags, prompts, files and output all go by it. */
export type ProfileField<V> = {
  /** Where it stands in a saved profile. */
  path: readonly [string, ...string[]];
  /** Without dashes. */
  flag: string;
  kind: FieldKind;
  label: string;
  /** A question of at most 60 characters. */
  prompt: string;
  example: string;
  help: string;
  isNeeded?: true;
  /** What holds where a profile says nothing, in words. */
  otherwise: string;
  choices?: readonly Choice[];
  /** The questions of a migration judge it again: a file may hold a text that no longer reads. */
  isAnswer?: true;
  read: Read<V>;
  /** The text that reads as this value; empty for none. */
  text(value: V): string;
};

export type Fields<K extends FieldId> = { readonly [I in K]: ProfileField<ProfileValues[I]> };

export const plain = (value: string | number | null): string => (value === null ? '' : String(value));
