import type { WireParameters } from '../wire/task.ts';
import type { FaultPlanName } from './faults.ts';
import type { Options } from './options.ts';

export type Tenant = {
  id: string;
  name: string;
  /** The first part of its host names: `contoso` in `contoso-my.sharepoint.com`. */
  label: string;
  domains: string[];
  /** Data location codes; the first is the default geography. */
  locations: string[];
};

/** What goes wrong, or oddly, only when the service works on a move. */
export type Surprise = 'target-appears' | 'locked' | 'job-fails' | 'fails-unexplained' | 'stuck' | 'retries';

/** What can be moved: a OneDrive or a site. */
export type Content = {
  lock: 'none' | 'readOnly' | 'noAccess';
  /** Its users include people of the target's domain. */
  hasTargetGuests: boolean;
  /** Characters of the longest path below its own address. */
  longestPath: number;
  /** The service makes no job for it. */
  jobRefused: boolean;
  /** Refused with this code, which no page lists; `''` for none. Null: not refused. */
  refusedWith: string | null;
  surprise: Surprise | null;
};

export type SourceUser = Content & {
  upn: string;
  id: string;
  name: string;
  oneDrive: 'none' | 'provisioning' | 'ready';
  /** The OneDrive belongs to its user, not to an admin who took it over. */
  ownsOneDrive: boolean;
  /** `after-refusal`: the simulated licence admin assigns it once a dry run was refused for the lack of it. */
  licence: 'yes' | 'no' | 'after-refusal';
};

export type SourceSite = Content & { url: string; template: string; storageMb: number };
export type SourceGroup = Content & { mailNickname: string; id: string; hasSite: boolean };
export type TargetUser = { upn: string; id: string; spoEnabled: boolean };
export type TargetGroup = { mailNickname: string; id: string; hasSite: boolean };

/** One problem as the service reports it. */
export type Problem = { status: number; code: string; message: string };

/** A move as it was asked for, after its body was read. */
export type Move = {
  kind: 'user' | 'site' | 'group';
  /** The source in lower case, `user:dana@contoso.com`: how a task is found again. */
  key: string;
  parameters: WireParameters;
  validateOnly: boolean;
  startAt: number | null;
  latestStartAt: number | null;
};

/** A task as the service keeps it. Times are simulated milliseconds since 1970. */
export type StoredTask = {
  id: string;
  move: Move;
  /** The parameters as the service reports them. */
  echo: WireParameters;
  sourceUrl: string;
  targetUrl: string;
  surprise: Surprise | null;
  status: 'notStarted' | 'inProgress' | 'completed' | 'failed' | 'cancelled';
  acceptedAt: number;
  /** When its turn comes. */
  readyAt: number;
  durationMs: number;
  /** When an accepted cancel takes effect. */
  cancelAt: number | null;
  startedAt: number | null;
  updatedAt: number | null;
  finishedAt: number | null;
  error: { code: string; message: string } | null;
  /** Known to the service from the start of the work on, reported later. */
  failure: { at: number; code: string; message: string } | null;
};

/** A create that takes effect after its connection was lost. */
export type LateCommit = { at: number; move: Move };

export type CallKind = 'validate' | 'create' | 'read' | 'cancel' | 'mapping' | 'batch' | 'refused';

/** One request, for tests that count and for support. No token, no body. */
export type LogEntry = {
  number: number;
  at: number;
  method: string;
  path: string;
  kind: CallKind;
  /** The source, or the task id of a read or a cancel; empty where there is none. */
  key: string;
  clientRequestId: string | null;
  requestId: string;
  status: number | 'lost';
  fault: string | null;
};

/** The whole simulated service and both tenants, as plain JSON. Keys of all records are in lower case. */
export type World = {
  scenario: string;
  seed: number;
  /** Simulated milliseconds since 1970. */
  startedAt: number;
  /** Simulated seconds in a real one. */
  speed: number;
  draws: number;
  /** How far the service's clock is ahead of everybody else's, in milliseconds. */
  skewMs: number;
  source: Tenant;
  target: Tenant;
  users: Record<string, SourceUser>;
  sites: Record<string, SourceSite>;
  groups: Record<string, SourceGroup>;
  targetUsers: Record<string, TargetUser>;
  targetGroups: Record<string, TargetGroup>;
  /** Target addresses that exist, redirects and recycle bin included. */
  takenUrls: Record<string, true>;
  /** Source user to target users: one is right, none is not mapped, two are a duplicate. */
  identityMap: Record<string, string[]>;
  /** As many people, sites and groups again, made up when asked for: `user0001@contoso.com`, `/sites/team0001`, `group0001`. */
  crowd: { count: number; mixed: boolean };
  trust: { source: 'good' | 'missing' | 'dormant'; target: 'good' | 'missing' | 'dormant'; bothWays: boolean };
  switches: {
    userMoves: boolean;
    siteMoves: boolean;
    customerKey: boolean;
    sameFarm: boolean;
    farmsIncompatible: boolean;
    targetBlocked: boolean;
    allStuck: boolean;
  };
  options: Options;
  faults: { plan: FaultPlanName; seen: Record<string, number> };
  /** Tasks that other programs left waiting, all gone at a time. */
  elsewhere: { pending: number; goneAt: number };
  throttledUntil: number;
  /** Tokens of an earlier serial number are no longer accepted. */
  tokenSerial: number;
  tasks: StoredTask[];
  late: LateCommit[];
  requests: number;
  log: LogEntry[];
};
