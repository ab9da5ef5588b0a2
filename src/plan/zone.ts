/** Whether times can be read and shown in this zone; only IANA names count, offsets do not. */
export function isKnownZone(zone: string): boolean {
  if (!/^[a-z][a-z0-9_+/-]*$/i.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
