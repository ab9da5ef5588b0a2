import { expect, test } from 'vitest';
import { ok } from '../../../src/plan/result.ts';
import type { SavedTarget } from '../../../src/wizard/target-to-save.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { profileAt } from '../../support/signing-in.ts';
import { states } from '../../support/states.ts';

const inProfile = (targetHost: string | null) => {
  const { reviewing } = states;
  const session = { ...reviewing.session, profile: 'c2f', saved: profileAt('', { targetHost }) };
  return { ...reviewing, session };
};

test('s on the request saves where it lands in the profile, and says so', async () => {
  const { press, waitFor, engine } = openMigration(inProfile(null), { saves: true });
  const saved: SavedTarget[] = [];
  engine.saveTarget = async (target) => {
    saved.push(target);
    return ok(null);
  };
  await waitFor('s save to profile');
  press('s');
  await waitFor('Saved in profile c2f: its next move lands there too.');
  expect(saved).toEqual([
    { targetHost: 'https://fabrikam-my.sharepoint.com', targetOrgId: null, targetLocation: null },
  ]);
  expect(engine.state().status).toBe('reviewing');
});

test('nothing is offered where the profile says it already', async () => {
  const { waitFor } = openMigration(inProfile('https://fabrikam-my.sharepoint.com'), { saves: true });
  expect(await waitFor('p save plan')).not.toContain('save to profile');
});
