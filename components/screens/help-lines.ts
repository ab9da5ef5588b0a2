import { glossary, onePassInShort } from '../../src/wizard/sentences.ts';
import type { State } from '../../src/wizard/state.ts';
import { waveGlossary } from '../../src/wizard/wave/wave-glossary.ts';
import type { Overlay } from '../app/context.ts';
import { wrapText } from '../text/wrap.ts';
import { type WaveScreenName, waveHelp } from '../wave/wave-help.ts';

/** Ways from one migration to many; what they do is a command of its own elsewhere. */
type ToMany = 'many' | 'pasted';

/** A screen of the wizard for one migration. */
export type ScreenName = State['status'] | Exclude<Overlay, ToMany> | 'welcome' | 'signIn' | 'copy';

/** What help can be about. */
export type HelpTopic = ScreenName | ToMany | WaveScreenName;

const step = [
  '1 to 4     edit a step',
  'v          the whole request and all findings',
  'Esc        back, typed text is kept',
];

const word = ['the word   typed in full, then Enter', 'Esc        back, and nothing is done'];

const details = 'v          the request, all findings, and what the service said';

const onScreen: { readonly [K in HelpTopic]: readonly string[] } = {
  welcome: [
    'Up Down    move       Enter opens',
    'w          opens known work: a task to watch, or the table of a run, to watch it or go on with it',
    'Tab        the next one of it',
    'q          quit',
  ],
  signIn: [
    'y          copies the address, or the code',
    'v          shows the whole address',
    'r          opens it again, or makes a new code',
    'p          a field for the address that a browser elsewhere ended at',
    'd          signs in by a code; many tenants block it',
    'b          signs in by the browser',
    'Esc        gives it up, and goes back',
  ],
  asking: [
    'Enter      next; takes what is offered after the cursor',
    'Tab        takes it and stays; else the next field of this step',
    'Ctrl+Y     takes the suggested fix',
    'Ctrl+A E   start, end      Ctrl+U K  clear before, after',
    'Shift+Tab  back, also from a field that is wrong; Esc does the same',
  ],
  reviewing: [
    'Enter      sends the dry run; nothing is moved by it',
    'p          saves the plan in the current folder, for crossorg apply',
    's          saves where it lands in the profile, where that is new to it',
    ...step,
  ],
  dryRunning: ['Esc        stops waiting, back to the request'],
  dryRunDone: ['Enter      on to the confirmation, when it is ready', 'r          runs it again', ...step],
  confirming: ['the word   typed in full, then Enter: submits', 'Shift+Tab  back to the request      Esc too'],
  submitting: ['Ctrl+C     leave; the submission is written down and can be found again'],
  refused: ['r          new dry run with the same answers', ...step],
  unconfirmed: ['r          look now', 's          send once more, when it is offered', details],
  watching: ['r          look now', 'c          cancel, while it is queued', details, 'q          leave it running'],
  cancelling: ['Ctrl+C     leave'],
  finished: [
    'n          new try of what failed or was cancelled, else another migration',
    'a          another migration',
    details,
    'q          leave',
  ],
  leave: [
    'Enter      takes the marked line      a digit takes its line',
    'Ctrl+C     leaves at once',
    'Esc        stay',
  ],
  full: ['Up Down    scroll, also PageUp and PageDown', 'v          back      Esc too'],
  cancel: word,
  cancelAndLeave: word,
  resend: word,
  many: ['Enter      reads the file; nothing is sent by it', 'Esc        back'],
  pasted: ['Enter      takes the marked line      a digit takes its line', 'Esc        back, what was typed is kept'],
  copy: ['Esc        back'],
  ...waveHelp,
};

/** The help text of a screen; what is too long goes on under itself. */
export const helpLines = (screen: HelpTopic, width: number): string[] =>
  textsFor(screen).flatMap((line) => (line.length <= width ? [line] : hanging(line, width)));

/** Breaks the text after a key or a word, and keeps its column. */
function hanging(line: string, width: number): string[] {
  const before = /^ {2}\S.*? {2,}/.exec(line)?.[0] ?? '';
  return wrapText(line.slice(before.length), width - before.length).map(
    (text, at) => (at === 0 ? before : ' '.repeat(before.length)) + text,
  );
}

const glossaryFor = (screen: HelpTopic): typeof glossary =>
  screen.startsWith('wave ') ? [...glossary, ...waveGlossary] : glossary;

const textsFor = (screen: HelpTopic): string[] => [
  'Keys on this screen',
  ...onScreen[screen].map((line) => `  ${line}`),
  '',
  'Keys everywhere',
  '  ?          this help; in a text field F1 or Ctrl+G',
  '  y          copies what the screen is about: the command, or an id',
  '  Ctrl+L     draws the screen again',
  '  Ctrl+Z     suspends, where the system can; fg comes back',
  '  Ctrl+C     asks to leave; again, and it leaves at once',
  '',
  'Words used',
  ...glossaryFor(screen).map(([term, meaning]) => `  ${term.padEnd(11)}  ${meaning}`),
  '',
  onePassInShort,
];
