import type { Instant } from './answers.ts';

/** ISO 8601 in UTC to the second: the text that means this moment wherever and whenever it is read. */
export const isoTime = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
