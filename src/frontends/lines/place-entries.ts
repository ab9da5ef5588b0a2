import type { FirstRun } from '../../wizard/first-run.ts';
import type { DraftOffer, Model, OnSignIn, Opening, Place, Work } from '../../wizard/screens.ts';
import { whereToWork } from '../../wizard/sentences.ts';
import { modeWords, stateWords } from '../plain-lines.ts';
import { firstRunLines, noProfileYet } from './first-run.ts';
import { spokenFinding } from './spoken-finding.ts';
import type { Line } from './voice.ts';

/** What this computer knows of a place. */
export type KnownPlace = { place: Place; work: readonly Work[]; drafts: readonly DraftOffer[] };

/** Something that a word does at the first question: it opens, tells, or leaves for another task. */
export type Entry = { word: string; about: string } & (
  | { opens: Place; open(onSignIn: OnSignIn): Opening }
  | { lines: readonly Line[] }
  | { leave(): void }
);

export const knownOf = async (model: Model, place: Place): Promise<KnownPlace> => {
  const [work, drafts] = await Promise.all([model.work(place), model.drafts(place)]);
  return { place, work, drafts };
};

/** Every word that is understood at the first question, the numbers of the places first. */
export function entriesOf(model: Model, known: readonly KnownPlace[]): Entry[] {
  return [
    ...known.map(({ place }, index) => ({
      word: String(index + 1),
      about: `opens ${place.name}`,
      opens: place,
      open: (onSignIn: OnSignIn) => model.open(place, onSignIn),
    })),
    ...begunBefore(model, known),
    ...known.flatMap(({ place }, index) =>
      place.profile
        ? [{ word: `about ${index + 1}`, about: `tells more of ${place.name}`, lines: factLines(place) }]
        : [],
    ),
    ...(model.firstRun ? [firstSteps(model.firstRun)] : []),
    ...profileEntries(model, known),
  ];
}

const firstSteps = (firstRun: FirstRun): Entry => ({
  word: 'first steps',
  about: 'tells what to prepare before the first move',
  lines: firstRunLines(firstRun),
});

/** Drafts to go on with, and tasks to watch. */
function begunBefore(model: Model, known: readonly KnownPlace[]): Entry[] {
  const drafts = known.flatMap(({ place, drafts: all }) => all.map((one) => ({ place, one })));
  const work = known.flatMap(({ place, work: all }) => all.map((one) => ({ place, one })));
  return [
    ...drafts.map(({ place, one }, index) => ({
      word: numbered('draft', index),
      about: `goes on with ${one.label}, step ${one.step} of 7, ${one.when}`,
      opens: place,
      open: (onSignIn: OnSignIn) => model.continueDraft(place, one.draftId, onSignIn),
    })),
    ...work.map(({ place, one }, index) => ({
      word: numbered('watch', index),
      about: `watches ${one.label}, ${stateWords[one.state].toLowerCase()}, ${one.when}`,
      opens: place,
      open: (onSignIn: OnSignIn) => model.follow(place, one.runId, onSignIn),
    })),
  ];
}

function profileEntries({ changeProfile }: Model, known: readonly KnownPlace[]): Entry[] {
  if (!changeProfile) return [];
  const edits = known.flatMap(({ place: { profile, name } }, index) =>
    profile
      ? [{ word: `edit ${index + 1}`, about: `edits ${name}`, leave: () => changeProfile({ edit: profile }) }]
      : [],
  );
  return [{ word: 'new profile', about: 'makes a new profile', leave: () => changeProfile({ edit: null }) }, ...edits];
}

/** The first is the one that is meant most often, and needs no number. */
const numbered = (word: string, index: number): string => (index === 0 ? word : `${word} ${index + 1}`);

const factLines = ({ facts }: Place): Line[] =>
  facts.map(({ term, value }) => `${term}: ${value.replace(/ {2,}/g, ', ')}`);

export function placeLines(model: Model, known: readonly KnownPlace[]): Line[] {
  const begun = begunBefore(model, known);
  return [
    ...(model.findings ?? []).flatMap(spokenFinding),
    `${whereToWork} ${known.length === 1 ? '1 choice.' : `${known.length} choices.`}`,
    ...known.flatMap(({ place }, index) => onePlace(place, index)),
    ...(model.firstRun ? [noProfileYet] : []),
    ...(begun.length === 0 ? [] : ['Begun before:']),
    ...begun.map(({ word, about }) => `${word}: ${about}`),
  ];
}

/** A profile is told in one line; of others, the facts follow. */
function onePlace(place: Place, index: number): Line[] {
  const { name, mode, about, status, used = '', profile } = place;
  const told = [about, status, used].flatMap((text) => (text === '' ? [] : [sentence(text)]));
  return [`${index + 1}. ${name}, ${modeWords[mode]}. ${told.join(' ')}`, ...(profile ? [] : factLines(place))];
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
