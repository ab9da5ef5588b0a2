import { type Finding, finding } from '../../plan/finding.ts';
import type { Profile } from '../../plan/profile.ts';
import { fileOf } from '../../plan/profile-file.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import type { ProfileWork } from '../profile.ts';
import { textFlag } from '../settings.ts';
import { profilesDocument } from './document.ts';
import { openProfiles, profileIn } from './named.ts';

/** Profiles as JSON for another computer: the named ones, or all. There are no secrets in them. */
export async function exportProfiles({ raw, names, ports, console }: ProfileWork): Promise<number> {
  const read = await openProfiles(ports).read();
  const wanted = names.length > 0 ? names : [...read.profiles.keys(), ...read.broken.keys()];
  const found = wanted.map((name) => profileIn(read, name));
  const wrong = [...read.findings, ...found.flatMap((one) => (one.ok ? [] : one.error))];
  if (wrong.length > 0) return console.fail([...new Set(wrong)]);
  const profiles = found.flatMap((one) => (one.ok ? [one.value] : []));
  const file = fileOf(profiles);
  const path = textFlag(raw, 'out');
  if (path !== null) {
    const trouble = await write(path, `${JSON.stringify(file, null, 2)}\n`, { raw, ports });
    if (trouble) return console.fail([trouble]);
    console.output.text(`Wrote ${namesOf(profiles)} to ${path}.`);
  } else console.output.text(JSON.stringify(file, null, 2));
  const listed = profiles.map((profile) => ({ profile, usedAt: undefined }));
  console.output.finish(profilesDocument(listed, { more: { file, path } }), ports.clock.now());
  return 0;
}

const namesOf = (profiles: readonly Profile[]): string =>
  profiles.length === 1 ? `profile ${profiles[0]?.name}` : `${profiles.length} profiles`;

async function write(path: string, text: string, { raw, ports: { files } }: Pick<ProfileWork, 'raw' | 'ports'>) {
  try {
    if (raw.flags.force !== true && (await files.read(path)) !== null) return thereAlready(path);
    await files.write(path, text);
    return null;
  } catch (fault) {
    if (isStorageFault(fault)) return notWritten(path, fault);
    throw fault;
  }
}

const thereAlready = (path: string): Finding =>
  finding({
    field: 'profile',
    code: 'fileThere',
    what: `${path} is there already.`,
    why: 'A file that is there is not written over.',
    next: 'Give another name with --out, or add --force.',
  });

const notWritten = (path: string, { message }: Error): Finding =>
  finding(
    {
      field: 'profile',
      code: 'fileNotWritten',
      what: `${path} could not be written.`,
      why: `The system says: ${message}.`,
      next: 'Give a file in a folder where this account may write.',
    },
    { from: 'program' },
  );
