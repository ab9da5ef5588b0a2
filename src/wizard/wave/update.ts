import type { Session } from '../state.ts';
import { whileChecked, whileChecking, whileConfirming, whileReading } from './wave-checking.ts';
import type { WaveEvent, WaveStep } from './wave-event.ts';
import { whileCancelling, whileOver, whilePaused, whileSubmitting, whileWatching } from './wave-sending.ts';
import type { WaveBase, WaveFile, WaveLine, WaveState } from './wave-state.ts';

/** Starts with a file that was read. */
export const beginWave = (session: Session, file: WaveFile, lines: readonly WaveLine[]): WaveState => ({
  session,
  file,
  lines,
  chosen: null,
  effects: 0,
  status: 'reading',
});

/** Starts with a run that was submitted earlier, read back from the ledger: it is followed, not sent. */
export function beginRun(base: Omit<WaveBase, 'effects' | 'chosen'>, runId: string): WaveStep {
  const state = { ...base, chosen: null, effects: 1, status: 'watching' as const, runId, waitingFor: 1 };
  return { state, effects: [{ id: 1, type: 'follow', runId }] };
}

/** The life of a wave. Events that do not belong to the state, or answer an older effect, change nothing. */
export function updateWave(state: WaveState, event: WaveEvent): WaveStep {
  switch (state.status) {
    case 'reading':
      return whileReading(state, event);
    case 'checking':
      return whileChecking(state, event);
    case 'checked':
      return whileChecked(state, event);
    case 'confirming':
      return whileConfirming(state, event);
    case 'submitting':
      return whileSubmitting(state, event);
    case 'paused':
      return whilePaused(state, event);
    case 'watching':
      return whileWatching(state, event);
    case 'cancelling':
      return whileCancelling(state, event);
    case 'over':
      return whileOver(state, event);
  }
}
