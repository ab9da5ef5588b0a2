/** Where Microsoft's pages leave a choice, or show two forms, the world picks one. A client has to live with all. */
export type Options = {
  /** What a second create for a queued source does: changes it, or is refused. */
  createReading: 'update-in-place' | 'refuse';
  /** Whether a new attempt for a failed or cancelled source keeps the task id. */
  newAttemptId: 'same' | 'new';
  /** How a dry run says no: an error status, or a 200 whose task has failed. */
  dryRunFailures: 'http' | 'failed-task';
  dryRunHasId: boolean;
  queuedHasTimes: boolean;
  /** The published sample of the read by user shows site parameters. */
  userReadForm: 'site' | 'user';
  readForm: 'task' | 'array' | 'value';
  /** "Cannot" and "does not", or "Can't" and "doesn't". */
  wording: 'long' | 'short';
  emptyCodes: boolean;
  /** `future`: words that nobody knows yet. */
  statusWords: 'published' | 'draft' | 'future';
  dryRunWord: 'completed' | 'unknown';
  errorForm: 'error' | 'errors';
  /** The published sample has `2025-7-18`. */
  paddedMonths: boolean;
  /** When sign-in names are filled in beside object ids. */
  upnEcho: 'with-organization-id' | 'always' | 'never';
  /** Reads need the read permission, changes the other; neither covers the other. */
  separateScopes: boolean;
  /** What the target's own token gets: 403 everywhere, or 404 on reads and the wrong-side code on creates. */
  targetToken: 'denied' | 'by-call';
  cancelWhileQueued: 'allowed' | 'refused';
  /** A parameter that the pages do not name and the service insists on. */
  alsoRequired: string | null;
  /** Pending tasks a source geography may have. */
  queueLimit: number;
  /** Whether `$batch` works for these paths. */
  batching: 'allowed' | 'refused';
  /** The request log keeps the latest so many. */
  logLimit: number;
};

export const usualOptions: Options = {
  createReading: 'update-in-place',
  newAttemptId: 'same',
  dryRunFailures: 'http',
  dryRunHasId: false,
  queuedHasTimes: false,
  userReadForm: 'site',
  readForm: 'task',
  wording: 'long',
  emptyCodes: false,
  statusWords: 'published',
  dryRunWord: 'completed',
  errorForm: 'error',
  paddedMonths: true,
  upnEcho: 'with-organization-id',
  separateScopes: true,
  targetToken: 'denied',
  cancelWhileQueued: 'allowed',
  alsoRequired: null,
  queueLimit: 4000,
  batching: 'allowed',
  logLimit: 5000,
};

/** The earlier wording of the same pages, all of it at once. */
export const draftOptions: Partial<Options> = {
  readForm: 'value',
  wording: 'short',
  emptyCodes: true,
  statusWords: 'draft',
  errorForm: 'errors',
  paddedMonths: false,
};
