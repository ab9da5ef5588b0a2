import { authMethods } from '../../plan/profile.ts';
import type { Ports } from '../../ports/ports.ts';
import { isObject, parsed, type Section } from './section.ts';

type Needs = { ports: Pick<Ports, 'files' | 'folders'>; mark: (text: string) => string };

/** Saved pairs of tenants: how they sign in and what they fill in; names and tenants as marks that only fit this bundle. */
export async function profilesSection({ ports: { files, folders }, mark }: Needs): Promise<Section> {
  const text = await files.read(files.join(folders.config, 'profiles.json'));
  const profiles = [...profilesIn(parsed(text))];
  return {
    title: 'Profiles',
    lines: [...unlessJson(text), ...profiles.map((profile, index) => `${index + 1}. ${wordsOf(profile, mark)}`)],
    files: text === null ? [] : [{ name: 'profiles.json', lines: profiles.length }],
    hidden: [
      { what: 'names of profiles, and ids of tenants, as marks', count: profiles.length * 3 },
      { what: 'names, domains, hosts and app ids of profiles', count: profiles.length },
    ],
  };
}

const unlessJson = (text: string | null): string[] =>
  text !== null && parsed(text) === null ? ['The file cannot be read.'] : [];

type Saved = Record<string, unknown> & { source: Record<string, unknown>; target: Record<string, unknown> };

/** Wherever in the file they stand: its form may be of another version. */
function* profilesIn(value: unknown, name = '', depth = 0): Generator<Saved> {
  if (typeof value !== 'object' || value === null || depth > 4) return;
  if (isObject(value) && isObject(value.source) && isObject(value.target)) yield { name, ...value } as unknown as Saved;
  else for (const [key, inner] of Object.entries(value)) yield* profilesIn(inner, key, depth + 1);
}

function wordsOf(profile: Saved, mark: Needs['mark']): string {
  const { name, source, target, auth, authority, limits } = profile;
  const marked = (value: unknown) => (typeof value === 'string' ? mark(value) : 'none');
  const filled = ['targetHost', 'targetOrgId', 'targetLocation', 'targetRule', 'window', 'zone'].filter(
    (field) => typeof profile[field] === 'string',
  );
  return [
    marked(name),
    `source ${marked(source.tenantId)}`,
    `target ${marked(target.tenantId)}`,
    `auth ${authMethods.find((method) => method === auth) ?? 'unknown'}`,
    ...(profile.isReadOnly === true ? ['read only'] : []),
    ...(typeof authority === 'string' ? ['an authority of its own'] : []),
    `fills in ${filled.join(', ') || 'nothing'}`,
    ...(isObject(limits) ? Object.entries(limits).flatMap(limitOf) : []),
  ].join('; ');
}

const limitOf = ([name, value]: [string, unknown]): string[] =>
  /^(budget|maxPending)$/.test(name) && typeof value === 'number' ? [`${name} ${value}`] : [];

/** Saved settings by name; only what is on or off is told. */
export async function settingsSection({ files, folders }: Needs['ports']): Promise<Section> {
  const text = await files.read(files.join(folders.config, 'settings.json'));
  const saved = parsed(text);
  const entries = isObject(saved) ? Object.entries(saved).filter(([name]) => /^[a-z][A-Za-z]{1,24}$/.test(name)) : [];
  const told = ([name, value]: [string, unknown]) =>
    typeof value === 'boolean' ? `${name}: ${value}` : `${name} is set`;
  return {
    title: 'Settings',
    lines: [...unlessJson(text), ...entries.map(told)],
    files: text === null ? [] : [{ name: 'settings.json', lines: entries.length }],
    hidden: [{ what: 'values of settings', count: entries.filter(([, value]) => typeof value !== 'boolean').length }],
  };
}
