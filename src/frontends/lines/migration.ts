import { copyableOf } from '../../wizard/copy-text.ts';
import { savedNote } from '../../wizard/saved-note.ts';
import type { Engine, Hands } from '../../wizard/screens.ts';
import { afterSignIn, offersSignIn } from '../../wizard/signed-out.ts';
import type { State } from '../../wizard/state.ts';
import type { WaveEngine } from '../../wizard/wave/wave-screens.ts';
import { mayAskWord, type WordFor } from '../../wizard/word-questions.ts';
import { copyLines } from './copy-lines.ts';
import { unchangedLine } from './following.ts';
import { gapAfter } from './heartbeat.ts';
import { inLine } from './help.ts';
import { askMany, type OpenMany } from './many.ts';
import { createMemory } from './memory.ts';
import { newsOf } from './news.ts';
import { firstQuestion } from './places.ts';
import { asksForWord, promptOf, replyTo, stillLine, wordIn } from './prompts.ts';
import { signInAgain } from './sign-in-again.ts';
import { forgetTypeAhead, type Heard, hear, type Talk } from './talk.ts';
import { targetLines } from './target-lines.ts';
import type { Reply, View } from './view.ts';
import { replyToWord, wordLines, wordPrompt } from './word-question.ts';
import { wordsOf } from './words.ts';

/** How a dialogue about one migration ends; `over` when the input has ended and an answer is missing. */
export type Way = 'another' | 'back' | 'leave' | 'over' | 'stopped' | { wave: WaveEngine };

type Wanted = { talk: Talk; engine: Engine; hands: Hands; mayGoBack: boolean; openMany?: OpenMany };

/** Leads one migration by lines: says what changes, asks what is open, and hands the answers to the machine. */
export async function talkThrough(wanted: Wanted): Promise<Way> {
  const dialogue = new Dialogue(wanted);
  for (;;) {
    const way = await dialogue.turn();
    if (way !== null) return way;
  }
}

/** What may take hours: words are listened to meanwhile, from a pipe too. */
const isLong = ({ status }: State): boolean => status === 'watching' || status === 'unconfirmed';

/** Where a state is another one to a listener, and the count of signs of life begins anew. */
const faceOf = (state: State): string =>
  `${state.status} ${'followed' in state ? state.followed.task?.state : ''} ${'at' in state ? state.at : ''}`;

class Dialogue {
  readonly #wanted: Wanted;
  readonly #memory = createMemory();
  /** The state that was told last, when it began by the migration's clock, and how many signs of life it has had. */
  #told: State | null = null;
  #since = 0;
  #beats = 0;
  /** When the next one is due, by this computer's clock. */
  #beatAt = 0;
  /** The line that led to the state that is told next. */
  #heard: string | null = null;
  /** A word that is being asked for, over whatever goes on. */
  #wordFor: WordFor | null = null;
  /** How often the service had been asked when a look was asked for. */
  #looksBefore: number | null = null;
  #saidOver = false;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  get #view(): View {
    const { engine } = this.#wanted;
    const state = engine.state();
    const recall = state.status === 'asking' ? engine.recall(state.at) : [];
    return { state, now: engine.now(), recall, maySignIn: offersSignIn(engine, state) };
  }

  /** One thing said and one thing heard; how it ends, or null when it goes on. */
  async turn(): Promise<Way | null> {
    const { talk, engine } = this.#wanted;
    this.#tellNews();
    const { state } = this.#view;
    if (state.status === 'dryRunDone' && state.report.clean !== null) {
      engine.dispatch({ type: 'confirmationOpened' });
      return null;
    }
    const prompt = this.#wordFor ? wordPrompt(this.#wordFor) : promptOf(this.#view);
    if (talk.reader.isOver()) {
      if (prompt !== null || (state.status === 'unconfirmed' && state.mayResend)) return this.#endOver();
      this.#tellOver(state);
    } else if (prompt !== null && !talk.voice.isAsking()) {
      if (this.#wordFor || asksForWord(state)) await forgetTypeAhead(talk);
      if (engine.state() !== state) return null;
      talk.voice.ask(prompt);
    }
    return this.#follow(await this.#hear(state, prompt !== null));
  }

  #tellNews(): void {
    const { talk } = this.#wanted;
    const before = this.#told;
    const { state, now } = this.#view;
    if (state === before) return;
    if (this.#heard !== null) this.#forgetOpen(before);
    const lines = newsOf(state, { before, heard: this.#heard, memory: this.#memory, now });
    talk.voice.say(lines);
    this.#tellLook(state, lines.length === 0);
    if (before === null || faceOf(before) !== faceOf(state)) this.#begin(before, state);
    if (this.#wordFor && !mayAskWord(this.#wordFor, state)) {
      this.#wordFor = null;
      talk.voice.say(['It is too late for that word now, so nothing was done.']);
    }
    this.#told = state;
    this.#heard = null;
  }

  /** What was said about an answer is news again when another answer was given. */
  #forgetOpen(before: State | null): void {
    if (before?.status === 'asking') this.#memory.forget(before.at);
    if (before?.status === 'confirming') this.#memory.forget('confirm');
  }

  #begin(before: State | null, state: State): void {
    const { talk } = this.#wanted;
    this.#since = this.#view.now;
    this.#beats = 0;
    this.#beatAt = talk.clock.now() + gapAfter(0);
    if (isLong(state) && before?.status !== state.status && promptOf(this.#view) === null && !talk.reader.isPipe)
      talk.voice.say([`Watching. Type ${inLine(wordsOf(this.#view))} at any time.`]);
  }

  /** A look that was asked for is answered, also when everything is as it was. */
  #tellLook(state: State, isUnchanged: boolean): void {
    if (this.#looksBefore === null || !('followed' in state) || state.followed.looks <= this.#looksBefore) return;
    this.#looksBefore = null;
    if (isUnchanged) this.#wanted.talk.voice.say([unchangedLine(state, this.#view.now)]);
  }

  #tellOver(state: State): void {
    if (this.#saidOver || !isLong(state)) return;
    this.#saidOver = true;
    this.#wanted.talk.voice.say(['The input has ended. This goes on until the task has ended; Ctrl+C leaves it.']);
  }

  /** Nothing is agreed to by an end of input: a word that was asked for is taken as not given. */
  #endOver(): Way | null {
    if (!this.#wordFor) return 'over';
    this.#wordFor = null;
    this.#wanted.talk.voice.say(['The input has ended before the word, so nothing was done.']);
    return null;
  }

  #hear(state: State, isAsked: boolean): Promise<Heard> {
    const { talk, engine } = this.#wanted;
    const { reader } = talk;
    const view = this.#view;
    const isHeard = !reader.isOver() && (isAsked || isLong(state) || !reader.isPipe);
    // From a pipe a line may be meant for what comes next: it waits there until its turn.
    const isWanted = (line: string) => isAsked || !reader.isPipe || wordIn(view, line) !== undefined;
    return hear(talk, {
      seen: { engine, state },
      lateAfterMs: stillLine(view, this.#since) === null ? null : Math.max(0, this.#beatAt - talk.clock.now()),
      isWanted: isHeard ? isWanted : null,
    });
  }

  async #follow(heard: Heard): Promise<Way | null> {
    const { voice, clock } = this.#wanted.talk;
    switch (heard.what) {
      case 'stopped':
        return 'stopped';
      case 'line':
        voice.answered(heard.text);
        this.#heard = heard.text.trim();
        return this.#reply(
          this.#wordFor ? this.#replyToWord(this.#wordFor, heard.text) : replyTo(this.#view, heard.text),
        );
      case 'over':
        voice.answered(null);
        return null;
      case 'late':
        this.#beats += 1;
        this.#beatAt = clock.now() + gapAfter(this.#beats);
        voice.say([stillLine(this.#view, this.#since) ?? 'Still at work.']);
        return null;
      default:
        return null;
    }
  }

  #replyToWord(wordFor: WordFor, line: string): Reply {
    const { reply, isClosed } = replyToWord(wordFor, line);
    if (isClosed) this.#wordFor = null;
    return reply;
  }

  async #reply(reply: Reply): Promise<Way | null> {
    const { talk, engine, hands, mayGoBack } = this.#wanted;
    const { state } = this.#view;
    switch (reply.do) {
      case 'tell':
        talk.voice.say(reply.lines);
        return null;
      case 'dispatch':
        if ('followed' in state && reply.happenings.some(({ type }) => type === 'lookAsked'))
          this.#looksBefore = state.followed.looks;
        for (const happening of reply.happenings) engine.dispatch(happening);
        return null;
      case 'askWord':
        this.#wordFor = reply.wordFor;
        talk.voice.say(wordLines(reply.wordFor, state));
        return null;
      case 'copy':
        talk.voice.say(await copyLines(hands, copyableOf(state)));
        return null;
      case 'signIn':
        return signInAgain({ engine, talk, hands, after: afterSignIn(state) });
      case 'many':
        return this.#many();
      case 'save':
        talk.voice.say([savedNote(await engine.savePlan())]);
        return null;
      case 'saveTarget':
        talk.voice.say(await targetLines(engine, state));
        return null;
      case 'go':
        if (reply.way !== 'back' || mayGoBack) return reply.way;
        talk.voice.say([firstQuestion]);
        return null;
    }
  }

  /** Many moves in place of one; without them the question is asked again. */
  async #many(): Promise<Way | null> {
    const { talk, openMany } = this.#wanted;
    const many = await askMany(talk, openMany ?? null);
    return many === 'back' ? null : many;
  }
}
