import type { Finding } from '../plan/finding.ts';
import type { Result } from '../plan/result.ts';
import type { Session } from './state.ts';

/** What came of saving a plan, in one sentence. */
export const savedNote = (saved: Result<string, Finding>): string =>
  saved.ok ? `The plan is saved: ${saved.value}` : saved.error.what;

/** What came of saving where a move lands. */
export const targetNote = (saved: Result<null, Finding>, { profile }: Pick<Session, 'profile'>): string =>
  saved.ok ? `Saved in profile ${profile}: its next move lands there too.` : saved.error.what;
