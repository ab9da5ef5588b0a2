import { type Finding, finding } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { closest } from './closest.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { argvOf, readSettings, type Settings, textFlag } from './settings.ts';

/** What an action of `crossorg profile` is given. */
export type ProfileWork = {
  raw: Raw;
  /** The words after the action. */
  names: readonly string[];
  settings: Settings;
  ports: Ports;
  console: Console;
};

type Action = (work: ProfileWork) => Promise<number>;

const actions: Readonly<Record<string, () => Promise<Action>>> = {
  list: async () => (await import('./profile/list.ts')).listProfiles,
  show: async () => (await import('./profile/show.ts')).showProfile,
  new: async () => (await import('./profile/write.ts')).newProfile,
  edit: async () => (await import('./profile/write.ts')).editProfile,
  remove: async () => (await import('./profile/remove.ts')).removeProfile,
  export: async () => (await import('./profile/export.ts')).exportProfiles,
  import: async () => (await import('./profile/import.ts')).importProfiles,
};

/** Saved pairs of tenants: listed, shown, made, changed, removed, carried to another computer. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const [word = 'list', ...rest] = raw.args;
  const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
  if (!action) return refuse([unknownAction(word)], 2, argvOf(raw), ports);
  const settings = await readSettings(withoutProfile(raw), withoutProfileOfEnv(ports));
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const tooMany = tooManyNames(word, rest);
  if (tooMany) return refuse([tooMany], 2, argvOf(raw), ports);
  const named = textFlag(raw, 'profile') ?? (aboutOne.includes(word) ? ports.env.CROSSORG_PROFILE || null : null);
  const names = rest.length === 0 && named !== null ? [named] : rest;
  const console = createConsole(settings.value, ports);
  return (await action())({ raw, names, settings: settings.value, ports, console });
}

/** Actions about one profile that is there: the environment can name it as well. */
const aboutOne: readonly string[] = ['show', 'edit', 'remove'];

/** What is too much would be ignored, and somebody relies on it. */
function tooManyNames(action: string, names: readonly string[]): Finding | null {
  const most = action === 'export' ? Number.POSITIVE_INFINITY : action === 'list' ? 0 : 1;
  const extra = names[most];
  if (extra === undefined) return null;
  return finding(
    {
      field: 'command',
      code: 'tooManyArguments',
      what: `crossorg profile ${action} takes ${most === 0 ? 'no name' : 'one name'}, and there are ${names.length}.`,
      why: `The first one too many is ${quoted(extra)}.`,
      next: [{ do: 'Leave out what is too much.', who: 'you', command: 'crossorg profile --help' }],
    },
    { from: 'input' },
  );
}

/** Here these flags say what a profile shall be, and not where to work: it may not be there yet, or be broken. */
const withoutProfile = (raw: Raw): Raw => ({
  ...raw,
  flags: { ...raw.flags, profile: undefined, sourceTenant: undefined },
});

const withoutProfileOfEnv = (ports: Ports): Ports => ({ ...ports, env: { ...ports.env, CROSSORG_PROFILE: undefined } });

function unknownAction(word: string): Finding {
  const words = Object.keys(actions);
  const meant = closest(word, words);
  return finding(
    {
      field: 'command',
      code: 'profileAction',
      what: `crossorg profile does not know ${quoted(word)}.`,
      why: `It can ${words.slice(0, -1).join(', ')} and ${words.at(-1)}.`,
      next: [{ do: `Write ${meant ?? 'one of these words'}.`, who: 'you', command: 'crossorg profile --help' }],
    },
    { from: 'input', ...(meant === undefined ? {} : { suggestion: meant }) },
  );
}

/** The one name an action is about, or that it is missing. */
export const nameMissing = (action: string): Finding =>
  finding(
    {
      field: 'profile',
      code: 'profileNameMissing',
      what: 'It is not said which profile is meant.',
      why: `The command wants the name of a profile: crossorg profile ${action} NAME.`,
      next: [{ do: 'Name one.', who: 'you', command: 'crossorg profile list' }],
    },
    { from: 'input' },
  );
