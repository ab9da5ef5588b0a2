import { completeTexts } from '../plan/profile-complete.ts';
import type { FieldId } from '../plan/profile-field.ts';
import { fieldAt, fieldIds } from '../plan/profile-fields.ts';
import type { ProfileTexts } from '../plan/profile-values.ts';

/** Why an answer cannot be taken, as one text; true when it can. */
export type Verdict = true | string;

/** Short questions, one after the other. Each rejects with `Left` when the person leaves. */
export type Prompter = {
  /** How to take, leave out and leave, where it is not by keys of a terminal. */
  howTo?: string;
  text(question: { message: string; initial: string; check: (text: string) => Promise<Verdict> }): Promise<string>;
  choose(question: {
    message: string;
    initial: string;
    choices: readonly { value: string; label: string; needs: string }[];
  }): Promise<string>;
  confirm(message: string): Promise<boolean>;
  say(lines: readonly string[]): void;
};

/** The person left the questions; nothing was decided. */
export class Left extends Error {}

type Asking = {
  prompter: Prompter;
  /** What is known already. */
  texts: ProfileTexts;
  /** Given by flags: not asked. */
  given: ReadonlySet<FieldId>;
  /** Judges one answer among the others; looks tenants up. */
  check(id: FieldId, text: string, others: ProfileTexts): Promise<Verdict>;
  /** The texts with the tenants of domains in place of the domains, once they were looked up. */
  settle(texts: ProfileTexts): Promise<ProfileTexts>;
};

/** Asked only where they are set: few profiles need them. */
const seldom: readonly FieldId[] = [
  'targetOrgId',
  'targetLocation',
  'targetClientId',
  'authority',
  'budget',
  'maxPending',
];

const byKeys = 'Enter takes what is shown. Backspace and Enter leave it out. Ctrl+C leaves, and nothing is saved.';

/** Asks for every value that was not given by a flag. Each answer is checked at once. */
export async function askProfile({ prompter, texts, given, check, settle }: Asking): Promise<ProfileTexts> {
  prompter.say([prompter.howTo ?? byKeys]);
  let known = await settle(texts);
  for (const id of fieldIds) {
    if (given.has(id) || !isAsked(id, known)) continue;
    const initial = known[id] ?? offerFor(id, known);
    const beside = (answer: string) => withoutRivals(id, { ...known, [id]: answer }, given);
    const answer = await askOne(prompter, id, initial, (text) => check(id, text, beside(text)));
    known = await settle(beside(answer));
  }
  return known;
}

/** A host takes the place of an organization id, and a location goes with its id: what nobody is asked for any more goes. */
function withoutRivals(id: FieldId, known: ProfileTexts, given: ReadonlySet<FieldId>): ProfileTexts {
  const rivals: readonly FieldId[] =
    id === 'targetHost' && known.targetHost
      ? ['targetOrgId', 'targetLocation']
      : id === 'targetOrgId' && !known.targetOrgId
        ? ['targetLocation']
        : [];
  const going = rivals.filter((rival) => known[rival] && !given.has(rival));
  return { ...known, ...Object.fromEntries(going.map((rival) => [rival, ''])) };
}

function isAsked(id: FieldId, known: ProfileTexts): boolean {
  if (id === 'targetOrgId') return !known.targetHost;
  if (id === 'targetLocation') return Boolean(known.targetOrgId);
  return !seldom.includes(id) || Boolean(known[id]);
}

function askOne(
  prompter: Prompter,
  id: FieldId,
  initial: string,
  check: (text: string) => Promise<Verdict>,
): Promise<string> {
  const { prompt, help, choices, isNeeded, example, kind } = fieldAt(id);
  if (choices) return prompter.choose({ message: prompt, initial: initial || (choices[0]?.value ?? ''), choices });
  if (kind === 'switch') return askSwitch(prompter, prompt, initial);
  prompter.say(['', `${isNeeded ? '' : 'Optional. '}${help} For example ${example}`]);
  return prompter.text({ message: prompt, initial, check });
}

const askSwitch = async (prompter: Prompter, message: string, initial: string): Promise<string> => {
  const choices = [
    { value: 'no', label: 'No', needs: '' },
    { value: 'yes', label: 'Yes', needs: '' },
  ];
  return prompter.choose({ message, initial: initial || 'no', choices });
};

/** What follows from earlier answers. */
function offerFor(id: FieldId, known: ProfileTexts): string {
  switch (id) {
    case 'targetHost':
      return known.targetOrgId
        ? ''
        : (known.targetHosts?.split(',')[0]?.replace(/^https:\/\/([^.]+?)(?:-my)?\./, 'https://$1-my.') ?? '');
    case 'targetRule':
      return known.targetDomains ? `{name}@${known.targetDomains.split(',')[0]}` : '';
    default:
      return completeTexts(known)[id] ?? '';
  }
}
