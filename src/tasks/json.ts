/** JSON from elsewhere, read without trust: whatever has another type than expected counts as absent. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** No name, address or code of the service is longer; a hostile answer may be. */
const longestText = 2_000;

export const textAt = (record: JsonRecord, name: string): string | undefined => {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return typeof value === 'string' && value !== '' ? value.slice(0, longestText) : undefined;
};

export const recordAt = (record: JsonRecord, name: string): JsonRecord | undefined => {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return isRecord(value) ? value : undefined;
};
