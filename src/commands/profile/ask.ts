import { askProfile, Left, type Prompter, type Verdict } from '../../frontends/profile-asking.ts';
import { completeTexts } from '../../plan/profile-complete.ts';
import type { FieldId } from '../../plan/profile-field.ts';
import { fieldAt, fieldIds } from '../../plan/profile-fields.ts';
import { answerFindings, pairFindings } from '../../plan/profile-pair.ts';
import { type ProfileTexts, readProfileTexts } from '../../plan/profile-values.ts';
import type { Ports } from '../../ports/ports.ts';
import { shownValues, valueLines } from './document.ts';
import type { TenantFinder } from './tenants.ts';

type Wanted = {
  name: string;
  texts: ProfileTexts;
  given: ProfileTexts;
  finder: TenantFinder;
  ports: Ports;
  byLine: boolean;
};

/** Asks in the terminal, shows all of it, and has it confirmed. Null when the person leaves or says no. */
export async function askForValues(wanted: Wanted): Promise<ProfileTexts | null> {
  if (wanted.byLine) return askByLine(wanted);
  const { createPrompter } = await import('../../frontends/profile-prompts.ts');
  return askWith(createPrompter(wanted.ports.streams), wanted);
}

async function askByLine(wanted: Wanted): Promise<ProfileTexts | null> {
  const { createLinePrompter } = await import('../../frontends/lines/profile-prompter.ts');
  const prompter = createLinePrompter(wanted.ports);
  try {
    return await askWith(prompter, wanted);
  } finally {
    prompter.close();
  }
}

export async function askWith(
  prompter: Prompter,
  { name, texts, given, finder }: Pick<Wanted, 'name' | 'texts' | 'given' | 'finder'>,
): Promise<ProfileTexts | null> {
  try {
    const answered = await askProfile({
      prompter,
      texts,
      given: new Set(Object.keys(given) as FieldId[]),
      check: (id, text, others) => judge(name, finder, { ...settledBy(id, others, given), [id]: text }, id),
      settle: async (known) => {
        const settled = await finder.settle(known);
        return settled.ok ? settled.value : known;
      },
    });
    const profile = readProfileTexts(name, completeTexts(answered));
    if (profile.ok) prompter.say(['', `Profile ${name}`, ...valueLines(shownValues(profile.value), summaryWidth)]);
    return (await prompter.confirm('Save it?')) ? answered : null;
  } catch (reason) {
    if (reason instanceof Left) return null;
    throw reason;
  }
}

const summaryWidth = 79;

/** What does not change any more when this is asked. A later value is judged beside this one when its turn comes. */
function settledBy(id: FieldId, texts: ProfileTexts, given: ProfileTexts): ProfileTexts {
  const isSettled = (one: FieldId) => fieldIds.indexOf(one) < fieldIds.indexOf(id) || one === 'authority';
  const settled = fieldIds.filter((one) => isSettled(one) || given[one] !== undefined);
  return Object.fromEntries(settled.flatMap((one) => (texts[one] === undefined ? [] : [[one, texts[one]]])));
}

/** One answer, alone and beside the others. */
async function judge(name: string, finder: TenantFinder, texts: ProfileTexts, id: FieldId): Promise<Verdict> {
  const { isNeeded, read, label } = fieldAt(id);
  const text = texts[id] ?? '';
  if (isNeeded && text.trim() === '') return `${label} is needed.`;
  const isTenant = id === 'sourceTenant' || id === 'targetTenant';
  const value = isTenant ? await finder.idOf(text, texts.authority) : { ok: true as const, value: text };
  if (!value.ok) return wordsOf(value.error);
  const alone = read(value.value);
  if (!alone.ok) return `${alone.error.what} ${alone.error.next}`;
  const settled = { ...texts, [id]: value.value };
  const profile = readProfileTexts(name, { ...unnamed, ...settled });
  const [clash] = profile.ok ? [...pairFindings(profile.value), ...answerFindings(profile.value)] : [];
  return clash === undefined ? true : `${clash.what} ${clash.why}`;
}

const wordsOf = ({ what, next }: { what: string; next: readonly [{ do: string }, ...unknown[]] }): string =>
  `${what} ${next[0].do}`;

/** Names are asked for after the tenants: the others can be judged without them. */
const unnamed: ProfileTexts = { sourceName: 'a source without a name yet', targetName: 'a target without a name yet' };
