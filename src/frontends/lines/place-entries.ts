import type { Finding } from '../../plan/finding.ts';
import { ok, type Result } from '../../plan/result.ts';
import type { Copyable } from '../../wizard/copy-text.ts';
import type { FirstRun } from '../../wizard/first-run.ts';
import type { DraftOffer, Engine, Model, OnSignIn, Opening, Place, WaveOpening, Work } from '../../wizard/screens.ts';
import { whereToWork } from '../../wizard/sentences.ts';
import type { WaveEngine } from '../../wizard/wave/wave-screens.ts';
import { modeWords, stateWords } from '../plain-lines.ts';
import { firstRunLines, noProfileYet } from './first-run.ts';
import { spokenFinding } from './spoken-finding.ts';
import type { Line } from './voice.ts';

/** What this computer knows of a place. */
export type KnownPlace = { place: Place; work: readonly Work[]; drafts: readonly DraftOffer[] };

/** What a word at the first question leads to. */
export type Chosen = { engine: Engine; place: Place } | { wave: WaveEngine };

type Choosing = Promise<Result<Chosen, readonly Finding[]>>;

/** Something that a word does at the first question: it opens, tells, or leaves for another task. */
export type Entry = { word: string; about: string } & (
  | { opens: Place; open(onSignIn: OnSignIn): Choosing }
  | { copies: Copyable }
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
      open: (onSignIn: OnSignIn) => engineIn(place, model.open(place, onSignIn)),
    })),
    ...begunBefore(model, known),
    ...copyEntries(known),
    ...known.flatMap(({ place }, index) =>
      place.profile
        ? [{ word: `about ${index + 1}`, about: `tells more of ${place.name}`, lines: factLines(place) }]
        : [],
    ),
    ...(model.firstRun ? [firstSteps(model.firstRun)] : []),
    ...profileEntries(model, known),
  ];
}

async function engineIn(place: Place, opening: Opening): Choosing {
  const opened = await opening;
  return opened.ok ? ok({ engine: opened.value, place }) : opened;
}

async function waveIn(opening: WaveOpening): Choosing {
  const opened = await opening;
  return opened.ok ? ok({ wave: opened.value }) : opened;
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
      open: (onSignIn: OnSignIn) => engineIn(place, model.continueDraft(place, one.draftId, onSignIn)),
    })),
    ...work.map(({ place, one }, index) => ({
      word: numbered(wordFor(one), work.slice(0, index).filter((other) => wordFor(other.one) === wordFor(one)).length),
      about: aboutWork(one),
      opens: place,
      open: (onSignIn: OnSignIn) =>
        one.many
          ? waveIn(model.followMany(place, one.runId, onSignIn))
          : engineIn(place, model.follow(place, one.runId, onSignIn)),
    })),
  ];
}

/** What is asked to be copied is not told with the rest: each would be a line more to listen to. */
const copyEntries = (known: readonly KnownPlace[]): Entry[] =>
  known
    .flatMap(({ work }) => work)
    .map(({ command, many, runId, label }, index) => ({
      word: numbered('copy', index),
      about: `copies the command that leads back to ${many ? `run ${runId}` : label}`,
      copies: { text: command, name: 'command' },
    }));

/** A run of many rows that are not all sent is gone on with; the number for it is asked there. */
const wordFor = ({ many }: Work): 'watch' | 'resume' => (many && many.left > 0 ? 'resume' : 'watch');

const aboutWork = ({ label, state, when, many }: Work): string =>
  many
    ? `opens run ${label}, ${stateWords[state].toLowerCase()}, ${many.counts}`
    : `watches ${label}, ${stateWords[state].toLowerCase()}, ${when}`;

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
