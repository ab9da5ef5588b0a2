import type { Finding } from '../plan/finding.ts';
import { ruleOfFinding } from './find-rule.ts';
import type { ExitCode } from './rule.ts';

/** The table of exit codes that scripts rely on, by name. */
export const exits = {
  done: 0,
  fault: 1,
  usage: 2,
  notReady: 3,
  signIn: 4,
  mixed: 5,
  failed: 6,
  unreachable: 7,
  timedOut: 8,
  conflict: 9,
  interrupted: 130,
} as const satisfies Record<string, ExitCode>;

/**
 * Which code wins when findings disagree, worst first: a stop and a fault of ours end everything; answers come before
 * checks, checks before sign-in, and what a later try may heal comes last.
 */
const worstFirst: readonly ExitCode[] = [
  exits.interrupted,
  exits.fault,
  exits.usage,
  exits.notReady,
  exits.signIn,
  exits.conflict,
  exits.unreachable,
  exits.failed,
  exits.mixed,
  exits.timedOut,
];

/**
 * The exit code of one finding on its own: 0 unless it is an error. What comes of followed tasks is read from their
 * states instead, because the same words stand in a dry run (3) and on a failed task (6).
 */
export function exitCodeFor(finding: Finding): ExitCode {
  if (finding.severity !== 'error') return exits.done;
  if (finding.from === 'input') return exits.usage;
  return ruleOfFinding(finding)?.exit ?? (isTaskTrouble(finding) ? exits.failed : byOrigin[finding.from]);
}

/** A task that failed for a reason of its own name. */
const isTaskTrouble = ({ from, field }: Finding): boolean => from === 'service' && field === 'task';

/** For findings that no rule of the catalogue made: own checks and questions mostly. */
const byOrigin: Record<Finding['from'], ExitCode> = {
  input: exits.usage,
  check: exits.notReady,
  service: exits.notReady,
  network: exits.unreachable,
  signIn: exits.signIn,
  program: exits.fault,
};

/** The exit code of several findings together; 0 when none of them is an error. */
export function exitCodeForFindings(findings: readonly Finding[]): ExitCode {
  const codes = new Set(findings.map(exitCodeFor));
  return worstFirst.find((code) => codes.has(code)) ?? exits.done;
}

/** A live submission the service refused is 6 where the same words in a dry run would be 3. */
export function exitCodeForRejected(findings: readonly Finding[]): ExitCode {
  const code = exitCodeForFindings(findings);
  return code === exits.notReady || code === exits.done ? exits.failed : code;
}
