export type ResourceType = 'user' | 'site' | 'group';

/** A moment in time: milliseconds since 1970 in UTC. */
export type Instant = number;

/** A person by sign-in name (user principal name) or by object id. */
export type Person = { by: 'upn'; upn: string } | { by: 'id'; id: string };

/** One side of a move. */
export type Party =
  | ({ kind: 'person' } & Person)
  | { kind: 'site'; url: string }
  | { kind: 'group'; mailNickname: string };

export type TargetBy = 'host' | 'organization';

/** `now` is the absence of the field in the request. */
export type Start = 'now' | Instant;

/** Unset sends nothing; `null` asks the service for the default geography. */
export type DataLocation = string | null | 'unset';

/** What a finished wizard knows. Adding a key fails the build until `questions.ts` asks it. */
export type Answers = {
  type: ResourceType;
  source: Party;
  sourceUpn: string | null;
  target: Party;
  targetBy: TargetBy;
  targetHost: string;
  targetOrgId: string;
  targetLocation: DataLocation;
  start: Start;
  latestStart: Instant | null;
};

export type QuestionId = keyof Answers;

/** The answers read so far, in the order of the questions. */
export type Known = Partial<Answers>;
