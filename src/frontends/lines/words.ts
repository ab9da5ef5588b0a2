import type { AskStep } from '../../plan/question.ts';
import { copyableOf } from '../../wizard/copy-text.ts';
import type { State, StateOf } from '../../wizard/state.ts';
import { mayTryAgain } from '../../wizard/status-words.ts';
import { questionOf, stepNumber } from '../../wizard/steps.ts';
import { targetToSave } from '../../wizard/target-to-save.ts';
import { mayAskWord } from '../../wizard/word-questions.ts';
import { askingWords } from './asking.ts';
import { commandLines, fullLines } from './full.ts';
import { glossaryLines, helpLines } from './help.ts';
import { dispatch, tell, type View, type Word } from './view.ts';

/** Every word that is understood in this state, those of the place before those that go everywhere. */
export function wordsOf(view: View): readonly Word[] {
  const { state } = view;
  const what = copyableOf(state);
  const copy: Word[] =
    what === null ? [] : [{ word: 'copy', about: `copies the ${what.name}`, reply: () => ({ do: 'copy' }) }];
  return [...(view.maySignIn ? [signIn] : []), ...wordsHere(view), ...copy, ...everywhere];
}

const signIn: Word = { word: 'sign in', about: 'signs in anew, then goes on', reply: () => ({ do: 'signIn' }) };

const everywhere: readonly Word[] = [
  { word: 'help', about: 'says these words', reply: (view) => tell(helpLines(wordsOf(view), view.state.status)) },
  {
    word: 'words',
    about: 'says what the terms of this program mean',
    reply: () => tell(glossaryLines),
    isQuiet: 'in one line',
  },
  { word: 'quit', about: 'leaves, and says how to come back', reply: () => ({ do: 'go', way: 'leave' }) },
];

function wordsHere(view: View): readonly Word[] {
  const { state } = view;
  switch (state.status) {
    case 'asking':
      return askingWords(state, view);
    case 'reviewing':
      return [
        dryRun('sends the dry run; nothing is moved by it'),
        ...details,
        save,
        ...(targetToSave(state) ? [saveTarget] : []),
        ...edits(state),
        back,
      ];
    case 'dryRunning':
      return [{ ...back, about: 'stops waiting, back to the request' }];
    case 'dryRunDone':
    case 'refused':
      return [dryRun('runs the dry run again'), ...details, ...edits(state), back];
    case 'confirming':
      return [
        dryRunFromConfirmation,
        ...details,
        ...edits(state),
        { ...back, about: 'back to the request; nothing is sent' },
      ];
    case 'unconfirmed':
      return [look, ...(mayAskWord('resend', state) ? [sendAgain] : []), ...details];
    case 'watching':
      return [look, ...(mayAskWord('cancel', state) ? [cancel] : []), ...details];
    case 'finished':
      return [...(mayTryAgain(state) ? [newTry] : []), another, ...details];
    default:
      return [];
  }
}

const dryRun = (about: string): Word => ({
  word: 'dry run',
  about,
  reply: () => dispatch({ type: 'dryRunAsked' }),
});

const dryRunFromConfirmation: Word = {
  word: 'dry run',
  about: 'runs the dry run again',
  reply: () => dispatch({ type: 'wentBack' }, { type: 'dryRunAsked' }),
};

const back: Word = { word: 'back', about: 'goes back', reply: () => dispatch({ type: 'wentBack' }) };

const save: Word = { word: 'save', about: 'saves the plan as a file', reply: () => ({ do: 'save' }) };

const saveTarget: Word = {
  word: 'save to profile',
  about: 'saves where it lands in the profile, so that the next move is not asked for it',
  reply: () => ({ do: 'saveTarget' }),
};

const look: Word = { word: 'look', about: 'asks the service now', reply: () => dispatch({ type: 'lookAsked' }) };

const cancel: Word = {
  word: 'cancel',
  about: 'cancels the queued task, after a word',
  reply: () => ({ do: 'askWord', wordFor: 'cancel' }),
};

const sendAgain: Word = {
  word: 'send again',
  about: 'sends the move once more, after a word',
  reply: () => ({ do: 'askWord', wordFor: 'resend' }),
};

const newTry: Word = {
  word: 'new try',
  about: 'plans the same move once more',
  reply: () => dispatch({ type: 'triedAgain' }),
};

const another: Word = {
  word: 'another',
  about: 'begins another migration',
  reply: () => ({ do: 'go', way: 'another' }),
};

const details: readonly Word[] = [
  {
    word: 'full',
    about: 'says everything: the exact request, all findings, and what the service said',
    reply: ({ state, now }) => tell(fullLines(state, now)),
  },
  {
    word: 'command',
    about: 'says this move as a command for a shell',
    reply: ({ state }) => tell(commandLines(state)),
  },
];

const stepNames: Readonly<Record<AskStep, string>> = { type: 'type', who: 'who', target: 'target', when: 'time' };

/** The number of a step edits it; where a finding is about one of its answers, that one. */
function edits(state: StateOf<'reviewing' | 'dryRunDone' | 'refused' | 'confirming'>): Word[] {
  const findings = findingsOf(state);
  return (Object.keys(stepNumber) as AskStep[]).map((step) => ({
    word: String(stepNumber[step]),
    about: `changes step ${stepNumber[step]}, ${stepNames[step]}`,
    reply: () => dispatch({ type: 'reopened', to: questionOf(step, findings) ?? 'type' }),
  }));
}

function findingsOf(state: State) {
  if (state.status === 'dryRunDone') return state.report.findings;
  return state.status === 'refused' ? state.findings : [];
}
