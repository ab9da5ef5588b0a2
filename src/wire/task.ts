/**
 * Microsoft Graph's JSON for cross-organization migration tasks, as it travels (beta).
 * Follows `sharePointMigrationTask` and its `…TaskParameters` types. Everything is optional on the way in:
 * the service may leave properties out, rewrite them, or add new ones.
 */
export type WireIdentity = {
  userPrincipalName?: string;
  id?: string;
  mailNickname?: string;
};

export type WireParameters = {
  '@odata.type'?: string;
  targetOrganizationHost?: string;
  targetOrganizationId?: string;
  /** `null` asks for the target's default geography; leaving it out says nothing. */
  targetDataLocationCode?: string | null;
  sourceUserIdentity?: WireIdentity;
  targetUserIdentity?: WireIdentity;
  sourceSiteUrl?: string;
  targetSiteUrl?: string;
  sourceGroupIdentity?: WireIdentity;
  targetGroupIdentity?: WireIdentity;
  /** UTC, ISO 8601 with `Z`. */
  preferredStartDateTime?: string;
  /** UTC, ISO 8601 with `Z`: the service cancels a task that has not started by then. */
  preferredLatestStartDateTime?: string;
  /** Absent means false, and false is a real move. */
  validateOnly?: boolean;
};

export type WireErrorDetail = {
  code?: string;
  message?: string;
  target?: string | null;
};

/** `publicError` of Microsoft Graph. */
export type WireError = WireErrorDetail & {
  details?: WireErrorDetail[];
  innerError?: Record<string, unknown>;
};

export type WireTask = {
  id?: string;
  status?: string;
  startedDateTime?: string;
  lastUpdatedDateTime?: string;
  finishedDateTime?: string;
  parameters?: WireParameters;
  error?: WireError | null;
  /** An earlier wording of the same page. */
  errors?: WireErrorDetail[];
};

export type WireErrorBody = { error: WireError };

export type WireCreateBody = { parameters: WireParameters };
