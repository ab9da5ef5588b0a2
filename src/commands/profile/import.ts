import { type Finding, finding, hasErrors } from '../../plan/finding.ts';
import type { Profile } from '../../plan/profile.ts';
import { fieldAt } from '../../plan/profile-fields.ts';
import { readProfiles } from '../../plan/profile-file.ts';
import { answerFindings } from '../../plan/profile-pair.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { Ports } from '../../ports/ports.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import type { ProfileWork } from '../profile.ts';
import { profilesDocument, shownValues } from './document.ts';
import { nameClash } from './name.ts';
import { openProfiles } from './named.ts';

type Imported = { profile: Profile; change: 'new' | 'same' | 'replaced'; fields: readonly string[] };

/** Takes profiles over from a file that `export` wrote: all of them, or none. */
export async function importProfiles({ raw, names, ports, console }: ProfileWork): Promise<number> {
  const [path] = names;
  if (path === undefined) return console.fail([fileMissing]);
  const read = await readFrom(path, ports);
  if (!read.ok) return console.fail(read.error);
  const changed = await openProfiles(ports).change((profiles) => merge(profiles, read.value, raw.flags.force === true));
  if (!changed.ok) return console.fail(changed.error);
  console.output.text(changed.value.length === 0 ? nothingInIt : changed.value.flatMap(linesOf));
  const listed = changed.value.map(({ profile }) => ({ profile, usedAt: undefined }));
  const changes = changed.value.map(({ profile, change, fields }) => ({ name: profile.name, change, fields }));
  console.output.finish(profilesDocument(listed, { more: { changes } }), ports.clock.now());
  return 0;
}

/** Everything that is wrong in the file at once, with its place. */
async function readFrom(path: string, { files }: Ports): Promise<Result<readonly Profile[], readonly Finding[]>> {
  try {
    const text = await files.read(path);
    if (text === null) return err([notThere(path)]);
    const { profiles, broken, findings } = readProfiles(text, path);
    const all = [...profiles.values()];
    const wrong = [...findings, ...[...broken.values()].flat(), ...all.flatMap(aboutAnswers)];
    return hasErrors(wrong) ? err(wrong) : ok(all);
  } catch (fault) {
    if (isStorageFault(fault)) return err([unreadable(path, fault)]);
    throw fault;
  }
}

const aboutAnswers = (profile: Profile): Finding[] =>
  answerFindings(profile).map((one) => ({ ...one, what: `profiles.${profile.name}: ${one.what}` }));

type Merged = { profiles: ReadonlyMap<string, Profile>; value: readonly Imported[] };

function merge(
  profiles: ReadonlyMap<string, Profile>,
  imported: readonly Profile[],
  isForced: boolean,
): Result<Merged, readonly Finding[]> {
  const all = imported.map((profile) => compare(profile, profiles.get(profile.name)));
  const clashes = imported.flatMap(({ name }) => nameClash(name, [...profiles.keys()]) ?? []);
  const replaced = all.filter(({ change }) => change === 'replaced');
  if (clashes.length > 0) return err(clashes);
  if (replaced.length > 0 && !isForced) return err(replaced.map(wouldReplace));
  if (all.every(({ change }) => change === 'same')) return ok({ profiles, value: all });
  return ok({ profiles: new Map([...profiles, ...imported.map((one) => [one.name, one] as const)]), value: all });
}

function compare(profile: Profile, before: Profile | undefined): Imported {
  if (!before) return { profile, change: 'new', fields: [] };
  const old = new Map(shownValues(before).map(({ name, value }) => [name, value]));
  const fields = shownValues(profile).flatMap(({ name, value }) => (old.get(name) === value ? [] : [name]));
  return { profile, change: fields.length === 0 ? 'same' : 'replaced', fields };
}

const nothingInIt = 'There are no profiles in the file, so nothing changed.';

const linesOf = ({ profile, change, fields }: Imported): string[] => [
  `${profile.name}: ${{ new: 'new', same: 'is the same already', replaced: `changed: ${labels(fields)}` }[change]}`,
];

const labels = (fields: readonly string[]): string =>
  fields.map((id) => fieldAt(id as Parameters<typeof fieldAt>[0]).label).join(', ');

const wouldReplace = ({ profile, fields }: Imported): Finding =>
  finding({
    field: 'profile',
    code: 'profileExists',
    what: `There is a profile ${profile.name} with other values. Nothing was imported.`,
    why: `They differ in: ${labels(fields)}.`,
    next: 'Add --force to replace it, or rename it in the file.',
  });

const fileMissing = finding(
  {
    field: 'command',
    code: 'importFileMissing',
    what: 'It is not said which file is imported.',
    why: 'The command reads a file that crossorg profile export wrote.',
    next: [{ do: 'Name it.', who: 'you', command: 'crossorg profile import profiles.json' }],
  },
  { from: 'input' },
);

const notThere = (path: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'importFileMissing',
      what: `There is no file ${path}.`,
      why: 'Names are taken from the folder the command was started in.',
      next: 'Check its name and folder.',
    },
    { from: 'input' },
  );

const unreadable = (path: string, { message }: Error): Finding =>
  finding(
    {
      field: 'command',
      code: 'importFileUnreadable',
      what: `${path} cannot be read.`,
      why: `The system says: ${message}.`,
      next: 'Check that it is a file that this account may read.',
    },
    { from: 'input' },
  );
