import type { Finding } from '../plan/finding.ts';
import type { Result } from '../plan/result.ts';

/** What came of saving a plan, in one sentence. */
export const savedNote = (saved: Result<string, Finding>): string =>
  saved.ok ? `The plan is saved: ${saved.value}` : saved.error.what;
