const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** An HTTP date as milliseconds since 1970, null when it is none. */
export const readHttpDate = (text: string | null): number | null =>
  text !== null && httpDate.test(text.trim()) ? Date.parse(text) : null;

/**
 * The pause the service asked for, in milliseconds: its header counts in seconds or names a moment, which is measured
 * against the answer's own `Date` where there is one, because this computer's clock may be wrong.
 */
export function readRetryAfterMs(header: string | null, serviceNow: number): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,9}(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1_000);
  const until = readHttpDate(header);
  return until === null ? null : Math.max(0, until - serviceNow);
}
