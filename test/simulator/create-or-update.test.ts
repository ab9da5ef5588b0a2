import { describe, expect, it } from 'vitest';
import { Driver, group, user } from './driver.ts';

const later = { preferredStartDateTime: '2026-12-06T22:00:00Z' };

describe('create or update', () => {
  it('changes a queued task in place, under the same id', async () => {
    const driver = new Driver();
    const { body: first } = await driver.create(user('dana'));
    const { body: second } = await driver.create(user('dana', later));
    expect(second).toMatchObject({ id: first.id, status: 'notStarted', parameters: later });
    driver.pass(60);
    expect((await driver.read(first.id)).body.status).toBe('notStarted');
    expect(driver.world.tasks).toHaveLength(1);
  });

  it('or refuses a second one for a queued source', async () => {
    const driver = new Driver('create-refused');
    const { body } = await driver.create(user('dana'));
    expect((await driver.create(user('dana', later))).code).toBe('MnASiteMoveIsInprogressOrFinished');
    expect((await driver.dryRun(user('dana'))).code).toBe('MnASiteMoveIsInprogressOrFinished');
    expect((await driver.read(body.id)).body.parameters).toEqual(user('dana'));
  });

  it.each(
    (['update-in-place', 'refuse'] as const).flatMap((createReading) => [
      { createReading, name: 'a moving source', minutes: 5 },
      { createReading, name: 'a moved source', minutes: 60 },
    ]),
  )('$name is refused ($createReading)', async ({ createReading, minutes }) => {
    const driver = new Driver('clean', { createReading });
    await driver.create(user('dana'));
    driver.pass(minutes);
    expect(await driver.create(user('dana'))).toMatchObject({ status: 422, code: 'MnASiteMoveIsInprogressOrFinished' });
    expect((await driver.dryRun(user('dana'))).code).toBe('MnASiteMoveIsInprogressOrFinished');
  });

  it('refuses a source whose cancel is under way', async () => {
    const driver = new Driver();
    const { body } = await driver.create(user('dana'));
    await driver.cancel(body.id);
    expect((await driver.create(user('dana'))).code).toBe('MnASiteMoveIsInprogressOrFinished');
  });

  it.each([
    { newAttemptId: 'same' as const, tasks: 1 },
    { newAttemptId: 'new' as const, tasks: 2 },
  ])('gives a new attempt the $newAttemptId id', async ({ newAttemptId, tasks }) => {
    const driver = new Driver('clean', { newAttemptId });
    const { body: failed } = await driver.create(user('milo'));
    driver.pass(40);
    expect((await driver.read(failed.id)).body.status).toBe('failed');
    const { body: again } = await driver.create(user('milo'));
    expect(again.status).toBe('notStarted');
    expect(again.id === failed.id).toBe(newAttemptId === 'same');
    expect((await driver.readUser('milo@contoso.com')).body).toMatchObject({ id: again.id, status: 'notStarted' });
    expect(driver.world.tasks).toHaveLength(tasks);
  });

  it('lets a cancelled source go again', async () => {
    const driver = new Driver();
    const { body } = await driver.create(user('dana'));
    await driver.cancel(body.id);
    driver.pass(1);
    expect((await driver.create(user('dana'))).body).toMatchObject({ id: body.id, status: 'notStarted' });
  });

  it('refuses more pending tasks than the queue takes', async () => {
    const driver = new Driver('clean', { queueLimit: 1 });
    await driver.create(user('dana'));
    expect(await driver.create(user('sam'))).toMatchObject({ status: 422, code: 'MnAMoveJobCreationFailed' });
    expect((await driver.create(user('dana', later))).status).toBe(200);
    expect((await driver.create(group('finance-eu'))).message).toContain('limit of 1 pending');
  });

  it('does not keep a dry run, even one that has an id', async () => {
    const driver = new Driver('clean', { dryRunHasId: true });
    const { body } = await driver.dryRun(user('dana'));
    expect((await driver.read(body.id)).status).toBe(404);
    expect((await driver.readUser('dana@contoso.com')).status).toBe(404);
  });
});
