import { describe, expect, it } from 'vitest';
import { performWave } from '../../../src/runtime/wave/perform.ts';
import { submitWave } from '../../../src/runtime/wave/submit-wave.ts';
import { foldEntries, type RunState } from '../../../src/wave/run-state.ts';
import { attentionOf } from '../../../src/wizard/wave/attention.ts';
import { boardRows, firstView, visibleRows } from '../../../src/wizard/wave/board.ts';
import { linesOfRun } from '../../../src/wizard/wave/from-sheet.ts';
import { countLines } from '../../../src/wizard/wave/lines.ts';
import { beginRun, updateWave } from '../../../src/wizard/wave/update.ts';
import type { WaveEvent } from '../../../src/wizard/wave/wave-event.ts';
import type { WaveState } from '../../../src/wizard/wave/wave-state.ts';
import { session } from '../../support/session.ts';
import { listener, type WavePlace, wavePlace } from './wave-place.ts';

const hourMs = 60 * 60_000;
const limits = { budget: 6000, maxPending: 4000, stopOnError: false, resend: false };
const file = { name: 'r-1', columns: [], findings: [], fixes: [], leftOut: 0, isMended: false };

/** The table of a run in another shell; `seen` hears of each change of it. */
async function watched(place: WavePlace, run: RunState, seen: (state: WaveState, stop: () => void) => void) {
  const runId = run.header?.runId ?? '';
  const step = beginRun({ session, file, lines: linesOfRun(run) }, runId);
  const stop = new AbortController();
  let { state } = step;
  for (const effect of step.effects)
    await performWave(place.process(), effect, {
      limits,
      signal: stop.signal,
      tell: (event) => {
        ({ state } = updateWave(state, { ...event, at: place.clock.now() } as WaveEvent));
        seen(state, () => stop.abort(new Error('seen')));
      },
    });
  return state;
}

const recorded = async (place: WavePlace, runId: string) => foldEntries((await place.run(runId)).entries);

describe('a run that is watched from another shell', () => {
  it('shows the rows that the first shell sends meanwhile', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    let drafts = 0;
    let table: Promise<WaveState> | null = null;
    const onOpened = (runId: string) => {
      table = recorded(place, runId).then((run) => {
        drafts = run.rows.filter((row) => row.place === 'draft').length;
        return watched(place, run, () => undefined);
      });
    };
    await submitWave(place.process(), place.rows(60), { ...listener().conduct, onOpened });
    const end = await (table as Promise<WaveState> | null);
    expect(drafts).toBeGreaterThan(0);
    expect(end && countLines(end.lines)).toEqual({ completed: 60 });
    expect(end?.status).toBe('over');
  });

  it('shows on a look what came to its end through another process', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const stopped = listener();
    const opened = await submitWave(place.process(), place.rows(3), {
      ...stopped.conduct,
      onOpened: () => stopped.abort.abort(new Error('stopped')),
    });
    if (!opened.ok) throw new Error(opened.error.what);
    const before = await recorded(place, opened.value.runId);
    const resume = { id: 1, type: 'resume', runId: opened.value.runId, resend: false } as const;
    const other = { limits, signal: new AbortController().signal, tell: () => undefined };
    await performWave(place.process(), resume, other);
    await watched(place, await recorded(place, opened.value.runId), () => undefined);
    expect(countLines(linesOfRun(before))).toEqual({ draft: 3 });
    const end = await watched(place, before, () => undefined);
    expect(countLines(end.lines)).toEqual({ completed: 3 });
  });
});

it('a row that the service has not touched for two hours is flagged, not before, and stands on top', async () => {
  const place = wavePlace('stuck', { budget: 6000 });
  const wave = await submitWave(place.process(), place.rows(4), listener().conduct);
  if (!wave.ok) throw new Error(wave.error.what);
  const startedAt = place.clock.now();
  const flags: { afterMs: number; isFlagged: boolean }[] = [];
  const end = await watched(place, await recorded(place, wave.value.runId), (state, stop) => {
    const now = place.clock.now();
    for (const line of state.lines) {
      if (line.state !== 'running' || line.task === null) continue;
      const touchedAt = line.task.updatedAt ?? line.task.startedAt ?? 0;
      flags.push({ afterMs: now - touchedAt, isFlagged: attentionOf(line, now) === 'check' });
    }
    if (now - startedAt > 4 * hourMs) stop();
  });
  expect(flags.filter(({ afterMs, isFlagged }) => isFlagged !== afterMs > 2 * hourMs)).toEqual([]);
  expect(flags.some(({ isFlagged }) => isFlagged)).toBe(true);
  const [top] = visibleRows(boardRows(end.lines, place.clock.now()), firstView);
  expect(top && attentionOf(top.line, place.clock.now())).toBe('check');
});
