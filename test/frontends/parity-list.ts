import type { HelpTopic } from '../../components/screens/help-lines.ts';

/** The screens of one migration, and the first one. Waves have commands and lists of their own. */
export type MigrationScreen = Exclude<HelpTopic, `wave ${string}`>;

/** How line mode does a task: by a word, by an answer, or without either. */
export type ByLine = { word: string } | { answer: string } | { itself: string };

/** One task of the wizard, and the other two ways to it. `flags` is a command, or says why none is needed. */
export type Task = { line: ByLine; flags: string };

const allStands = 'Not needed: every answer stands in the command.';
const noScreen = 'Not needed: nothing is drawn, so there is nothing to move on.';
const saysAll = 'Not needed: everything is in the output.';
const endsItself = 'Not needed: a command ends by itself, and Ctrl+C ends it early.';

const back = (flags = allStands): Task => ({ line: { word: 'back' }, flags });
const leave: Task = { line: { word: 'quit' }, flags: endsItself };
const edit: Task = { line: { word: '2' }, flags: 'crossorg migrate --target dana@fabrikam.com' };
const copied: Task = { line: { word: 'copy' }, flags: saysAll };
const everything: Task = { line: { word: 'full' }, flags: 'crossorg migrate --dry-run --json' };
const dryRunAgain: Task = { line: { word: 'dry run' }, flags: 'crossorg migrate --dry-run' };
const look: Task = { line: { word: 'look' }, flags: 'crossorg status --last' };
const another: Task = { line: { word: 'another' }, flags: 'crossorg migrate user' };
const signInHere: Task = { line: { word: 'sign in' }, flags: 'crossorg login --side source' };
const choose: Task = { line: { answer: '2' }, flags: 'crossorg migrate --type site' };

const pastedLines: Task = {
  line: { itself: 'Each line that is pasted answers one question.' },
  flags: 'crossorg wave',
};

const wordQuestion = (flags: string): Record<string, Task> => ({
  'Enter go on, after the word yes': { line: { word: 'yes' }, flags },
  'Esc back': { line: { word: 'back' }, flags: 'Not needed: without --confirm nothing is done.' },
});

/** Every key that a screen of the wizard names, as its last lines name it. */
export const parity: { readonly [K in MigrationScreen]: Readonly<Record<string, Task>> } = {
  welcome: {
    'Enter open': { line: { word: '1' }, flags: 'crossorg migrate --profile c2f' },
    'Up Down move': { line: { word: '2' }, flags: 'crossorg migrate --profile n2f' },
    '/ filter': { line: { answer: 'n2' }, flags: 'crossorg migrate --profile n2f' },
    'Esc all places': { line: { itself: 'All places are said at once.' }, flags: 'crossorg migrate --profile n2f' },
    'd continue the draft': { line: { word: 'draft' }, flags: allStands },
    'w watch the first one': { line: { word: 'watch' }, flags: 'crossorg watch --last' },
    'w resume it': { line: { word: 'resume' }, flags: 'crossorg resume --last' },
    'Tab the next one': { line: { word: 'watch 2' }, flags: 'crossorg watch --last' },
    'y copy its command': { line: { word: 'copy' }, flags: 'Not needed: crossorg runs names every run.' },
    'f first steps': { line: { word: 'first steps' }, flags: 'Not needed: docs/app-registration.md has all of it.' },
    'n new profile': { line: { word: 'new profile' }, flags: 'crossorg profile' },
    'e edit it': { line: { word: 'edit 1' }, flags: 'crossorg profile' },
    'q quit': leave,
  },
  signIn: {
    'y copy the address': { line: { word: 'copy' }, flags: 'crossorg login' },
    'v show all of it': { line: { itself: 'The whole address is said.' }, flags: 'crossorg login' },
    'r open again': { line: { word: 'again' }, flags: 'crossorg login' },
    'p paste': { line: { word: 'paste' }, flags: 'crossorg login' },
    'Enter take it': { line: { itself: 'What is pasted is taken.' }, flags: 'crossorg login' },
    'd use a code instead': { line: { word: 'code' }, flags: 'crossorg login --auth device' },
    'y copy the code': { line: { itself: 'The code is said on a line of its own.' }, flags: 'crossorg login --events' },
    'r new code': { line: { word: 'again' }, flags: 'crossorg login --auth device' },
    'b use the browser instead': { line: { word: 'browser' }, flags: 'crossorg login --auth browser' },
    'r try again': { line: { word: 'again' }, flags: 'crossorg login' },
    'Esc back': back(endsItself),
  },
  asking: {
    'Enter next': { line: { answer: 'dana@contoso.com' }, flags: 'crossorg migrate --source dana@contoso.com' },
    'Enter or 1-2 choose': choose,
    'Enter or 1-4 choose': choose,
    'Up Down move': choose,
    'Tab complete': { line: { answer: '' }, flags: 'crossorg migrate --source dana@contoso.com' },
    'Tab next field': { line: { word: 'next' }, flags: allStands },
    'Ctrl+Y accept fix': { line: { word: 'fix' }, flags: 'crossorg migrate --start now' },
    'Esc back': back(),
    'Esc or Shift+Tab back': back(),
    'Ctrl+C leave': leave,
  },
  reviewing: {
    'Enter dry run': { line: { word: 'dry run' }, flags: 'crossorg migrate --dry-run' },
    '1-4 edit': edit,
    'v full': everything,
    'y copy command': copied,
    's save to profile': {
      line: { word: 'save to profile' },
      flags: 'crossorg profile edit c2f --target-host https://fabrikam-my.sharepoint.com',
    },
    'p save plan': { line: { word: 'save' }, flags: 'crossorg migrate --plan-out plan.json' },
    'Esc back': back(),
  },
  dryRunning: {
    'Esc stop waiting, back to the request': back(endsItself),
    'Ctrl+C leave': leave,
  },
  dryRunDone: {
    'Enter go on': { line: { itself: 'The confirmation follows at once.' }, flags: 'crossorg migrate --confirm yes' },
    'r run again': dryRunAgain,
    'i sign in': signInHere,
    '1-4 edit': edit,
    'v all': everything,
    'y copy request id': copied,
    'Esc back': back(),
  },
  confirming: {
    'Enter send': { line: { answer: 'yes' }, flags: 'crossorg migrate --confirm yes' },
    '1-4 edit': edit,
    'v details': everything,
    'Esc back, nothing is sent': back('Not needed: without --confirm nothing is sent.'),
    'Ctrl+C leave': leave,
  },
  submitting: { 'Ctrl+C leave': leave },
  refused: {
    'r new dry run': dryRunAgain,
    'i sign in': signInHere,
    '1-4 edit': edit,
    'v details': everything,
    'y copy plan number': copied,
    'y copy request id': copied,
    'Esc back': back(),
    'Ctrl+C leave': leave,
  },
  unconfirmed: {
    'r look now': { line: { word: 'look' }, flags: 'crossorg resume' },
    'i sign in': signInHere,
    's send once more': { line: { word: 'send again' }, flags: 'crossorg resume --confirm yes' },
    'v details': { line: { word: 'full' }, flags: 'crossorg runs --last' },
    'y copy command': copied,
    'Ctrl+C leave': leave,
  },
  watching: {
    'r look now': look,
    'i sign in': signInHere,
    'c cancel': { line: { word: 'cancel' }, flags: 'crossorg cancel --last' },
    'v details': { line: { word: 'full' }, flags: 'crossorg status --last' },
    'y copy task id': copied,
    'q leave it running': leave,
  },
  cancelling: { 'y copy task id': copied, 'Ctrl+C leave': leave },
  finished: {
    'n new try': { line: { word: 'new try' }, flags: 'crossorg migrate --confirm yes' },
    'n another migration': another,
    'a another migration': another,
    'v details': { line: { word: 'full' }, flags: 'crossorg status --last' },
    'y copy task id': copied,
    'Enter leave': { line: { answer: '' }, flags: endsItself },
    'q leave': leave,
  },
  leave: {
    'Enter or 1-2 choose': leave,
    'Enter or 1-3 choose': leave,
    'Ctrl+C leave at once': leave,
    'Esc stay': { line: { itself: 'Only the word quit leaves.' }, flags: endsItself },
  },
  full: { 'v or Esc back': { line: { itself: 'What is said needs no closing.' }, flags: noScreen } },
  cancel: wordQuestion('crossorg cancel --last --confirm yes'),
  cancelAndLeave: wordQuestion('crossorg cancel --last --confirm yes'),
  resend: wordQuestion('crossorg resume --confirm yes'),
  many: {
    'Enter read it': { line: { word: 'many' }, flags: 'crossorg wave' },
    'Esc back': { line: { itself: 'The question stays open.' }, flags: noScreen },
    'Ctrl+C leave': leave,
  },
  pasted: { 'Enter or 1-2 choose': pastedLines, 'Up Down move': pastedLines, 'Esc back': pastedLines },
  copy: { 'Esc back': { line: { itself: 'What is said needs no closing.' }, flags: noScreen } },
};

/** Keys that only the help text names, by what stands before their explanation. */
export const helpOnly: Readonly<Record<string, Task>> = {
  'Ctrl+A E': { line: { itself: 'The terminal itself edits the line.' }, flags: noScreen },
  'Shift+Tab': back(),
  'the word': { line: { answer: 'yes' }, flags: 'crossorg migrate --confirm yes' },
  'Up Down': { line: { itself: 'What was said stays in the terminal.' }, flags: noScreen },
  y: { line: { word: 'copy' }, flags: saysAll },
  '?': { line: { word: 'help' }, flags: 'crossorg migrate --help' },
  'Ctrl+L': { line: { itself: 'Nothing is drawn, so there is nothing to draw again.' }, flags: noScreen },
  'Ctrl+C': leave,
  'Ctrl+Z': { line: { itself: 'The terminal itself suspends it, and fg comes back.' }, flags: noScreen },
};
