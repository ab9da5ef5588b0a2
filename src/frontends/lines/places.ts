import { quoted } from '../../plan/parse/readable.ts';
import { filteredPlaces } from '../../wizard/filter-places.ts';
import type { Model, Place } from '../../wizard/screens.ts';
import { placeLine } from '../plain-lines.ts';
import { copyLines } from './copy-lines.ts';
import { glossaryLines, inLine } from './help.ts';
import { type Chosen, type Entry, entriesOf, knownOf, placeLines } from './place-entries.ts';
import { talkSignIn } from './sign-in.ts';
import { spokenFinding } from './spoken-finding.ts';
import { type Heard, hear, type Talk } from './talk.ts';
import type { Line } from './voice.ts';

/** What was opened, or how the question was left. */
export type Choice = Chosen | 'leave' | 'over' | 'stopped';

/** Asks where to work, and offers what is under way there. */
export async function choosePlace(model: Model, talk: Talk): Promise<Choice> {
  const known = await Promise.all(model.places.map((place) => knownOf(model, place)));
  const entries = entriesOf(model, known);
  talk.voice.say(placeLines(model, known));
  for (;;) {
    if (talk.reader.isOver()) return 'over';
    talk.voice.ask('Place. Number, or Enter for 1:');
    const heard = await hear(talk, { seen: null, lateAfterMs: null, isWanted: () => true });
    const chosen = await follow(heard, { model, entries, talk });
    if (chosen !== null) return chosen;
  }
}

type Around = { model: Model; entries: readonly Entry[]; talk: Talk };

async function follow(heard: Heard, around: Around): Promise<Choice | null> {
  const { voice } = around.talk;
  if (heard.what === 'stopped') return 'stopped';
  if (heard.what !== 'line') {
    voice.answered(null);
    return null;
  }
  voice.answered(heard.text);
  const text = heard.text.trim().toLowerCase().replace(/\s+/g, ' ');
  const entry = entryFor(text, around);
  if (entry && 'open' in entry) return open(entry, around);
  if (entry && 'leave' in entry) {
    entry.leave();
    return 'leave';
  }
  if (entry && 'copies' in entry) {
    voice.say(await copyLines(around.model.hands, entry.copies));
    return null;
  }
  if (text === 'quit') return 'leave';
  voice.say(entry ? entry.lines : answerTo(text, around));
  return null;
}

/** By its word; a place also by its name, or by a part of it that no other has. */
function entryFor(text: string, { model, entries }: Around): Entry | undefined {
  const byWord = entries.find(({ word }) => word === (text || '1'));
  if (byWord || always.some((word) => word === text)) return byWord;
  const [named, ...others] = filteredPlaces(model.places, text);
  const exact =
    model.places.find(({ name }) => name.toLowerCase() === text) ?? (others.length === 0 ? named : undefined);
  return exact && entries[model.places.indexOf(exact)];
}

const always = ['help', 'words', 'back', 'quit'] as const;

function answerTo(text: string, { model, entries }: Around): readonly Line[] {
  switch (text) {
    case 'words':
      return glossaryLines;
    case 'back':
      return [firstQuestion];
    case 'help':
      return ['Words here:', ...entries.map(({ word, about }) => `${word}: ${about}`), ...alwaysHelp];
    default:
      return otherwise(text, model, entries);
  }
}

export const firstQuestion = 'This is the first question. Type quit to leave.';

const alwaysHelp: readonly string[] = [
  'A part of a name: opens that place, or tells which ones have it',
  'words: says what the terms of this program mean',
  'quit: leaves',
];

/** Several places may have the text: they are told, as a filter shows them. */
function otherwise(text: string, model: Model, entries: readonly Entry[]): Line[] {
  const found = filteredPlaces(model.places, text);
  if (found.length > 0)
    return found.map((place) => `${model.places.indexOf(place) + 1}. ${place.name}, ${place.about}`);
  const count = model.places.length;
  const others = entries.filter(({ word }) => !/\d$/.test(word));
  const words = [{ word: count === 1 ? '1' : `1 to ${count}` }, ...others, { word: 'help' }, { word: 'quit' }];
  return [`${quoted(text)} means nothing here. Type ${inLine(words)}.`];
}

async function open(
  entry: Extract<Entry, { opens: Place }>,
  { talk, model: { hands } }: Around,
): Promise<Choice | null> {
  talk.voice.say([`Opening ${entry.opens.name}.`]);
  let signIn: Promise<'leave' | null> = Promise.resolve(null);
  const opening = entry.open((signing) => {
    signIn = talkSignIn({ talk, signing, hands });
  });
  const opened = await Promise.race([opening, talk.stopped.then(() => 'stopped' as const)]);
  if (opened === 'stopped') return opened;
  if ((await signIn) === 'leave') return 'leave';
  // What was typed meanwhile belonged to the sign-in.
  if (!talk.reader.isPipe) talk.reader.forget();
  if (opened.ok) {
    const chosen = opened.value;
    const { session } = ('wave' in chosen ? chosen.wave : chosen.engine).state();
    talk.voice.say([placeLine(session)]);
    return chosen;
  }
  talk.voice.say(opened.error.flatMap(spokenFinding));
  return null;
}
