import type { Finding } from '../../plan/finding.ts';
import type { RowSubmission, Submitted } from '../../runtime/submit-rows.ts';
import { usualMaxPending } from '../../runtime/wave/pending.ts';
import { submitWave } from '../../runtime/wave/submit-wave.ts';
import type { WaveEnd, WaveNews } from '../../runtime/wave/wave-news.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import type { Stopper } from '../stopper.ts';
import type { Around } from '../with-targets.ts';
import { countsEvery } from './counts.ts';

/** What many rows may use. */
export type WaveFlags = { stopOnError: boolean; maxPending: number };

type Submitting = Pick<Around, 'console' | 'opened'> & { flags?: WaveFlags };

const noLimits: WaveFlags = { stopOnError: false, maxPending: usualMaxPending };

/** `stopped`: why the rows that are left were not sent. */
export type SubmittedTogether = Submitted & { stopped: Finding | null };

/** Submits rows that were confirmed together, several at a time; Ctrl+C begins nothing new and waits for what has left. */
export async function submitTogether(
  { console, opened: { services }, flags = noLimits }: Submitting,
  rows: readonly RowSubmission[],
  end: Stopper,
): Promise<SubmittedTogether> {
  const outcomes = new Map<number, SubmitOutcome>();
  const stop = new AbortController();
  void end.ended.then(() => stop.abort(new Error('stopped')));
  const say = countsEvery({ console, clock: services.clock, total: rows.length });
  const onNews = (news: WaveNews): void => {
    if (news.kind === 'outcome') {
      outcomes.set(news.row, news.outcome);
      say(outcomeWords[news.outcome.result]);
    } else if (news.kind === 'waiting' && console.output.format === 'text') console.output.notice(news.finding.what);
  };
  const wave = await submitWave(services, rows, { ...flags, signal: stop.signal, onNews });
  if (!wave.ok) return { runId: null, outcomes, stopped: wave.error };
  return { runId: wave.value.runId, outcomes, stopped: findingOf(wave.value.end) };
}

/** What came of a row, in numbers of many. */
export const outcomeWords: Readonly<Record<SubmitOutcome['result'], string>> = {
  accepted: 'accepted',
  adopted: 'found in the service',
  rejected: 'refused',
  conflict: 'in conflict',
  unconfirmed: 'unconfirmed',
};

const findingOf = (end: WaveEnd): Finding | null => ('finding' in end ? end.finding : null);
