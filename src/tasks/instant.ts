const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** The service was not there before 2000; an earlier time (year 1 in .NET) means that nothing was set. */
const firstYear = 2000;

/**
 * A time as the service writes it, as milliseconds since 1970; null for anything that is no time. Published samples
 * have months that are not padded, which the platform's own parser does not promise to read. No offset means UTC.
 */
export function readInstant(value: unknown): number | null {
  const found = typeof value === 'string' ? pattern.exec(value.trim()) : null;
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((n) => Number(n ?? 0));
  const millis = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3));
  const at = Date.UTC(year, month - 1, day, hour, minute, second, millis);
  const exists = new Date(at).getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60;
  return exists && year >= firstYear ? at - offsetMs(found[8] ?? 'Z') : null;
}

function offsetMs(offset: string): number {
  const digits = offset.replaceAll(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
