import { describe, expect, it } from 'vitest';
import type { WireParameters } from '../../src/wire/task.ts';
import { Driver, minute, site, startedAt, user } from './driver.ts';

const iso = (at: number): string => new Date(at).toISOString();
const inMinutes = (minutes: number): string => `${iso(startedAt + minutes * minute).slice(0, 19)}Z`;

/** The states a task goes through, looked at every half minute. */
async function story(driver: Driver, move: WireParameters, minutes = 40): Promise<string[]> {
  const { body } = await driver.create(move);
  const states = [body.status ?? ''];
  for (let looks = 0; looks < minutes * 2; looks++) {
    driver.pass(0.5);
    const { status = '' } = (await driver.read(body.id)).body;
    if (states.at(-1) !== status) states.push(status);
  }
  return states;
}

describe('the life of a task', () => {
  it('waits, runs and finishes, with times only from the start on', async () => {
    const driver = new Driver();
    const { body: queued } = await driver.create(user('dana'));
    expect(queued).toEqual({ id: queued.id, status: 'notStarted', parameters: user('dana') });
    driver.pass(4);
    const { body: running } = await driver.read(queued.id);
    expect(running).toMatchObject({ status: 'inProgress', startedDateTime: expect.any(String) });
    driver.pass(3);
    const { body: later } = await driver.read(queued.id);
    expect(Date.parse(later.lastUpdatedDateTime ?? '')).toBeGreaterThan(Date.parse(running.lastUpdatedDateTime ?? ''));
    driver.pass(20);
    const { body: done } = await driver.read(queued.id);
    expect(done).toMatchObject({ status: 'completed', startedDateTime: running.startedDateTime });
    const tookMs = Date.parse(done.finishedDateTime ?? '') - Date.parse(done.startedDateTime ?? '');
    expect(tookMs).toBeGreaterThanOrEqual(8 * minute);
    expect(tookMs).toBeLessThanOrEqual(20 * minute);
  });

  it.each([
    { name: 'a ready person', move: user('dana'), states: ['notStarted', 'inProgress', 'completed'] },
    { name: 'a target that appears meanwhile', move: user('faye'), states: ['notStarted', 'inProgress', 'failed'] },
    { name: 'a OneDrive locked meanwhile', move: user('carl'), states: ['notStarted', 'inProgress', 'failed'] },
    { name: 'a job that breaks', move: user('milo'), states: ['notStarted', 'inProgress', 'failed'] },
    { name: 'a move that hangs', move: user('hana'), states: ['notStarted', 'inProgress'] },
    {
      name: 'a site that appears meanwhile',
      move: site('/sites/Crowded'),
      states: ['notStarted', 'inProgress', 'failed'],
    },
    {
      name: 'a start in the past',
      move: user('dana', { preferredStartDateTime: '2024-08-31T16:00:00Z' }),
      states: ['notStarted', 'inProgress', 'completed'],
    },
    { name: 'a later start', move: user('dana', { preferredStartDateTime: inMinutes(60) }), states: ['notStarted'] },
    {
      name: 'a latest start that passes',
      move: user('dana', { preferredLatestStartDateTime: inMinutes(0.5) }),
      states: ['notStarted', 'cancelled'],
    },
    {
      name: 'a latest start that is kept',
      move: user('dana', { preferredLatestStartDateTime: inMinutes(10) }),
      states: ['notStarted', 'inProgress', 'completed'],
    },
  ])('$name: $states', async ({ move, states }) => {
    expect(await story(new Driver(), move)).toEqual(states);
  });

  it.each([
    { name: 'faye', code: 'MnASiteMoveTargetUrlHasWriteConflict' },
    { name: 'carl', code: '-161' },
    { name: 'milo', code: 'MnAMoveJobCreationFailed' },
  ])('$name fails while running with $code', async ({ name, code }) => {
    const driver = new Driver();
    const { body } = await driver.create(user(name));
    driver.pass(40);
    expect((await driver.read(body.id)).body).toMatchObject({
      status: 'failed',
      error: { code },
      finishedDateTime: expect.any(String),
    });
  });

  it('shows an error on a task that the service tries again, and finishes it', async () => {
    const driver = new Driver();
    const { body } = await driver.create(user('rex'));
    driver.pass(6);
    expect((await driver.read(body.id)).body).toMatchObject({ status: 'inProgress', error: { code: 'Rescheduled' } });
    driver.pass(40);
    const { body: done } = await driver.read(body.id);
    expect(done.status).toBe('completed');
    expect(done.error).toBeUndefined();
  });

  it('stands still in the scenario stuck', async () => {
    const driver = new Driver('stuck');
    const { body } = await driver.create(user('dana'));
    driver.pass(10);
    const early = (await driver.read(body.id)).body;
    driver.pass(600);
    expect((await driver.read(body.id)).body).toEqual(early);
    expect(early.status).toBe('inProgress');
  });

  it('finds the target taken by what was moved there', async () => {
    const driver = new Driver();
    await driver.create(site('/sites/IT'));
    driver.pass(40);
    const told = await driver.dryRun(
      site('/sites/Legal', { targetSiteUrl: 'https://fabrikam.sharepoint.com/sites/IT' }),
    );
    expect(told.code).toBe('MnASiteMoveTargetUrlHasWriteConflict');
  });

  it('speaks the earlier wording when told to', async () => {
    const driver = new Driver('draft-wording');
    expect((await driver.dryRun(user('dana'))).body.status).toBe('Completed');
    const { body } = await driver.create(user('milo'));
    const { body: other } = await driver.create(user('dana'));
    driver.now = Date.UTC(2027, 0, 8);
    expect((await driver.read(body.id)).body.errors).toMatchObject([{ code: 'MnAMoveJobCreationFailed' }]);
    expect((await driver.read(other.id)).body.status).toBe('success');
    const { body: late } = await driver.create(user('sam'));
    driver.pass(5);
    expect((await driver.read(late.id)).body.startedDateTime).toMatch(/^2027-1-/);
  });
});

describe('cancelling', () => {
  it('is promised first and done a little later', async () => {
    const driver = new Driver();
    const { body } = await driver.create(user('dana'));
    expect((await driver.cancel(body.id)).status).toBe(204);
    expect((await driver.read(body.id)).body.status).toBe('notStarted');
    driver.pass(1);
    expect((await driver.read(body.id)).body).toMatchObject({
      status: 'cancelled',
      finishedDateTime: expect.any(String),
    });
  });

  it('may be asked twice', async () => {
    const driver = new Driver();
    const { body } = await driver.create(user('dana'));
    expect([(await driver.cancel(body.id)).status, (await driver.cancel(body.id)).status]).toEqual([204, 204]);
  });

  it.each([
    { name: 'while it runs', minutes: 5 },
    { name: 'when it has finished', minutes: 60 },
  ])('is too late $name', async ({ minutes }) => {
    const driver = new Driver();
    const { body } = await driver.create(user('dana'));
    driver.pass(minutes);
    expect(await driver.cancel(body.id)).toMatchObject({
      status: 409,
      message: 'Cannot process the cancel request because the task is in progress',
    });
  });

  it('can be refused while it waits', async () => {
    const driver = new Driver('clean', { cancelWhileQueued: 'refused' });
    const { body } = await driver.create(user('dana'));
    expect((await driver.cancel(body.id)).status).toBe(409);
  });

  it('of an unknown task finds nothing', async () => {
    expect(await new Driver().cancel('abc')).toMatchObject({
      status: 404,
      message: 'The migration task abc could not be found.',
    });
  });
});
