import { type Finding, finding } from '../../plan/finding.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { Files } from '../../ports/ports.ts';
import { cleanText } from '../../problems/clean.ts';
import { isStorageFault } from '../../store/storage-fault.ts';

export type NewFile = { path: string; text: string };

type Needs = { files: Pick<Files, 'read' | 'write'>; force: boolean };

/** Writes files that only this account can read. Nothing is written when one of them is there and was not to be replaced. */
export async function writeNewFiles(
  wanted: readonly NewFile[],
  { files, force }: Needs,
): Promise<Result<null, Finding>> {
  for (const { path } of wanted) {
    const there = force ? ok(null) : await attempt(path, () => files.read(path));
    if (!there.ok) return there;
    if (there.value !== null) return err(alreadyThere(path));
  }
  for (const { path, text } of wanted) {
    const written = await attempt(path, () => files.write(path, text));
    if (!written.ok) return written;
  }
  return ok(null);
}

async function attempt<T>(path: string, work: () => Promise<T>): Promise<Result<T, Finding>> {
  try {
    return ok(await work());
  } catch (fault) {
    if (isStorageFault(fault)) return err(notWritable(path, fault.message));
    throw fault;
  }
}

const shown = (path: string): string => cleanText(path, { maxLength: 200 });

const alreadyThere = (path: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'fileExists',
      what: `There is a file ${shown(path)} already, so nothing was written.`,
      why: 'It may be a report that somebody keeps.',
      next: 'Give another name, or add --force to replace it.',
    },
    { from: 'input' },
  );

const notWritable = (path: string, reason: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'fileNotWritable',
      what: `The file ${shown(path)} cannot be written.`,
      why: `The system says: ${cleanText(reason, { maxLength: 200 })}.`,
      next: 'Give the name of a file in a folder that this account may write to.',
    },
    { from: 'program' },
  );
