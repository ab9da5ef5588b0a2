/** How many files a folder of logs keeps, and when a file gives way to the next one: together at most ten megabytes. */
export const maxLogFiles = 20;
export const maxLogChars = 512 * 1024;

/** Begins with its time, so that names sort by age; the id keeps processes apart, and the part the files of one. */
export const logName = (at: number, id: string, part: number): string =>
  `${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-${id}${part === 1 ? '' : `-${part}`}.log`;

export const isLogName = (name: string): boolean => /^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}(-\d{1,6})?\.log$/.test(name);

/** Newest first. What is no log is left out. */
export const newestLogs = (names: readonly string[]): string[] => names.filter(isLogName).sort().reverse();

/** The logs that are too many, oldest last. Files of other names are nobody's business here. */
export const surplusLogs = (names: readonly string[], keep: number = maxLogFiles): string[] =>
  newestLogs(names).slice(keep);
