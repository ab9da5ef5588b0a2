import type { Finding } from '../../plan/finding.ts';
import { profileFiller } from '../../plan/profile-answers.ts';
import { answerAll, readAnswers } from '../../plan/progress.ts';
import type { Context } from '../../plan/question.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { Typed } from '../../plan/typed.ts';
import type { Files } from '../../ports/ports.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import type { SheetOptions } from '../../wave/csv/sheet.ts';
import { contextOf } from '../../wizard/asking.ts';
import type { Session } from '../../wizard/state.ts';
import { suggestionFor } from '../../wizard/suggest.ts';
import { fileMissing, fileUnreadable } from './file-trouble.ts';

/** A file of moves as bytes: only its reader knows how it was written. */
export async function waveBytes(path: string, files: Pick<Files, 'bytes'>): Promise<Result<Uint8Array, Finding>> {
  try {
    const bytes = await files.bytes(path);
    return bytes === null ? err(fileMissing(path)) : ok(bytes);
  } catch (fault) {
    if (isStorageFault(fault)) return err(fileUnreadable(path, fault));
    throw fault;
  }
}

type Given = {
  session: Session;
  /** By the clock of the session. */
  now: number;
  /** What flags say for all lines. */
  flags: Typed;
  isIdentityMap: boolean;
};

/** How lines are read in a session: each stands above the flags, the flags above the profile. */
export function sheetOptions({ session, now, flags, isIdentityMap }: Given): SheetOptions {
  const context = contextOf({ session }, now);
  const forAll = answerAll(flags, context);
  const fill = session.saved
    ? profileFiller(session.saved, context)
    : (said: Typed): Typed => withHints(said, session, context);
  return {
    context,
    isIdentityMap,
    complete: (given) => fill({ ...forAll, ...given }),
  };
}

/** The simulator's two tenants are known, and so is where its people go. */
function withHints(given: Typed, { hints }: Session, context: Context): Typed {
  if (!hints) return given;
  const { known } = readAnswers(given, context);
  const target = given.target === undefined ? suggestionFor(hints, known, 'target') : null;
  const isAddressed = given.targetHost !== undefined || given.targetOrgId !== undefined;
  const host = isAddressed ? null : suggestionFor(hints, known, 'targetHost');
  return { ...given, ...(target ? { target } : {}), ...(host ? { targetHost: host } : {}) };
}
