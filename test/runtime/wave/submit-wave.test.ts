import { describe, expect, it } from 'vitest';
import { resumeWave, submitWave } from '../../../src/runtime/wave/submit-wave.ts';
import { listener, type WavePlace, wavePlace } from './wave-place.ts';

/** What is wrong with a run, judged by what the service has. */
async function wrongIn(place: WavePlace, runId: string, count: number): Promise<string[]> {
  const { rows } = await place.run(runId);
  const { tasks } = place.world;
  const keys = tasks.map(({ move }) => move.key);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  const claims = rows.filter(({ task }) => task !== null && !tasks.some(({ id }) => id === task.id));
  return [
    ...twice.map((key) => `${key} has two tasks`),
    ...claims.map(({ plan }) => `row ${plan.row} has a task that the service does not know`),
    ...(rows.length === count ? [] : [`${rows.length} rows are recorded`]),
  ];
}

const placesOf = async (place: WavePlace, runId: string) => {
  const { rows } = await place.run(runId);
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ place: where }) => where)].map(([where, group]) => [where, group.length]),
  );
};

describe('a wave', () => {
  it('makes one task for each row, several at a time', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const { conduct, news } = listener();
    const wave = await submitWave(place.process(), place.rows(60), conduct);
    if (!wave.ok) throw new Error(wave.error.what);
    expect(wave.value.end).toEqual({ reason: 'done' });
    expect(await placesOf(place, wave.value.runId)).toEqual({ accepted: 60 });
    expect(await wrongIn(place, wave.value.runId, 60)).toEqual([]);
    expect(news.filter(({ kind }) => kind === 'intended')).toHaveLength(60);
    expect(news.filter(({ kind }) => kind === 'outcome')).toHaveLength(60);
  });

  it('stops before all later rows when the failure is about the tenants, and goes on when that is mended', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const { conduct } = listener();
    const rows = place.rows(40);
    const services = place.process();
    let creates = 0;
    const graph = {
      ...services.graph,
      create: (...args: Parameters<typeof services.graph.create>) => {
        creates += 1;
        if (place.world.tasks.length >= 2) place.world.trust.target = 'missing';
        return services.graph.create(...args);
      },
    };
    const wave = await submitWave({ ...services, graph }, rows, conduct);
    if (!wave.ok) throw new Error(wave.error.what);
    expect(wave.value.end.reason).toBe('breaker');
    const before = await placesOf(place, wave.value.runId);
    expect(before.accepted).toBeGreaterThanOrEqual(2);
    expect(before.draft).toBe(40 - (before.accepted ?? 0));
    // What was on its way when it showed.
    expect(creates).toBeLessThanOrEqual(16);
    place.world.trust.target = 'good';
    const resumed = await resumeWave(place.process(), wave.value.runId, conduct);
    expect(resumed).toMatchObject({ ok: true, value: { end: { reason: 'done' } } });
    expect(await placesOf(place, wave.value.runId)).toEqual({ accepted: 40 });
    expect(await wrongIn(place, wave.value.runId, 40)).toEqual([]);
  });

  it('begins nothing new once it is stopped, and the rest can be resumed', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const { conduct, abort, news } = listener();
    const onNews = (one: (typeof news)[number]) => {
      news.push(one);
      if (news.filter(({ kind }) => kind === 'outcome').length === 10) abort.abort(new Error('stopped'));
    };
    const wave = await submitWave(place.process(), place.rows(50), { ...conduct, onNews });
    if (!wave.ok) throw new Error(wave.error.what);
    expect(wave.value.end).toEqual({ reason: 'stopped' });
    const stopped = await placesOf(place, wave.value.runId);
    expect(stopped.draft).toBeGreaterThan(20);
    await resumeWave(place.process(), wave.value.runId, listener().conduct);
    expect(await placesOf(place, wave.value.runId)).toEqual({ accepted: 50 });
    expect(await wrongIn(place, wave.value.runId, 50)).toEqual([]);
  });

  it('ends at the first refused row where that was wanted', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const rows = place.rows(30);
    place.world.takenUrls['https://fabrikam-my.sharepoint.com/personal/user0002_fabrikam_com'] = true;
    const wave = await submitWave(place.process(), rows, { ...listener().conduct, stopOnError: true });
    if (!wave.ok) throw new Error(wave.error.what);
    expect(wave.value.end.reason).toBe('error');
    expect((await placesOf(place, wave.value.runId)).draft).toBeGreaterThan(10);
  });

  it('waits while as many tasks as are allowed are queued', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const { conduct, news } = listener();
    let most = 0;
    const onNews = (one: (typeof news)[number]) => {
      news.push(one);
      most = Math.max(most, place.world.tasks.filter(({ status }) => status === 'notStarted').length);
    };
    const wave = await submitWave(place.process(), place.rows(30), { ...conduct, onNews, maxPending: 2 });
    expect(wave).toMatchObject({ ok: true, value: { end: { reason: 'done' } } });
    expect(most).toBeLessThanOrEqual(2);
    expect(news.some(({ kind }) => kind === 'waiting')).toBe(true);
    // Whoever watches the long wait sees what becomes of those that were sent.
    const seen = news.flatMap((one) => (one.kind === 'seen' ? [one.task.state] : []));
    expect(new Set(seen)).toEqual(new Set(['running', 'completed']));
  });

  it.each([1, 2, 3, 4, 5])('loses and doubles nothing in a storm, by seed %s', async (seed) => {
    const place = wavePlace('storm', { seed, budget: 6000 });
    const count = 80;
    const wave = await submitWave(place.process(), place.rows(count), listener().conduct);
    if (!wave.ok) throw new Error(wave.error.what);
    const { runId } = wave.value;
    for (let round = 0; round < 6; round += 1) {
      place.clock.pass(6 * 60_000);
      await resumeWave(place.process(), runId, { ...listener().conduct, resend: true });
    }
    expect(await wrongIn(place, runId, count)).toEqual([]);
    const ends = await placesOf(place, runId);
    expect((ends.accepted ?? 0) + (ends.adopted ?? 0)).toBe(count - (ends.rejected ?? 0));
  });
});
