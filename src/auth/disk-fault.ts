/** A file or the disk is at fault, not the program: such errors carry a code of the system or of the database. */
export const isDiskFault = (fault: unknown): fault is Error =>
  fault instanceof Error && ('code' in fault || 'errcode' in fault);

/** For `catch`: this instead of what the disk refused; anything else is thrown on. */
export const whenDisk =
  <T>(instead: T) =>
  (fault: unknown): T => {
    if (isDiskFault(fault)) return instead;
    throw fault;
  };
