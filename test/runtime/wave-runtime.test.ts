import { describe, expect, it } from 'vitest';
import { createWaveRuntime } from '../../src/runtime/wave-runtime.ts';
import { readSheet } from '../../src/wave/csv/sheet.ts';
import { foldEntries } from '../../src/wave/run-state.ts';
import type { Session } from '../../src/wizard/state.ts';
import { fileOf, linesOfRun, linesOfSheet } from '../../src/wizard/wave/from-sheet.ts';
import { countLines, readyLines } from '../../src/wizard/wave/lines.ts';
import { beginRun, beginWave } from '../../src/wizard/wave/update.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { endpoint, type WavePlace, wavePlace } from './wave/wave-place.ts';

const limits = { budget: 600, maxPending: 4000, stopOnError: false, resend: false };

function csv(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, at) => `user,user${String(at + 1).padStart(4, '0')}@contoso.com`);
  const typed = lines.map((line) => `${line},${line.slice(5).replace('contoso', 'fabrikam')}`);
  return new TextEncoder().encode(['type,source,target', ...typed].join('\n'));
}

const sessionOf = ({ world }: WavePlace): Session => ({
  mode: 'live',
  endpoint,
  profile: null,
  source: { tenantId: world.source.id, name: 'Contoso' },
  target: { tenantId: world.target.id, name: 'Fabrikam' },
  zone: 'UTC',
  account: null,
  change: null,
  hints: null,
});

function waveOn(place: WavePlace, rows: number) {
  const session = sessionOf(place);
  const defaults = { targetHost: { text: 'https://fabrikam-my.sharepoint.com', origin: 'flag' as const } };
  const sheet = readSheet(csv(rows), {
    context: { now: place.clock.now(), zone: 'UTC' },
    complete: (given) => ({ ...defaults, ...given }),
  });
  const first = {
    state: beginWave(session, fileOf(sheet, 'wave.csv', false), linesOfSheet(sheet, session)),
    effects: [],
  };
  return runtimeOn(place, first);
}

function runtimeOn(place: WavePlace, first: Parameters<typeof createWaveRuntime>[0]) {
  const faults: unknown[] = [];
  const runtime = createWaveRuntime(first, place.process(), { limits, onFault: (fault) => faults.push(fault) });
  const until = (status: WaveState['status']): Promise<WaveState> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (faults.length > 0) reject(faults[0]);
        if (runtime.state().status === status) resolve(runtime.state());
      };
      runtime.subscribe(look);
      look();
    });
  return { ...runtime, until };
}

describe('a wave from its file to its end', () => {
  it('is checked, confirmed by number, submitted and followed until all is final', async () => {
    const place = wavePlace('mixed-wave', { budget: 6000 });
    const wave = waveOn(place, 60);
    wave.dispatch({ type: 'checkAsked' });
    const checked = await wave.until('checked');
    const ready = readyLines(checked).length;
    expect(ready).toBeGreaterThan(40);
    expect(ready).toBeLessThan(60);
    wave.dispatch({ type: 'confirmationOpened' });
    wave.dispatch({ type: 'confirmed', word: String(ready + 1) });
    expect(wave.state()).toMatchObject({ status: 'confirming', findings: [{ code: 'confirmWord' }] });
    wave.dispatch({ type: 'confirmed', word: String(ready) });
    const over = await wave.until('over');
    const counts = countLines(over.lines);
    expect((counts.completed ?? 0) + (counts.failed ?? 0)).toBeGreaterThan(40);
    expect(counts.queued ?? 0).toBe(0);
    expect(place.world.tasks).toHaveLength(ready - (counts.draft ?? 0) + (60 - ready));
  });

  it('is stopped in the middle, seen from another process, and gone on with', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const wave = waveOn(place, 40);
    wave.dispatch({ type: 'checkAsked' });
    await wave.until('checked');
    wave.dispatch({ type: 'confirmationOpened' });
    wave.dispatch({ type: 'confirmed', word: '40' });
    const stop = wave.subscribe(() => {
      const state = wave.state();
      if (state.status === 'submitting' && state.runId !== null) wave.dispatch({ type: 'stopAsked' });
    });
    const paused = await wave.until('paused');
    stop();
    if (paused.status !== 'paused') throw new Error('not paused');
    const left = countLines(paused.lines).draft ?? 0;
    expect(left).toBeGreaterThan(5);
    const recorded = foldEntries((await place.run(paused.runId)).entries);
    const other = runtimeOn(
      place,
      beginRun({ session: paused.session, file: paused.file, lines: linesOfRun(recorded) }, paused.runId),
    );
    expect(countLines(other.state().lines).draft).toBe(left);
    await other.stop();
    wave.dispatch({ type: 'goOnAsked' });
    const over = await wave.until('over');
    expect(countLines(over.lines)).toEqual({ completed: 40 });
    expect(place.world.tasks).toHaveLength(40);
  });

  it('cancels what waits when the number is typed', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const wave = waveOn(place, 12);
    wave.dispatch({ type: 'checkAsked' });
    await wave.until('checked');
    wave.dispatch({ type: 'confirmationOpened' });
    wave.dispatch({ type: 'confirmed', word: '12' });
    const watching = await wave.until('watching');
    const queued = watching.lines.filter(({ state }) => state === 'queued').map(({ row }) => row);
    wave.dispatch({ type: 'cancelAsked', rows: queued, word: 'yes' });
    expect(wave.state().status).toBe('watching');
    wave.dispatch({ type: 'cancelAsked', rows: queued, word: String(queued.length) });
    expect(wave.state().status).toBe('cancelling');
    const over = await wave.until('over');
    expect(countLines(over.lines).cancelled).toBeGreaterThan(0);
  });
});
