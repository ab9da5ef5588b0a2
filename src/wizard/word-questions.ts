import { sourceLabel } from '../tasks/source-key.ts';
import type { Followed, State } from './state.ts';

/** What a typed word is asked for, beside the submission. */
export type WordFor = 'cancel' | 'resend';

type WordQuestion = { question: string; purpose: string; lines: readonly string[] };

/** How it is asked for: the question, what typing the word does, and what has to be known first. */
export const wordQuestions: { readonly [K in WordFor]: WordQuestion } = {
  cancel: {
    question: 'Cancel the queued task?',
    purpose: 'to cancel it',
    lines: [
      'The service may still refuse. The task is read back until it says cancelled.',
      'A cancelled source can be planned again later.',
    ],
  },
  resend: {
    question: 'Send it once more?',
    purpose: 'to send it once more',
    lines: [
      'The service was asked for five minutes and knows no task for this source.',
      'A new dry run comes first; only when it is clean is the same plan sent again.',
    ],
  },
};

/** What the question is about. */
export const wordSubject = ({ move, task }: Followed): string =>
  `${sourceLabel(move.plan)}${task?.id ? `, task ${task.id}` : ''}`;

/** Whether it can be asked in this state: a question about a task that moved on meanwhile closes by itself. */
export const mayAskWord = (wanted: WordFor, state: State): boolean =>
  wanted === 'resend'
    ? state.status === 'unconfirmed' && state.mayResend
    : state.status === 'watching' && state.followed.task?.state === 'queued';
