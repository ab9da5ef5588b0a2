import type { Field, From, NextStep, Severity } from '../plan/finding.ts';
import type { Call, Failure, NetworkReason } from './failure.ts';

/** The contract's exit codes; `exit.ts` names them. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 130;

/**
 * What a later try can do. `repeat`: the same call may be sent again soon. `wait`: time heals. `fix`: an admin acts, then
 * a new dry run. `never`: trying again cannot help.
 */
export type RetryClass = 'repeat' | 'wait' | 'fix' | 'never';

/** Who speaks: the migration service, Microsoft's sign-in, something on the way to it, this program, or Microsoft's other migration API. */
export type About = 'service' | 'signIn' | 'network' | 'crossorg' | 'other API';

export type NonEmpty<T> = readonly [T, ...T[]];

/** Conditions on an answer of the service. All that are given must hold; codes are asked first, text before bare status. */
export type ServiceMatch = {
  on: 'service';
  /** Codes that decide alone. Left out, it is the rule's own code. */
  codes?: readonly string[];
  /** Codes around another error: heard when neither nested codes nor the text say more. */
  wraps?: readonly string[];
  /** Codes that say little (`BadRequest`): heard only when text and status say nothing. */
  vague?: readonly string[];
  statuses?: readonly (number | '4xx' | '5xx')[];
  calls?: readonly Call[];
  kinds?: readonly ('http' | 'task')[];
  /** On text made even by `looseText`: lower case, no contractions, no hyphens between letters. */
  text?: RegExp;
};

export type Match =
  | ServiceMatch
  /** `codes`: the words of operating systems and runtimes, for look-ups. */
  | { on: 'network'; reason: NetworkReason; codes?: readonly string[] }
  /** `codes`: `AADSTS…` and words of OAuth, of a sign-in or of its renewal. */
  | { on: 'signIn'; codes: NonEmpty<string> }
  | { on: 'unreadable'; looksLike: Extract<Failure, { kind: 'unreadable' }>['looksLike'] }
  | { on: 'stopped'; reached: 'no' | 'maybe' }
  /** Never comes of a call of ours: people paste it from elsewhere. */
  | { on: 'pasted'; text?: RegExp }
  /** Built by `localFinding`. */
  | { on: 'local' };

/** One kind of trouble as data. Texts may hold the placeholders of `words.ts`. */
export type Rule = {
  /** Stable. The service's own code where it has one. */
  code: string;
  about: About;
  from: From;
  field: Field;
  /** An error unless said otherwise. */
  severity?: Severity;
  match: Match;
  what: string;
  why: string;
  next: NonEmpty<NextStep>;
  /** A page of Microsoft Learn. */
  link: string | null;
  retry: RetryClass;
  exit: ExitCode;
  /** Whether it is about the tenants or the way to them, so that all rows of a run would meet it. */
  breaker: boolean;
  /** Wordings seen in the wild or published, for look-ups and tests. */
  known: readonly string[];
  /** The rule covers what it does not know in detail: a finding carries the service's own code when it gave one. */
  namedByService?: true;
};

/** A rule of our own making: what it does not say is left out of the file and the same for all. */
export type LocalWords = Omit<Rule, 'code' | 'about' | 'match' | 'link' | 'breaker' | 'known'> &
  Partial<Pick<Rule, 'link' | 'breaker'>>;
