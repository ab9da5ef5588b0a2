import type { user } from '../support/given.ts';

/** Answers, what the checks say about them in brief, and the first suggestion among that. */
export type Row = readonly [name: string, texts: typeof user, findings: readonly string[], suggestion?: string];
