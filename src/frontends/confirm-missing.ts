import { type Finding, finding } from '../plan/finding.ts';

/** No terminal, and no end of input, ever means yes. */
export const confirmMissing: Finding = finding(
  {
    field: 'confirm',
    code: 'confirmMissing',
    what: 'The move is not confirmed.',
    why: 'A move is one pass and cannot be undone, and without a terminal nobody can be asked.',
    next: 'Add --confirm yes to submit it, or --dry-run to check it only.',
  },
  { from: 'input' },
);

/** The same for rows; `word` is what confirms them, as far as it is known. */
export const movesMissing = (word: string, isOne: boolean): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmMissing',
      what: isOne ? 'The move is not confirmed.' : 'The moves are not confirmed.',
      why: 'A move is one pass and cannot be undone, and without a terminal nobody can be asked.',
      next: `Add --confirm ${word} to submit, or --dry-run to check only.`,
    },
    { from: 'input' },
  );
