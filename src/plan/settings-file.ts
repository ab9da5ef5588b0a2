import type { Finding } from './finding.ts';
import { brokenFile, type Json, readJsonFile, unknownKeys } from './json-file.ts';
import { err, ok, type Result } from './result.ts';
import { isKnownZone } from './zone.ts';

const noticeModes = ['auto', 'bell', 'off'] as const;
export type NoticeMode = (typeof noticeModes)[number];

/** What a person set once for all commands; null where nothing is said. */
export type SavedSettings = {
  line: boolean | null;
  ascii: boolean | null;
  colour: boolean | null;
  motion: boolean | null;
  notices: NoticeMode | null;
  timeZone: string | null;
};

type Kind = { is(value: unknown): boolean; form: string; example: string };

const truth: Kind = { is: (value) => typeof value === 'boolean', form: 'true or false', example: 'true' };

const kinds: Readonly<Record<keyof SavedSettings, Kind>> = {
  line: truth,
  ascii: truth,
  colour: truth,
  motion: truth,
  notices: {
    is: (value) => noticeModes.some((mode) => mode === value),
    form: noticeModes.join(', '),
    example: '"bell"',
  },
  timeZone: {
    is: (value) => typeof value === 'string' && isKnownZone(value),
    form: 'a time zone this computer knows',
    example: '"Europe/Berlin"',
  },
};

/** Reads the text of settings.json, exactly and without touching it. No file is one that says nothing. */
export function readSettingsFile(text: string | null, path: string): Result<SavedSettings, readonly Finding[]> {
  const file = text === null ? ok<Json>({}) : readJsonFile(text, path);
  if (!file.ok) return err([file.error]);
  const names = Object.keys(kinds) as (keyof SavedSettings)[];
  const wrong = names.filter(
    (name) => !kinds[name].is(file.value[name] ?? null) && (file.value[name] ?? null) !== null,
  );
  const findings = [
    ...unknownKeys(file.value, ['version', ...names], { at: '', path }),
    ...wrong.map((name) => wrongSetting(name, path)),
  ];
  return findings.length > 0 ? err(findings) : ok(settingsIn(file.value, names));
}

const settingsIn = (saved: Json, names: readonly (keyof SavedSettings)[]): SavedSettings =>
  Object.fromEntries(names.map((name) => [name, saved[name] ?? null])) as SavedSettings;

const wrongSetting = (name: keyof SavedSettings, path: string): Finding =>
  brokenFile(path, {
    code: 'settingValue',
    what: `${name}: it is not ${kinds[name].form}.`,
    why: 'A setting that cannot be read would be ignored, and somebody relies on it.',
    next: `Write for example "${name}": ${kinds[name].example}, or leave it out.`,
  });
