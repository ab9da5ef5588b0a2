import { describe, expect, it } from 'vitest';
import { createLanes, type Lane } from '../../../src/runtime/wave/lanes.ts';

/** Everything that can go on goes on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Rows that want in and then want to create; who is how far. */
async function crowd(count: number) {
  const gate = createLanes();
  const inside: Lane[] = [];
  const creating: Lane[] = [];
  for (let row = 0; row < count; row += 1)
    void gate.enter().then(async (lane) => {
      inside.push(lane);
      await lane.turn();
      creating.push(lane);
    });
  await settle();
  return { inside, creating };
}

describe('the lanes of a wave', () => {
  it('let four rows create, and some more look what is there', async () => {
    const { inside, creating } = await crowd(40);
    expect(creating).toHaveLength(4);
    expect(inside).toHaveLength(12);
  });

  it('let more in with every answer, and give a place on when its row leaves', async () => {
    const { creating } = await crowd(40);
    creating[0]?.answered(false);
    await settle();
    expect(creating).toHaveLength(5);
    creating[0]?.leave();
    creating[0]?.leave();
    await settle();
    expect(creating).toHaveLength(6);
  });

  it('let no other row create before it is known what came of one that was answered', async () => {
    const { creating } = await crowd(40);
    // Sixteen lanes are open already.
    for (let calm = 0; calm < 20; calm += 1) creating[0]?.answered(false);
    await settle();
    expect(creating).toHaveLength(16);
    creating[1]?.answered(false);
    await settle();
    expect(creating).toHaveLength(16);
  });

  it('let another row create while one waits because it was throttled, which gets another turn', async () => {
    const { creating } = await crowd(40);
    const [first] = creating;
    first?.answered(true);
    await settle();
    expect(creating).toHaveLength(5);
    let isBack = false;
    void first?.turn().then(() => {
      isBack = true;
    });
    for (const lane of creating.slice(1)) lane.leave();
    await settle();
    for (const lane of creating.slice(5)) lane.leave();
    await settle();
    for (const lane of creating.slice(5)) lane.leave();
    for (let round = 0; round < 20; round += 1) {
      for (const lane of creating.slice(5)) lane.leave();
      await settle();
    }
    expect(isBack).toBe(true);
  });
});
