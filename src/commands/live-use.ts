import { checkEndpoint, defaultEndpoint } from '../graph/endpoints.ts';
import { type Finding, finding } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Profile } from '../plan/profile.ts';
import type { Ports } from '../ports/ports.ts';
import { whyNotSubmit } from '../wizard/submit-word.ts';
import type { Console } from './console.ts';
import { targetWordOf } from './profile/session.ts';
import type { Settings } from './settings.ts';

type Wanted = {
  settings: Pick<Settings, 'profile' | 'graphUrl'>;
  ports: Pick<Ports, 'files' | 'folders'>;
  /** As --confirm-target gave it. */
  given: string | null;
  /** False for what stops after the dry run. */
  submits: boolean;
};

/** What stands against a live submission with this profile: it is read-only, or used for the first time. */
export async function liveUseFindings({ settings, ports, given, submits }: Wanted): Promise<Finding[]> {
  const { profile } = settings;
  if (!profile) return given === null ? [] : [unused];
  if (given !== null && !isName(given, profile)) return [otherName(given, profile)];
  if (!submits) return [];
  const against = whyNotSubmit({ saved: profile });
  if (against) return [against];
  const endpoint = checkEndpoint(settings.graphUrl ?? defaultEndpoint);
  const word = await targetWordOf({ profile, endpoint: endpoint.ok ? endpoint.value.endpoint : '' }, ports);
  return word === null || given !== null ? [] : [missing(profile)];
}

/** The same for commands that may ask: a name that is missing is asked for. */
export async function heldToTarget(
  wanted: Omit<Wanted, 'settings'> & { settings: Settings; console: Pick<Console, 'ask'> },
): Promise<Finding[]> {
  const { settings, console } = wanted;
  const findings = await liveUseFindings(wanted);
  const isAskable = settings.mayAsk && findings.some(({ code }) => code === 'confirmTargetMissing');
  if (!isAskable) return findings;
  const target = settings.profile?.target.name ?? '';
  const typed = await console.ask(`First live use of this profile. Type ${target}, the name of its target tenant:`);
  return liveUseFindings({ ...wanted, given: typed ?? '' });
}

/** Capitals count; an accent may be composed in either way. */
const isName = (text: string, { target }: Profile): boolean =>
  text.trim().normalize('NFC') === target.name.normalize('NFC');

/** The name as the profile has it, where the given one is the same. */
export const nameAsSaved = (given: string | null, profile: Profile | null): string | null =>
  given !== null && profile !== null && isName(given, profile) ? profile.target.name : given;

const unused = finding(
  {
    field: 'confirm',
    code: 'confirmTargetUnused',
    what: '--confirm-target is given without a profile.',
    why: 'It confirms the name that a profile gives its target tenant, so without one nothing is confirmed.',
    next: 'Name the profile with --profile, or leave the flag out.',
  },
  { from: 'input' },
);

const otherName = (given: string, { name, target }: Profile): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmTargetWord',
    what: `${quoted(given)} is not the target tenant of profile ${name}. Nothing was sent.`,
    why: `The target of this profile is called ${quoted(target.name)}.`,
    next: 'Check that this is the profile you mean. If it is, give that name.',
  });

const missing = ({ name, target }: Profile): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmTargetMissing',
      what: `Profile ${name} has not been used live yet, and its target is not confirmed.`,
      why: 'The first time, the name of the target tenant is given beside the word, so that it is the right one.',
      next: `Add --confirm-target ${/^[\w.-]+$/.test(target.name) ? target.name : JSON.stringify(target.name)}, or --dry-run to check only.`,
    },
    { from: 'input' },
  );
