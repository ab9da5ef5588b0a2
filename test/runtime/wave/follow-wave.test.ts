import { describe, expect, it } from 'vitest';
import { type FollowedRow, followWave } from '../../../src/runtime/wave/follow-wave.ts';
import { submitWave } from '../../../src/runtime/wave/submit-wave.ts';
import { foldEntries } from '../../../src/wave/run-state.ts';
import { listener, wavePlace } from './wave-place.ts';

async function followed(count: number, budget: number) {
  const place = wavePlace('clean', { budget: 6000 });
  const wave = await submitWave(place.process(), place.rows(count), listener().conduct);
  if (!wave.ok) throw new Error(wave.error.what);
  const { entries } = await place.run(wave.value.runId);
  const from = place.world.log.length;
  const seen = new Map<number, FollowedRow>();
  const looks = {
    budget,
    signal: new AbortController().signal,
    onRow: (row: FollowedRow) => void seen.set(row.row.plan.row, row),
  };
  await followWave(place.process(), foldEntries(entries), looks);
  const reads = place.world.log.slice(from).filter(({ kind }) => kind === 'read');
  return { place, seen, reads, runId: wave.value.runId };
}

describe('a wave that is followed', () => {
  it('is followed until every task is final, and the ledger knows it', async () => {
    const { seen, place, runId } = await followed(40, 300);
    expect([...seen.values()].every(({ task }) => task?.final)).toBe(true);
    const { rows } = await place.run(runId);
    expect(rows.every(({ task }) => task?.state === 'completed')).toBe(true);
  });

  it('asks inside its budget', async () => {
    const { reads } = await followed(200, 100);
    let [from, most] = [0, 0];
    for (const [at, { at: time }] of reads.entries()) {
      while ((reads[from]?.at ?? time) <= time - 60_000) from += 1;
      most = Math.max(most, at - from + 1);
    }
    // The first round looks at all of them; what all calls together may cost is the budget of the client.
    expect(most).toBeLessThanOrEqual(200 + 100);
    expect(reads.length).toBeLessThan(200 * 12);
  });

  it('finds what came of creates whose answers were lost', async () => {
    const place = wavePlace('late-commit', { budget: 6000 });
    const wave = await submitWave(place.process(), place.rows(20), listener().conduct);
    if (!wave.ok) throw new Error(wave.error.what);
    const { entries } = await place.run(wave.value.runId);
    const seen = new Map<number, FollowedRow>();
    await followWave(place.process(), foldEntries(entries), {
      budget: 300,
      signal: new AbortController().signal,
      onRow: (row) => void seen.set(row.row.plan.row, row),
    });
    expect([...seen.values()].every(({ task }) => task?.state === 'completed')).toBe(true);
    expect(new Set(place.world.tasks.map(({ move }) => move.key)).size).toBe(place.world.tasks.length);
  });
});
