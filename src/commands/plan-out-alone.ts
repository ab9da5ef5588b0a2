import { finding } from '../plan/finding.ts';

/** In a terminal the wizard would open and not know of the file. */
export const planOutAlone = finding(
  {
    field: 'command',
    code: 'planOutAlone',
    what: '--plan-out is given, and it is not said how the command ends.',
    why: 'Questions are asked in the wizard, which saves a plan with the key p.',
    next: 'Add --dry-run to save the checked plan and stop, or leave --plan-out out.',
  },
  { from: 'input' },
);
