import { type Finding, finding, hasErrors } from '../../plan/finding.ts';
import type { Profile } from '../../plan/profile.ts';
import { completeTexts } from '../../plan/profile-complete.ts';
import type { FieldId } from '../../plan/profile-field.ts';
import { fieldAt, fieldIds } from '../../plan/profile-fields.ts';
import { answerFindings, pairFindings } from '../../plan/profile-pair.ts';
import { isDomain } from '../../plan/profile-parse.ts';
import { type ProfileTexts, readProfileTexts, textsOfProfile, wholeTextsOf } from '../../plan/profile-values.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import { exits } from '../../problems/exit.ts';
import { nameMissing, type ProfileWork } from '../profile.ts';
import { askForValues } from './ask.ts';
import { profileDocument, shownValues, valueLines } from './document.ts';
import { newNameFinding, newNameMissing, newNameQuestion } from './name.ts';
import { openProfiles, profileIn } from './named.ts';
import { createTenantFinder, isSameProfile, type TenantFinder } from './tenants.ts';

/** Saves a new profile. In a terminal it asks for what is missing. */
export async function newProfile(work: ProfileWork): Promise<number> {
  const name = work.names[0] ?? (mayAsk(work) ? (await work.console.ask(newNameQuestion))?.trim() : undefined);
  if (!name) return work.console.fail([newNameMissing]);
  const { profiles, broken, findings } = await openProfiles(work.ports).read();
  if (findings.length > 0) return work.console.fail(findings);
  const against = newNameFinding(name, [...profiles.keys(), ...broken.keys()]);
  if (against) return work.console.fail([against]);
  const given = textsFromFlags(work);
  return write({ work, name, before: null, given, isAsked: mayAsk(work) && isMissing(given) });
}

/** Changes a profile by the flags given; without any, a terminal asks for every value. */
export async function editProfile(work: ProfileWork): Promise<number> {
  const [name] = work.names;
  if (name === undefined) return work.console.fail([nameMissing('edit')]);
  const profile = profileIn(await openProfiles(work.ports).read(), name);
  if (!profile.ok) return work.console.fail(profile.error);
  const given = textsFromFlags(work);
  const isBare = Object.keys(given).length === 0;
  if (isBare && !mayAsk(work)) return work.console.fail([nothingToChange(name)]);
  return write({ work, name, before: profile.value, given, isAsked: isBare });
}

const mayAsk = ({ settings }: ProfileWork): boolean => settings.mayAsk;

/** Needed, not given, and not to be told from what is given. */
const isMissing = (given: ProfileTexts): boolean =>
  fieldIds.some((id) => fieldAt(id).isNeeded && !completeTexts(withDomains(given))[id]);

/** A tenant that is given by its domain has that domain. */
const withDomains = (texts: ProfileTexts): ProfileTexts => ({
  ...texts,
  ...(isDomain(texts.sourceTenant ?? '') && !texts.sourceDomains ? { sourceDomains: texts.sourceTenant } : {}),
  ...(isDomain(texts.targetTenant ?? '') && !texts.targetDomains ? { targetDomains: texts.targetTenant } : {}),
});

const textsFromFlags = ({ raw: { flags } }: ProfileWork): ProfileTexts =>
  Object.fromEntries(
    fieldIds.flatMap((id): [FieldId, string][] => {
      const value = id === 'sourceTenant' ? flags.sourceTenant : flags[id];
      if (typeof value === 'boolean') return [[id, value ? 'yes' : 'no']];
      return typeof value === 'string' ? [[id, value]] : [];
    }),
  );

type Writing = { work: ProfileWork; name: string; before: Profile | null; given: ProfileTexts; isAsked: boolean };

async function write({ work, name, before, given, isAsked }: Writing): Promise<number> {
  const { console, ports } = work;
  const finder = createTenantFinder(ports);
  const start = { ...(before ? textsOfProfile(before) : {}), ...given };
  const unreadable = early(name, start, isAsked);
  if (unreadable.length > 0) return console.fail(unreadable);
  const texts = isAsked
    ? await askForValues({
        name,
        texts: { ...(before ? wholeTextsOf(before) : {}), ...start },
        given,
        finder,
        ports,
        byLine: work.settings.line,
      })
    : start;
  if (texts === null) return leave(work);
  const profile = await profileFrom(name, texts, finder);
  if (!profile.ok) return console.fail(profile.error);
  return save(work, profile.value, before);
}

/** What can be told before anybody is asked or any tenant is looked up. */
function early(name: string, texts: ProfileTexts, isAsked: boolean): readonly Finding[] {
  const placeholder = (text: string | undefined, id: string) => (text && isDomain(text.trim()) ? id : text);
  const [source, target] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
  const filled = {
    ...completeTexts(withDomains(texts)),
    sourceTenant: placeholder(texts.sourceTenant, source),
    targetTenant: placeholder(texts.targetTenant, target),
  } as ProfileTexts;
  const read = readProfileTexts(name, filled);
  if (read.ok) return [];
  return isAsked ? read.error.filter(({ code }) => !code.endsWith('Missing')) : read.error;
}

/** A whole profile, judged as one; everything that stands against it at once. */
async function profileFrom(
  name: string,
  texts: ProfileTexts,
  finder: TenantFinder,
): Promise<Result<Profile, readonly Finding[]>> {
  const settled = await finder.settle(texts);
  if (!settled.ok) return settled;
  const profile = readProfileTexts(name, completeTexts(settled.value));
  if (!profile.ok) return profile;
  const findings = [...pairFindings(profile.value), ...answerFindings(profile.value)];
  return hasErrors(findings) ? err(findings) : profile;
}

async function save({ ports, console }: ProfileWork, profile: Profile, before: Profile | null): Promise<number> {
  const { name } = profile;
  const saved = await openProfiles(ports).change((profiles) => {
    if (!isSameProfile(profiles.get(name), before)) return err([changedMeanwhile(name)]);
    return ok({ profiles: new Map([...profiles, [name, profile]]), value: null });
  });
  if (!saved.ok) return console.fail(saved.error);
  const said = shownValues(profile).filter(({ origin }) => origin === 'profile');
  const width = Math.min(100, Math.max(60, (ports.streams.out.columns || 80) - 1));
  console.output.text([`Saved profile ${name}.`, ...valueLines(said, width)]);
  console.output.finish(profileDocument(profile), ports.clock.now());
  return exits.done;
}

function leave({ console }: ProfileWork): number {
  console.output.notice('Nothing was saved.');
  return exits.interrupted;
}

const nothingToChange = (name: string): Finding =>
  finding(
    {
      field: 'profile',
      code: 'profileNothingToChange',
      what: `It is not said what changes in profile ${name}.`,
      why: 'Without a terminal nobody can be asked.',
      next: [{ do: 'Give the new values as flags.', who: 'you', command: 'crossorg profile --help' }],
    },
    { from: 'input' },
  );

const changedMeanwhile = (name: string): Finding =>
  finding({
    field: 'profile',
    code: 'profileChanged',
    what: `Another crossorg changed profile ${name} meanwhile. Nothing was saved.`,
    why: 'Its change would be lost.',
    next: [{ do: 'Look at it, then repeat.', who: 'you', command: `crossorg profile show ${name}` }],
  });
