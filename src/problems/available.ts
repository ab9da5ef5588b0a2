import type { NextStep } from '../plan/finding.ts';

/** The commands that this version has; the catalogue speaks of all that are planned. */
export const commandNames: readonly string[] = [
  'migrate',
  'wave',
  'apply',
  'status',
  'watch',
  'cancel',
  'runs',
  'report',
  'resume',
  'login',
  'logout',
  'whoami',
  'retry',
  'profile',
  'explain',
  'bundle',
  'schema',
  'completion',
  'demo',
  'simulate',
];

/** A step without a command that this version would not know. */
export function availableStep({ command, ...step }: NextStep): NextStep {
  if (command === undefined) return step;
  const name = /^crossorg ([a-z]+)/.exec(command)?.[1];
  return name === undefined || commandNames.includes(name) ? { ...step, command } : step;
}
