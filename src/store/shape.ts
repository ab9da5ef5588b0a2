export type Fields = Record<string, unknown>;

/** Whether a value that was read from disk has the shape that the program works with. */
export type Check = (value: unknown) => boolean;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value) => typeof value === 'string';
export const time: Check = (value) => typeof value === 'number';
export const whole: Check = (value) => Number.isSafeInteger(value);
export const word =
  (expected: string): Check =>
  (value) =>
    value === expected;
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const matches =
  (shape: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([name, check]) => check(value[name]));
