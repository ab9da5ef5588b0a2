import { type Finding, finding } from '../../plan/finding.ts';

/** Enter was pressed on an empty field. */
export const fileNotNamed: Finding = finding(
  {
    field: 'file',
    code: 'fileNotNamed',
    what: 'No file is named yet.',
    why: 'Many moves are read from a file, or from lines that are pasted here.',
    next: 'Type its path, or drop it on the window.',
  },
  { from: 'input' },
);

/** Said where the screens were opened for one migration alone. */
export const wavesNotHere: Finding = finding(
  {
    field: 'command',
    code: 'waveNotHere',
    what: 'Many moves cannot be opened from here.',
    why: 'These screens were opened for one migration.',
    next: [{ do: 'Leave, and give the file to the command for waves.', who: 'you', command: 'crossorg wave FILE.csv' }],
  },
  { from: 'input' },
);
