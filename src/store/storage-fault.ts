/** SQLite's own result code of an error, or null when it is not one of SQLite's. */
function resultCodeOf(fault: unknown): number | null {
  const code = fault instanceof Error && 'errcode' in fault ? fault.errcode : null;
  // The low byte is the primary code; the rest says more precisely where it happened.
  return typeof code === 'number' ? code & 0xff : null;
}

const busy = 5;
const locked = 6;

/** Somebody else holds the file's lock. */
export const isBusy = (fault: unknown): boolean => [busy, locked].includes(resultCodeOf(fault) ?? -1);

/** The disk or the file is at fault, not the program: SQLite's errors and those of the file system. */
export const isStorageFault = (fault: unknown): fault is Error =>
  fault instanceof Error && (resultCodeOf(fault) !== null || ('code' in fault && typeof fault.code === 'string'));
