import type { StateOf } from './state.ts';

/** Sentences that all front ends share. */

export const whereToWork = 'Where do you want to work?';
export const requestIntro = 'This is what the dry run sends; it moves nothing. Live, one line differs.';
export const checksPassed = 'Our own checks found nothing against it.';
export const oneProblemAtATime = 'The service reports one problem at a time. After a fix, another may appear.';

/** Beside the answers to the first question: a file in place of answers. */
export const manyAtOnce = {
  label: 'Many at once, from a CSV file',
  needs: 'Mixed types allowed.',
};

/** Why a submission came to nothing, in one sentence. */
export const refusedText = ({ conflict }: StateOf<'refused'>): string =>
  conflict ? 'Not submitted: a task for this source is in the way.' : 'Not submitted. Nothing was moved.';

/** The words of this program, and what they mean. */
export const glossary: readonly (readonly [word: string, meaning: string])[] = [
  ['Dry run', 'the service checks the move and moves nothing'],
  ['Finding', 'what a check or the service says about the move'],
  ['Queued', 'accepted by the service, waiting'],
  ['Unconfirmed', 'sent, the answer was lost; it is looked for, not sent again'],
  ['Plan', 'the finished answers; another answer makes another number'],
];

export const onePassInShort = 'A move is one pass. It cannot be undone or repeated.';
