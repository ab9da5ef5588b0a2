import type { Hands } from '../../../wizard/screens.ts';
import { type NumberQuestion, numberWords, someStarted } from '../../../wizard/wave/number-questions.ts';
import { problemsOf } from '../../../wizard/wave/wave-problems.ts';
import type { WaveEngine } from '../../../wizard/wave/wave-screens.ts';
import { afterSignIn, offersSignIn } from '../../../wizard/wave/wave-signed-out.ts';
import type { WaveState } from '../../../wizard/wave/wave-state.ts';
import { counted } from '../../../wizard/wave/wave-summary.ts';
import { runOf, waveWayBack } from '../../../wizard/wave/wave-way-back.ts';
import { writtenText } from '../../../wizard/wave/wave-words.ts';
import { copyLines } from '../copy-lines.ts';
import { firstQuestion } from '../places.ts';
import { signInAgain } from '../sign-in-again.ts';
import { forgetTypeAhead, type Heard, hear, type Talk } from '../talk.ts';
import { countsAnswer, countsLine, countsOf } from './counts.ts';
import { newsOf } from './news.ts';
import { createNumbers } from './problems.ts';
import { asksToSubmit, numberPrompt, promptOf, replyTo, stillLine, wordsInLine } from './prompts.ts';
import { createTempo } from './tempo.ts';
import { createTroubles } from './troubles.ts';
import type { WaveReply, WaveView } from './view.ts';
import { wordIn } from './words.ts';

/** How a dialogue about many moves ends; `over` when the input has ended and an answer is missing. */
export type WaveWay = 'back' | 'leave' | 'over' | 'stopped';

/** `isChosen`: a run that was chosen at the first question, which its board leads back to. */
type Wanted = { talk: Talk; engine: WaveEngine; hands: Hands; mayGoBack: boolean; isChosen?: boolean };

/** Leads many moves by lines: numbers in place of a table, and by name only what somebody has to look at. */
export async function talkWave(wanted: Wanted): Promise<WaveWay> {
  const dialogue = new WaveDialogue(wanted);
  for (;;) {
    const way = await dialogue.turn();
    if (way !== null) return way;
  }
}

/** It goes on by itself, with numbers to tell. */
const isBusy = ({ status }: WaveState): boolean =>
  status === 'checking' || status === 'submitting' || status === 'watching' || status === 'cancelling';

class WaveDialogue {
  readonly #wanted: Wanted;
  readonly #numbersOf = createNumbers();
  readonly #troubles = createTroubles();
  readonly #tempo: ReturnType<typeof createTempo>;
  /** The state that was told last, and when its status began by the wave's clock. */
  #told: WaveState | null = null;
  #since = 0;
  /** The highest number of a problem that was told. */
  #toldProblems = 0;
  /** A number that is being asked for, over whatever goes on. */
  #asked: NumberQuestion | null = null;
  /** A look was asked for, and is answered by the next news of the service. */
  #isLooking = false;
  /** Leaves when what was sent has its answers. */
  #isLeaving = false;
  #saidOver = false;
  /** The words that were offered last. */
  #offered = '';

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#tempo = createTempo(wanted.talk.clock);
  }

  get #view(): WaveView {
    const { engine, isChosen = false } = this.#wanted;
    const state = engine.state();
    const problems = state.status === 'reading' ? this.#numbersOf(problemsOf(state)) : [];
    const isOneOfMany = engine.others().length > 0;
    return { state, now: engine.now(), problems, maySignIn: offersSignIn(engine, state), isOneOfMany, isChosen };
  }

  /** One thing said and one thing heard; how it ends, or null when it goes on. */
  async turn(): Promise<WaveWay | null> {
    const { talk, engine } = this.#wanted;
    this.#tellNews();
    const view = this.#view;
    const { state } = view;
    if (this.#isLeaving && state.status !== 'submitting') return 'leave';
    const offer = `${state.status} ${wordsInLine(view)}`;
    const prompt = this.#asked
      ? numberPrompt(numberWords(this.#asked, state))
      : promptOf(view, offer === this.#offered);
    if (talk.reader.isOver()) {
      if (prompt !== null) return this.#endOver();
      this.#tellOver(state);
    } else if (prompt !== null && !talk.voice.isAsking()) {
      if (this.#asked || asksToSubmit(state)) await forgetTypeAhead(talk);
      if (engine.state() !== state) return null;
      talk.voice.ask(prompt);
      if (!this.#asked) this.#offered = offer;
    }
    return this.#follow(await this.#hear(view, prompt !== null));
  }

  #tellNews(): void {
    const { talk } = this.#wanted;
    const before = this.#told;
    const view = this.#view;
    const { state, now, problems } = view;
    if (state !== before) {
      const fresh = problems.filter(({ number }) => number > this.#toldProblems);
      this.#toldProblems = Math.max(this.#toldProblems, ...problems.map(({ number }) => number));
      const troubles = () => this.#troubles.fresh(state, now);
      talk.voice.say(newsOf(state, { before, now, problems, fresh, troubles }));
      if (before?.status !== state.status) this.#begin(view);
      this.#closeQuestion(state);
      this.#told = state;
    }
    const isAnswer = this.#isLooking && before !== null && state.lines !== before.lines;
    if (isBusy(state) && (isAnswer || this.#tempo.isDue(countsOf(state)))) this.#tellCounts([countsLine(state, now)]);
  }

  #begin(view: WaveView): void {
    const { talk } = this.#wanted;
    const { state } = view;
    this.#since = view.now;
    this.#isLooking = false;
    this.#tempo.begin(countsOf(state), state.status === 'watching' ? 'at once' : 'in a minute');
    if (talk.reader.isPipe || talk.reader.isOver()) return;
    if (state.status === 'submitting') talk.voice.say(['Type stop, counts or help at any time.']);
    if (state.status === 'watching') talk.voice.say([`Type ${wordsInLine(view)} at any time.`]);
  }

  /** A question about rows that moved on meanwhile closes by itself. */
  #closeQuestion(state: WaveState): void {
    if (!this.#asked || numberWords(this.#asked, state).rows.length > 0) return;
    this.#asked = null;
    this.#wanted.talk.voice.say(['It is too late for that number now, so nothing was done.']);
  }

  #tellCounts(lines: readonly string[]): void {
    const { state, now } = this.#view;
    this.#isLooking = false;
    this.#tempo.toldCounts(countsOf(state));
    this.#wanted.talk.voice.say([...lines, ...this.#troubles.fresh(state, now)]);
  }

  #tellOver(state: WaveState): void {
    if (this.#saidOver || state.status !== 'watching') return;
    this.#saidOver = true;
    this.#wanted.talk.voice.say(['The input has ended. This goes on until all tasks have ended; Ctrl+C leaves it.']);
  }

  /** Nothing is agreed to by an end of input: a number that was asked for is taken as not given. */
  #endOver(): WaveWay | null {
    if (!this.#asked) return 'over';
    this.#asked = null;
    this.#wanted.talk.voice.say(['The input has ended before the number, so nothing was done.']);
    return null;
  }

  #hear(view: WaveView, isAsked: boolean): Promise<Heard> {
    const { talk, engine } = this.#wanted;
    const { reader } = talk;
    const { state } = view;
    const isHeard = !reader.isOver() && (isAsked || state.status === 'watching' || !reader.isPipe);
    // From a pipe a line may be meant for what comes next: it waits there until its turn.
    const isWanted = (line: string) => isAsked || !reader.isPipe || wordIn(view, line) !== undefined;
    return hear(talk, {
      seen: { engine, state },
      lateAfterMs: isBusy(state) ? this.#tempo.quietMs(countsOf(state)) : null,
      isWanted: isHeard ? isWanted : null,
    });
  }

  async #follow(heard: Heard): Promise<WaveWay | null> {
    const { voice } = this.#wanted.talk;
    switch (heard.what) {
      case 'stopped':
        return 'stopped';
      case 'line':
        voice.answered(heard.text);
        return this.#asked
          ? this.#replyToNumber(this.#asked, heard.text)
          : this.#reply(replyTo(this.#view, heard.text));
      case 'over':
        voice.answered(null);
        return null;
      case 'late':
        this.#tellLate();
        return null;
      default:
        return null;
    }
  }

  /** Numbers that are due are told with the news; else it is a sign of life. */
  #tellLate(): void {
    const { state, now } = this.#view;
    if (this.#tempo.isDue(countsOf(state))) return;
    this.#tempo.toldBeat();
    const line = stillLine(this.#view, this.#since);
    // A task that nobody touches is in trouble without any news.
    if (line !== null) this.#wanted.talk.voice.say([line, ...this.#troubles.fresh(state, now)]);
  }

  /** Only the whole number does anything. */
  #replyToNumber(about: NumberQuestion, line: string): WaveWay | null {
    const { talk, engine } = this.#wanted;
    const word = line.trim();
    const { rows } = numberWords(about, engine.state());
    if (word.toLowerCase() === 'quit') return 'leave';
    if (word.toLowerCase() !== 'back' && word !== String(rows.length)) {
      talk.voice.say([`That is not the number ${rows.length}, so nothing was done.`]);
      return null;
    }
    this.#asked = null;
    if (word.toLowerCase() === 'back') talk.voice.say(['Nothing was done.']);
    else if (about.name === 'goOn') engine.dispatch({ type: 'goOnAsked' });
    else {
      engine.dispatch({ type: 'cancelAsked', rows, word });
      if (engine.state().status !== 'cancelling') talk.voice.say([someStarted]);
    }
    return null;
  }

  async #reply(reply: WaveReply): Promise<WaveWay | null> {
    const { talk, engine, hands } = this.#wanted;
    const { state, now } = this.#view;
    switch (reply.do) {
      case 'tell':
        talk.voice.say(reply.lines);
        return null;
      case 'dispatch':
        engine.dispatch(reply.happening);
        return null;
      case 'mend':
        talk.voice.say(reply.lines);
        engine.mend(reply.fixes);
        return null;
      case 'write':
        talk.voice.say([writtenText(await reply.write(engine))]);
        return null;
      case 'askNumber':
        return this.#ask(reply.about);
      case 'retry':
        talk.voice.say([`A new wave of ${counted(reply.rows.length, 'row')}.`]);
        this.#troubles.forget();
        engine.retry(reply.rows);
        return null;
      case 'counts':
        this.#tellCounts(countsAnswer(state, now) as string[]);
        return null;
      case 'look':
        engine.dispatch({ type: 'lookAsked' });
        this.#isLooking = true;
        return null;
      case 'turn':
        return this.#turnTo();
      case 'signIn':
        return signInAgain({ engine, talk, hands, after: afterSignIn(engine.state()) });
      case 'copy':
        talk.voice.say(await copyLines(hands, { text: waveWayBack(state), name: 'command' }));
        return null;
      case 'go':
        return this.#go(reply.way);
    }
  }

  /** Another wave is told from its beginning: nothing of it was said by its numbers yet. */
  #turnTo(): null {
    const { talk, engine } = this.#wanted;
    engine.turn();
    this.#told = null;
    this.#troubles.forget();
    const run = runOf(engine.state());
    if (run !== null) talk.voice.say([`The other wave. Run: ${run}`]);
    return null;
  }

  #ask(about: NumberQuestion): null {
    const { question, lines } = numberWords(about, this.#view.state);
    this.#asked = about;
    this.#wanted.talk.voice.say([question, ...lines]);
    return null;
  }

  #go(way: 'back' | 'home' | 'leave'): WaveWay | null {
    const { talk, engine, mayGoBack } = this.#wanted;
    if (way === 'home') return 'back';
    if (way === 'back') {
      if (engine.others().length > 0) return this.#turnTo();
      if (mayGoBack) return way;
      talk.voice.say([firstQuestion]);
      return null;
    }
    // Who says it twice does not wait for answers either: the record has the rest.
    if (engine.state().status !== 'submitting' || this.#isLeaving) return way;
    this.#isLeaving = true;
    engine.dispatch({ type: 'stopAsked' });
    talk.voice.say(['Leaving when it is answered; quit again leaves at once.']);
    return null;
  }
}
