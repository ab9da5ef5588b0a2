import { describe, expect, it } from 'vitest';
import { brake, settleOpenRows } from '../../../src/runtime/wave/brake.ts';
import { resumeWave, submitWave } from '../../../src/runtime/wave/submit-wave.ts';
import { listened } from '../../../src/store/listened.ts';
import { listener, type WavePlace, wavePlace } from './wave-place.ts';

const never = new AbortController().signal;

const placesOf = async (place: WavePlace, runId: string) => {
  const { rows } = await place.run(runId);
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ place: where }) => where)].map(([where, group]) => [where, group.length]),
  );
};

/** A run whose process died in the moment the first answers were lost: creates are out, and nobody looked yet. */
async function diedWaiting(place: WavePlace, count: number): Promise<string> {
  let runId = '';
  const services = place.process();
  const ledger = listened(services.ledger, (id, entry) => {
    runId = id;
    if (entry.kind === 'intended') throw new Error('died');
  });
  await submitWave({ ...services, ledger }, place.rows(count), listener().conduct).catch(() => undefined);
  return runId;
}

describe('the brake', () => {
  it('holds a run that nobody works on, so that nobody goes on with it', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const wave = await submitWave(place.process(), place.rows(2), listener().conduct);
    if (!wave.ok) throw new Error(wave.error.what);
    const { runId } = wave.value;
    const held = await brake(place.process(), runId, { by: 'mia', waitMs: 1_000, onWait: () => undefined });
    expect(held).toMatchObject({ ok: true, value: { wasWorkedOn: false } });
    expect(await resumeWave(place.process(), runId, listener().conduct)).toMatchObject({
      ok: false,
      error: { code: 'ledgerLocked' },
    });
  });

  it('ends a wave in another process with who asked, and waits for what has left', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const { conduct, news } = listener();
    let asked: ReturnType<typeof brake> | null = null;
    let runId = '';
    const onNews = (one: (typeof news)[number]) => {
      news.push(one);
      if (news.length > 20)
        asked ??= brake(place.process(), runId, { by: 'mia on ws-1', waitMs: 60_000, onWait: () => undefined });
    };
    const services = place.process();
    // The service takes a while for each, as it does: a second passes on the way.
    const graph = {
      ...services.graph,
      create: async (...args: Parameters<typeof services.graph.create>) => {
        await place.clock.sleep(500);
        return await services.graph.create(...args);
      },
    };
    const onOpened = (id: string) => {
      runId = id;
    };
    const wave = await submitWave({ ...services, graph }, place.rows(200), { ...conduct, onNews, onOpened });
    expect(wave).toMatchObject({ ok: true, value: { end: { reason: 'stopped', finding: { code: 'runStopped' } } } });
    expect(await asked).toMatchObject({ ok: true, value: { wasWorkedOn: true, file: { runId } } });
    const places = await placesOf(place, runId);
    expect(places.draft).toBeGreaterThan(100);
    expect((places.accepted ?? 0) + (places.draft ?? 0)).toBe(200);
    expect(place.world.tasks).toHaveLength(places.accepted ?? 0);
  });

  it('gives a process that does not let go no more than its time', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const wave = await submitWave(place.process(), place.rows(2), listener().conduct);
    if (!wave.ok) throw new Error(wave.error.what);
    const { runId } = wave.value;
    await place.process().ledger.open(runId);
    const before = place.clock.now();
    const held = await brake(place.process(), runId, { by: 'mia', waitMs: 60_000, onWait: () => undefined });
    expect(held).toEqual({ ok: true, value: { file: null, wasWorkedOn: true } });
    expect(place.clock.now() - before).toBeLessThanOrEqual(61_000);
  });
});

describe('open rows of a run', () => {
  it('are looked for while the run is held, and never sent', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const runId = await diedWaiting(place, 6);
    const creates = place.world.log.filter(({ kind }) => kind === 'create').length;
    const services = place.process();
    const held = await brake(services, runId, { by: 'mia', waitMs: 0, onWait: () => undefined });
    if (!held.ok || !held.value.file) throw new Error('The run was not held');
    expect((await placesOf(place, runId)).intended).toBeGreaterThan(0);
    expect(await settleOpenRows(services, held.value.file, never)).toEqual({ ok: true, value: null });
    const looks = (await place.run(runId)).rows.filter(({ intent }) => intent !== null).map(({ looks: made }) => made);
    expect(Math.min(...looks)).toBeGreaterThan(0);
    expect(place.world.log.filter(({ kind }) => kind === 'create')).toHaveLength(creates);
  });

  it.each(['a wave that goes on', 'a brake'])(
    'stay as they are when somebody stops %s between two looks',
    async (who) => {
      const place = wavePlace('clean', { budget: 6000 });
      const runId = await diedWaiting(place, 4);
      const { conduct, abort } = listener();
      const services = place.process();
      const graph = {
        ...services.graph,
        taskBySource: async (...args: Parameters<typeof services.graph.taskBySource>) => {
          const answer = await services.graph.taskBySource(...args);
          void place.clock.sleep(100).then(() => abort.abort(new Error('stopped')));
          return answer;
        },
      };
      const before = await placesOf(place, runId);
      if (who === 'a brake') {
        const file = await services.ledger.open(runId);
        if (!file.ok) throw new Error(file.error.what);
        expect(await settleOpenRows({ ...services, graph }, file.value, abort.signal)).toEqual({
          ok: true,
          value: null,
        });
      } else {
        const wave = await resumeWave({ ...services, graph }, runId, conduct);
        expect(wave).toMatchObject({ ok: true, value: { end: { reason: 'stopped' } } });
      }
      expect(await placesOf(place, runId)).toEqual(before);
    },
  );
});
