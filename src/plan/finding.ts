import type { QuestionId } from './answers.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a finding is about: an answer, or one of the things around a plan. */
export type Field =
  | QuestionId
  | 'plan'
  | 'confirm'
  | 'trust'
  | 'identityMap'
  | 'licence'
  | 'feature'
  | 'signIn'
  | 'permission'
  | 'tenant'
  | 'service'
  | 'network'
  | 'task'
  | 'run'
  | 'ledger'
  | 'file'
  | 'profile'
  | 'command'
  | 'program';

/**
 * Where a finding comes from. `input`: absent, or cannot be read as its kind (exit 2). `check`: it reads, but the move
 * is not allowed or not advisable (exit 3). The others come from talking to the service or from this computer.
 */
export type From = 'input' | 'check' | 'service' | 'network' | 'signIn' | 'program';

export type Who =
  | 'you'
  | 'source admin'
  | 'target admin'
  | 'licence admin'
  | 'sign-in admin'
  | 'Microsoft support'
  | 'nobody';

/** One thing to do, who does it, and the command that does it where there is one. */
export type NextStep = { do: string; who: Who; command?: string };

/** What the service said, untouched. */
export type ServiceWords = { status: number | null; code: string; message: string };

/** Where in a file a finding stands; lines and columns count from 1. Null: the whole line, or none in particular. */
export type FilePlace = {
  line: number;
  column: number | null;
  columnName: string | null;
  value: string | null;
  /** An example of what belongs there, or the choices. */
  expected: string | null;
};

/**
 * What a check or the service says about a plan: the same value on screens, in lines and in JSON.
 * It cannot be built without what, why and next.
 */
export type Finding = {
  severity: Severity;
  field: Field;
  code: string;
  from: From;
  what: string;
  why: string;
  next: readonly [NextStep, ...NextStep[]];
  link: string | null;
  service: ServiceWords | null;
  requestId: string | null;
  clientRequestId: string | null;
  /** A text that, put in the field's place, removes the finding. */
  suggestion?: string;
  /** For answers that came from a file. */
  at?: FilePlace;
};

type Needed = Pick<Finding, 'field' | 'code' | 'what' | 'why'> & { next: string | Finding['next'] };

/** Builds a finding of our own; what is not said is an error from a check. */
export function finding(
  needed: Needed,
  more: Partial<
    Pick<Finding, 'severity' | 'from' | 'link' | 'suggestion' | 'at' | 'service' | 'requestId' | 'clientRequestId'>
  > = {},
): Finding {
  const { next } = needed;
  return {
    severity: 'error',
    from: 'check',
    link: null,
    service: null,
    requestId: null,
    clientRequestId: null,
    ...needed,
    next: typeof next === 'string' ? [{ do: next, who: 'you' }] : next,
    ...more,
  };
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');
