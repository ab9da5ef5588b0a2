const minuteMs = 60_000;
const hour = 60;
const day = 24 * hour;

/**
 * How long something has been so, in at most six cells. The longer it was, the larger the steps: a table in which every row
 * changed every minute would write all the time while nothing happens.
 */
export function sinceText(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / minuteMs);
  if (minutes < 1) return 'now';
  if (minutes < 10) return `${minutes}m`;
  if (minutes < hour) return `${minutes - (minutes % 5)}m`;
  if (minutes < day) {
    const rest = Math.floor((minutes % hour) / 10) * 10;
    return `${Math.floor(minutes / hour)}h${rest === 0 ? '' : `${rest}m`}`;
  }
  return `${Math.floor(minutes / day)}d`;
}
