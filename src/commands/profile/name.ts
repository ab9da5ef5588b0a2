import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { isProfileName, lookAlike, nameRule } from '../../plan/profile-file.ts';

export const newNameQuestion = 'Name of the new profile, such as c2f:';

/** Without a terminal nobody can be asked for it. */
export const newNameMissing: Finding = finding(
  {
    field: 'profile',
    code: 'profileNameMissing',
    what: 'The new profile has no name yet.',
    why: 'Commands name a profile by a short name, and so do the screens.',
    next: [{ do: 'Give it one, like c2f.', who: 'you', command: 'crossorg profile new NAME' }],
  },
  { from: 'input' },
);

/** Why a name cannot be that of a new profile; null when it can. */
export function newNameFinding(name: string, known: readonly string[]): Finding | null {
  if (!isProfileName(name)) return badName(name);
  if (deviceName.test(name)) return nameOfDevice(name);
  return known.includes(name) ? taken(name) : nameClash(name, known);
}

/** Two names that differ in capitals only would share a folder, and people take one for the other. */
export function nameClash(name: string, known: readonly string[]): Finding | null {
  const other = lookAlike(name, known);
  return other === undefined ? null : alike(name, other);
}

/** Drafts of a profile lie in a folder of its name. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const nameOfDevice = (name: string): Finding =>
  finding(
    {
      field: 'profile',
      code: 'profileName',
      what: `${quoted(name)} cannot be the name of a profile.`,
      why: 'Windows keeps this name for a device, so no folder can have it there.',
      next: 'Give another one, like c2f.',
    },
    { from: 'input' },
  );

const badName = (name: string): Finding =>
  finding(
    {
      field: 'profile',
      code: 'profileName',
      what: `${quoted(name)} cannot be the name of a profile.`,
      why: nameRule,
      next: 'Give a short one, like c2f.',
    },
    { from: 'input' },
  );

const taken = (name: string): Finding =>
  finding({
    field: 'profile',
    code: 'profileExists',
    what: `There is a profile ${name} already.`,
    why: 'A saved profile is not written over.',
    next: [
      { do: 'Change it.', who: 'you', command: `crossorg profile edit ${name}` },
      { do: 'Or give the new one another name.', who: 'you' },
    ],
  });

const alike = (name: string, other: string): Finding =>
  finding({
    field: 'profile',
    code: 'profileExists',
    what: `There is a profile ${other}, which differs from ${quoted(name)} in capitals only.`,
    why: 'One would be taken for the other.',
    next: 'Give the new one another name.',
  });
