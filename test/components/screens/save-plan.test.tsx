import { expect, test } from 'vitest';
import { finding } from '../../../src/plan/finding.ts';
import { err } from '../../../src/plan/result.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { states } from '../../support/states.ts';

test('p on the request saves the plan, says where, and stays there', async () => {
  const { press, waitFor, engine } = openMigration(states.reviewing);
  await waitFor('p save plan');
  press('p');
  await waitFor('The plan is saved: /home/mia/crossorg-plan-7f3a91c20b44.json');
  expect(engine.state().status).toBe('reviewing');
});

test('p says why a plan cannot be saved', async () => {
  const { press, waitFor, engine } = openMigration(states.reviewing);
  const words = {
    field: 'plan',
    code: 'planFileExists',
    what: 'There is a file already.',
    why: 'w',
    next: 'n',
  } as const;
  engine.savePlan = async () => err(finding(words));
  await waitFor('p save plan');
  press('p');
  await waitFor('There is a file already.');
});
