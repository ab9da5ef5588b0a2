import { describe, expect, it } from 'vitest';
import { realFiles, tempFolder } from '../runtime/fake-ports.ts';
import { memoryFiles } from '../runtime/memory-files.ts';
import { caseOf } from './cases.ts';
import { type Disk, type Place, placeOf } from './place.ts';
import { live } from './story.ts';
import { wrongIn } from './verdict.ts';

const isLong = process.env.CROSSORG_LONG === '1';
const stories = isLong ? 20_000 : 400;
const storiesOnDisk = isLong ? 400 : 20;

/** How often what must be survived came up: proof that the stories are about it. */
type Tally = { wrong: string[]; lost: number; sentAgain: number; taken: number; leftOpen: number };

const nothingYet = (): Tally => ({ wrong: [], lost: 0, sentAgain: 0, taken: 0, leftOpen: 0 });

/** What went wrong in a story bears the seed that shows it again. */
async function tell(seed: number, disk: Disk, tally: Tally): Promise<void> {
  const place = placeOf(caseOf(seed), disk);
  await live(place);
  tally.wrong.push(...(await wrongIn(place)).map((text) => `seed ${seed}: ${text}`));
  await count(place, tally);
}

async function count(place: Place, tally: Tally): Promise<void> {
  const { entries, rows } = await place.records();
  if (entries.some(({ kind }) => kind === 'unconfirmed')) tally.lost += 1;
  if (entries.some(({ kind }) => kind === 'cleared')) tally.sentAgain += 1;
  if (rows.some(({ state }) => state.place === 'accepted')) tally.taken += 1;
  if (rows.some(({ state }) => state.place === 'unconfirmed')) tally.leftOpen += 1;
}

async function tellOnDisk(seed: number, tally: Tally): Promise<void> {
  const { folder, remove } = tempFolder();
  try {
    await tell(seed, { files: realFiles, folder }, tally);
  } finally {
    remove();
  }
}

describe('a move whose answers get lost, through the real client', () => {
  it(`is made once and found again, in ${stories} stories`, { timeout: stories * 200 }, async () => {
    const tally = nothingYet();
    for (let seed = 1; seed <= stories; seed += 1) await tell(seed, { files: memoryFiles(), folder: 'runs' }, tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.lost).toBeGreaterThan(stories / 3);
    expect(tally.sentAgain).toBeGreaterThan(stories / 20);
    expect(tally.taken).toBeGreaterThan(stories / 2);
    expect(tally.leftOpen).toBeGreaterThan(stories / 50);
  });

  it(`is made once and found again on a real disk, in ${storiesOnDisk} stories`, {
    timeout: stories * 200,
  }, async () => {
    const tally = nothingYet();
    for (let seed = 1; seed <= storiesOnDisk; seed += 1) await tellOnDisk(50_000 + seed, tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.lost).toBeGreaterThan(storiesOnDisk / 4);
  });
});
