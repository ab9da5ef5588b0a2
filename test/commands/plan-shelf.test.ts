import { expect, test } from 'vitest';
import { planShelf } from '../../src/commands/plan-shelf.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import { fakePorts } from '../support/ports.ts';
import { noon } from '../support/session.ts';
import { states } from '../support/states.ts';

const path = (id: string) => `/home/mia/crossorg-plan-${id.slice(0, 12)}.json`;

test('a wizard saves its plan in the current folder, under the beginning of its id', async () => {
  const { ports, kept } = fakePorts();
  const state = states.reviewing;
  if (state.status !== 'reviewing') throw new Error('The state is another one');
  const saved = await planShelf(ports).save(state, noon);
  expect(saved).toEqual({ ok: true, value: path(state.move.id) });
  const read = readPlanFile(kept.get(path(state.move.id)) ?? '');
  expect(read).toMatchObject({
    ok: true,
    value: { file: { planId: state.move.id, createdAt: '2026-12-05T12:00:00Z' } },
  });
  if (read.ok) expect(read.value.file.rows[0]?.dryRun).toBeNull();
});

test('again it writes the same plan anew, and leaves another file alone', async () => {
  const { ports, kept } = fakePorts();
  const state = states.reviewing;
  if (state.status !== 'reviewing') throw new Error('The state is another one');
  const shelf = planShelf(ports);
  await shelf.save(state, noon);
  expect(await shelf.save(state, noon + 60_000)).toMatchObject({ ok: true });
  expect(kept.get(path(state.move.id))).toContain('2026-12-05T12:01:00Z');
  kept.set(path(state.move.id), 'notes');
  expect(await shelf.save(state, noon)).toMatchObject({ ok: false, error: { code: 'planFileExists' } });
  expect(kept.get(path(state.move.id))).toBe('notes');
});

test('a disk that is full is told, not thrown', async () => {
  const { ports } = fakePorts();
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const files = { ...ports.files, write: () => Promise.reject(full) };
  const saved = await planShelf({ ...ports, files }).save(states.reviewing, noon);
  expect(saved).toMatchObject({ ok: false, error: { code: 'planFileNotWritten' } });
});
