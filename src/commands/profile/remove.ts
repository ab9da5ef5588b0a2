import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { err, ok } from '../../plan/result.ts';
import { nameMissing, type ProfileWork } from '../profile.ts';
import { openDrafts } from '../session.ts';
import { textFlag } from '../settings.ts';
import { profileDocument } from './document.ts';
import { openProfiles, profileIn } from './named.ts';

/** Removes one profile, after its name was typed once more. What was submitted with it stays in the ledger. */
export async function removeProfile({ raw, names, settings, ports, console }: ProfileWork): Promise<number> {
  const [name] = names;
  if (name === undefined) return console.fail([nameMissing('remove')]);
  const store = openProfiles(ports);
  const profile = profileIn(await store.read(), name);
  if (!profile.ok) return console.fail(profile.error);
  const given = textFlag(raw, 'confirm');
  if (given === null && !settings.mayAsk) return console.fail([notConfirmed(name)]);
  const word = given ?? (await console.ask(`Type ${name} to remove this profile, or press Enter to keep it:`)) ?? '';
  if (word.trim() !== name) return console.fail([wrongWord(name, word)]);
  const removed = await store.change((profiles) => {
    const others = new Map(profiles);
    return others.delete(name) ? ok({ profiles: others, value: null }) : err([gone(name)]);
  });
  if (!removed.ok) return console.fail(removed.error);
  // Without the profile nobody could sign out of it.
  const { forgetSignIns } = await import('../sign-in/forget.ts');
  await forgetSignIns(profile.value, null, ports);
  await forgetDrafts(name, ports);
  console.output.text(`Removed profile ${name}.`);
  if (console.output.format === 'text')
    console.output.notice(
      'Runs that were submitted with it stay in the ledger. Its sign-ins and drafts are gone from this computer.',
    );
  console.output.finish(profileDocument(profile.value, { more: { removed: true } }), ports.clock.now());
  return 0;
}

/** What was typed with it and not submitted names people, and without the profile nobody would come to it. */
async function forgetDrafts(profile: string, ports: ProfileWork['ports']): Promise<void> {
  for (const mode of ['live', 'custom'] as const) {
    const drafts = openDrafts({ mode, profile }, ports);
    for (const { id, endpoint } of await drafts.list()) await drafts.keeper(id, endpoint).drop();
  }
}

const notConfirmed = (name: string): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmMissing',
      what: `Removing profile ${name} is not confirmed.`,
      why: 'Without a terminal nobody can be asked for its name.',
      next: [{ do: 'Give it.', who: 'you', command: `crossorg profile remove ${name} --confirm ${name}` }],
    },
    { from: 'input' },
  );

const wrongWord = (name: string, word: string): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmWord',
    what:
      word.trim() === ''
        ? 'Nothing was typed, so nothing was removed.'
        : `${quoted(word)} is another name. Nothing was removed.`,
    why: `Removing is confirmed with the name of the profile, ${name}.`,
    next: 'Type the whole name.',
  });

const gone = (name: string): Finding =>
  finding({
    field: 'profile',
    code: 'profileGone',
    what: `Profile ${name} is gone already.`,
    why: 'Another crossorg removed it meanwhile.',
    next: 'Nothing.',
  });
