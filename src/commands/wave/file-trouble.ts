import { type Finding, finding } from '../../plan/finding.ts';
import { cleanText } from '../../problems/clean.ts';

type Reason = { code?: string; why: string; next: string };

const notThere: Reason = {
  why: 'There is no file of this name in that folder.',
  next: 'Check the name and the folder.',
};

const standardInput: Reason = {
  why: 'A wave is read from a file: its mended copy and the rows to repeat are written beside it.',
  next: 'Save what comes through the pipe into a file, and name that.',
};

const folder: Reason = {
  code: 'waveFileIsFolder',
  why: 'It is a folder. A wave is read from one CSV file with one line a move.',
  next: 'Name the file in it, such as wave.csv.',
};

const locked: Reason = {
  code: 'waveFileLocked',
  why: 'Another program holds it: it is open there, or is being written at this moment.',
  next: 'Close it in Excel, or wait until it is written or synchronized. Then try again.',
};

const forbidden: Reason = {
  code: 'waveFileForbidden',
  why: 'The account that you work with has no right to read it.',
  next: 'Ask its owner for the right to read it, or copy it into a folder of your own.',
};

/** On Windows a file that another program holds may be refused like one without rights. */
const forbiddenOrLocked: Reason = {
  code: 'waveFileForbidden',
  why: 'The account that you work with has no right to read it, or another program holds it.',
  next: 'Close it in Excel and try again. Otherwise ask its owner for the right to read it.',
};

/** By the code of the system. */
const reasons: ReadonlyMap<unknown, Reason> = new Map([
  ['EISDIR', folder],
  ['EACCES', forbidden],
  ['EPERM', forbiddenOrLocked],
  ['EBUSY', locked],
]);

/** There is nothing under the name of a file of moves. */
export const fileMissing = (path: string): Finding => cannotRead(path, path === '-' ? standardInput : notThere);

/** The system refused to hand a file of moves out. */
export const fileUnreadable = (path: string, fault: Error): Finding => cannotRead(path, reasonOf(fault));

const reasonOf = (fault: Error): Reason =>
  reasons.get('code' in fault ? fault.code : null) ?? {
    why: `The system says: ${cleanText(fault.message, { maxLength: 200 })}.`,
    next: 'Check its name and folder. If it is open in Excel, close it there.',
  };

const cannotRead = (path: string, { code = 'waveFileMissing', why, next }: Reason): Finding =>
  finding(
    {
      field: 'file',
      code,
      what: `${cleanText(path, { maxLength: 200 })} cannot be read.`,
      why,
      next,
    },
    { from: 'input' },
  );
