import { describe, expect, it } from 'vitest';
import { submitMove } from '../../src/runtime/submit.ts';
import { memoryFiles } from '../runtime/memory-files.ts';
import { submissionOf } from '../runtime/moves.ts';
import { type Case, caseOf } from './cases.ts';
import { type Place, placeOf } from './place.ts';

/** The first case that is about a person known only by object id. */
function hiddenCase(): Case {
  for (let seed = 1; ; seed += 1) {
    const one = caseOf(seed);
    if (one.isHidden) return one;
  }
}

const submit = ({ services, clock }: Place, move: Case['move']) =>
  submitMove(services, submissionOf(move, clock.now()));

async function submittedOnce(): Promise<Place> {
  const place = placeOf(hiddenCase(), { files: memoryFiles(), folder: 'runs' });
  expect(await submit(place, place.one.move)).toMatchObject({ result: 'accepted' });
  expect(place.live).toHaveLength(1);
  return place;
}

describe('a person known only by object id, whose task this computer has on record,', () => {
  it('is not submitted a second time: the task is asked for by its id and taken over', async () => {
    const place = await submittedOnce();
    const [task] = place.world.tasks;
    expect(await submit(place, place.one.move)).toMatchObject({ result: 'adopted', task: { id: task?.id } });
    expect(place.live).toHaveLength(1);
  });

  it('is not submitted with other values either', async () => {
    const place = await submittedOnce();
    expect(await submit(place, place.one.other)).toMatchObject({ result: 'conflict' });
    expect(place.live).toHaveLength(1);
  });

  it('is submitted again after that task was cancelled', async () => {
    const place = await submittedOnce();
    for (const task of place.world.tasks) Object.assign(task, { status: 'cancelled', finishedAt: task.acceptedAt });
    expect(await submit(place, place.one.move)).toMatchObject({ result: 'accepted' });
    expect(place.live).toHaveLength(2);
  });

  it('is submitted when the service knows that task no more', async () => {
    const place = await submittedOnce();
    place.world.tasks.length = 0;
    expect(await submit(place, place.one.move)).toMatchObject({ result: 'accepted' });
  });

  it('is not submitted while the service does not answer', async () => {
    const place = await submittedOnce();
    place.services.graph.taskById = async () => ({
      ok: false,
      error: { kind: 'network', call: 'read', reason: 'reset', reached: 'maybe', clientRequestId: 'c', detail: '' },
    });
    expect(await submit(place, place.one.move)).toMatchObject({
      result: 'rejected',
      findings: [{ code: 'networkReset' }],
    });
    expect(place.live).toHaveLength(1);
  });
});
