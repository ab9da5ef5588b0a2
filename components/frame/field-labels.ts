import type { Field } from '../../src/plan/finding.ts';

/** What a finding is about, short enough for its column. Answers are called by the step that asks them. */
const LABELS: { readonly [K in Field]: string } = {
  type: 'Type',
  source: 'Source',
  sourceUpn: 'Source',
  target: 'Target',
  targetBy: 'Target',
  targetHost: 'Host',
  targetOrgId: 'Org id',
  targetLocation: 'Location',
  start: 'Start',
  latestStart: 'Start by',
  plan: 'Plan',
  confirm: 'Confirm',
  trust: 'Trust',
  identityMap: 'Mapping',
  licence: 'Licence',
  feature: 'Feature',
  signIn: 'Sign-in',
  permission: 'Rights',
  tenant: 'Tenant',
  service: 'Service',
  network: 'Network',
  task: 'Task',
  run: 'Run',
  ledger: 'Ledger',
  file: 'File',
  profile: 'Profile',
  command: 'Command',
  program: 'Program',
};

export const fieldLabel = (field: Field): string => LABELS[field];
