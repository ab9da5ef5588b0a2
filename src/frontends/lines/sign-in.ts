import { quoted } from '../../plan/parse/readable.ts';
import type { Hands } from '../../wizard/screens.ts';
import type { SignInAbout, Signing, SigningMethod, SigningState, Waiting } from '../../wizard/signing.ts';
import {
  aboutRows,
  accountLines,
  browserLine,
  codeLine,
  elsewhereLine,
  manyBlockCodes,
  pastedText,
  signInHeading,
  timeLeft,
  tunnelCommand,
  tunnelLine,
  waitingText,
} from '../../wizard/signing-words.ts';
import { inLine } from './help.ts';
import { spokenFinding } from './spoken-finding.ts';
import { type Heard, hear, type Talk } from './talk.ts';
import type { Line } from './voice.ts';

type Wanted = {
  talk: Talk;
  signing: Signing;
  hands?: Pick<Hands, 'copy'>;
  /** Says an address in a way that it can be taken whole. */
  sayAddress?: (address: string) => void;
};

type Here = Wanted & { state: SigningState };
type Word = { word: string; about: string; does(here: Here): Promise<void> | void };

/** Leads through a sign-in by lines, until it is done or given up. `leave`: the person wants to be out of it all. */
export async function talkSignIn(wanted: Wanted): Promise<'leave' | null> {
  const { signing, talk } = wanted;
  talk.voice.say(openingLines(signing.about));
  for (let told: SigningState | null = null; ; ) {
    const state = signing.state();
    if (state.status === 'over') return null;
    if (state !== told) tell({ ...wanted, state });
    told = state;
    if (talk.reader.isOver() && needsAnswer(state)) signing.stop();
    const listens = !talk.reader.isOver();
    if (listens && state.status === 'failed') talk.voice.ask(`Type ${inLine(wordsIn(state))}:`);
    const isWanted = (line: string) => !talk.reader.isPipe || needsAnswer(state) || meansSomething(state, line);
    const heard = await hear(talk, {
      seen: { engine: signing, state },
      lateAfterMs: null,
      isWanted: listens ? isWanted : null,
    });
    if (isQuit(heard)) signing.stop();
    else await follow(heard, { ...wanted, state });
    if (isQuit(heard)) return 'leave';
  }
}

const openingLines = (about: SignInAbout): Line[] => [
  ...(about.why === null ? [] : [about.why.what]),
  `${signInHeading(about)}.`,
  ...accountLines(about),
  ...aboutRows(about).map(({ term, value }) => `${term}: ${value}.`),
];

/** Without somebody who types it leads nowhere. */
const needsAnswer = (state: SigningState): boolean =>
  state.status === 'failed' ||
  (state.status === 'waiting' && state.waiting.kind === 'browser' && !state.waiting.opened);

function tell(here: Here): void {
  const { state, talk } = here;
  if (state.status === 'failed') talk.voice.say(spokenFinding(state.finding));
  if (state.status === 'waiting') tellWaiting(here, state.waiting);
}

function tellWaiting({ talk: { voice }, signing, state, sayAddress }: Here, waiting: Waiting): void {
  const say = sayAddress ?? ((address: string) => voice.say([address]));
  if (waiting.kind === 'code') voice.say(codeLines(waiting));
  else {
    voice.say([browserLine(waiting)]);
    say(waiting.address);
    if (!waiting.opened)
      voice.say([elsewhereLine(waiting), tunnelLine, { command: tunnelCommand(waiting, signing.about) }]);
  }
  const left = timeLeft(waiting.expiresAt, signing.now());
  voice.say([`${waitingText(state.method)}, ${left}. Type ${inLine(wordsIn(state))} at any time.`]);
}

const codeLines = ({ verificationUri, userCode }: Extract<Waiting, { kind: 'code' }>): Line[] => [
  codeLine,
  `Open: ${verificationUri}`,
  `Code: ${userCode}`,
  manyBlockCodes,
];

function wordsIn(state: SigningState): Word[] {
  const other: Word =
    state.method === 'browser'
      ? { word: 'code', about: 'uses a code in place of the browser; many tenants block it', does: begin('device') }
      : { word: 'browser', about: 'uses the browser in place of a code', does: begin('browser') };
  return [again, ...(isBrowser(state) ? [paste, copy] : []), other, back];
}

/** The words that are understood in a state, for lists of them. */
export const signInWords = (state: SigningState): readonly string[] => wordsIn(state).map(({ word }) => word);

const isBrowser = (state: SigningState): boolean => state.status === 'waiting' && state.waiting.kind === 'browser';

const begin =
  (method: SigningMethod): Word['does'] =>
  ({ signing }) =>
    signing.start(method);

const again: Word = {
  word: 'again',
  about: 'opens the browser again, or begins anew',
  does: async ({ signing, state, talk }) => {
    if (state.status !== 'waiting' || state.waiting.kind === 'code') return signing.start(state.method);
    const isOpened = await state.waiting.openAgain();
    talk.voice.say([isOpened ? 'The browser was opened again.' : 'No browser can be opened here.']);
  },
};

const paste: Word = {
  word: 'paste',
  about: 'says what is to be pasted when the browser is on another computer',
  does: ({ state, talk }) =>
    state.status === 'waiting' && state.waiting.kind === 'browser'
      ? talk.voice.say([elsewhereLine(state.waiting)])
      : undefined,
};

const copy: Word = {
  word: 'copy',
  about: 'copies the address',
  does: async ({ state, talk, hands }) => {
    if (state.status !== 'waiting' || state.waiting.kind !== 'browser') return;
    const went = (await hands?.copy(state.waiting.address)) ?? 'none';
    talk.voice.say([went === 'none' ? 'No clipboard was found here.' : 'The address is on the clipboard.']);
  },
};

const back: Word = { word: 'back', about: 'gives it up', does: ({ signing }) => signing.stop() };

const isQuit = (heard: Heard): boolean => heard.what === 'line' && /^\s*quit\s*$/i.test(heard.text);

const wordFor = (state: SigningState, text: string): Word | undefined =>
  wordsIn(state).find(({ word }) => word === text);

const isAddress = (line: string): boolean => /[?&](code|error)=/.test(line);

const meansSomething = (state: SigningState, line: string): boolean =>
  isAddress(line) || /^\s*quit\s*$/i.test(line) || wordFor(state, line.trim().toLowerCase()) !== undefined;

async function follow(heard: Heard, here: Here): Promise<void> {
  const { talk, signing, state } = here;
  if (heard.what === 'stopped') signing.stop();
  talk.voice.answered(heard.what === 'line' ? heard.text : null);
  if (heard.what !== 'line') return;
  const text = heard.text.trim();
  const word = wordFor(state, text.toLowerCase());
  const { waiting = null } = state.status === 'waiting' ? state : {};
  if (word) await word.does(here);
  else if (waiting?.kind === 'browser' && text.includes('?')) talk.voice.say([pastedText[waiting.paste(text)]]);
  else if (text !== '') tellWords(here, text);
}

function tellWords({ talk, state }: Here, text: string): void {
  if (text.toLowerCase() !== 'help') talk.voice.say([`${quoted(text)} means nothing here.`]);
  talk.voice.say(wordsIn(state).map(({ word: name, about }) => `${name}: ${about}`));
}
