import type { NextStep } from '../plan/finding.ts';

/** The commands that this version has; the catalogue speaks of all that are planned. */
export const commandNames: readonly string[] = [
  'migrate',
  'status',
  'watch',
  'cancel',
  'runs',
  'resume',
  'explain',
  'demo',
  'simulate',
];

/** What to do in this version where a command of a later one is named. */
const standIns: Readonly<Record<string, string>> = {
  login: 'This version takes a token of that tenant in CROSSORG_ACCESS_TOKEN.',
  profile: 'This version names the tenant with --source-tenant.',
};

/** A step without a command that this version would not know. */
export function availableStep({ command, ...step }: NextStep): NextStep {
  const name = /^crossorg ([a-z]+)/.exec(command ?? '')?.[1];
  if (command === undefined) return step;
  if (name === undefined || commandNames.includes(name)) return { ...step, command };
  const standIn = standIns[name];
  return standIn === undefined ? step : { ...step, do: `${step.do} ${standIn}` };
}
