import type { Finding } from '../../plan/finding.ts';
import type { Task } from '../../tasks/task.ts';
import { type RowState, stateOf } from '../../wave/row-state.ts';
import { foldEntries } from '../../wave/run-state.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { checkKeptMs } from '../../wizard/wave/check-age.ts';
import { findingsOf } from '../../wizard/wave/from-sheet.ts';
import type { Recorded, SeenRow, WaveEffect, WaveHappening } from '../../wizard/wave/wave-event.ts';
import type { LineCheck } from '../../wizard/wave/wave-state.ts';
import { cancelTask } from '../cancel.ts';
import type { Services } from '../services.ts';
import { cancelsAtOnce, soonestFirst } from './cancel-order.ts';
import { checkWave, type RowCheck } from './check-wave.ts';
import { followedOf, followWave } from './follow-wave.ts';
import { gather } from './gather.ts';
import { limited } from './limited.ts';
import { mayBeWorkedOn, moreOfRun } from './more-of-run.ts';
import { resumeWave, submitWave, type WaveRun } from './submit-wave.ts';
import type { Conduct, WaveNews } from './wave-news.ts';

/** What a wave is allowed to use. */
export type WaveLimits = {
  /** Resource units a minute that looks may use. */
  budget: number;
  maxPending: number;
  stopOnError: boolean;
  /** Rows whose create nobody answered are sent once more, where that is allowed. */
  resend: boolean;
};

type Performing = { signal: AbortSignal; tell: (event: WaveHappening) => void; limits: WaveLimits };
type EffectOf<T extends WaveEffect['type']> = Extract<WaveEffect, { type: T }>;

export async function performWave(services: Services, effect: WaveEffect, performing: Performing): Promise<void> {
  switch (effect.type) {
    case 'check':
      return check(services, effect, performing);
    case 'submit':
      return submit(services, effect, performing);
    case 'resume':
      return resume(services, effect, performing);
    case 'follow':
      return follow(services, effect, performing);
    case 'cancel':
      return cancel(services, effect, performing);
  }
}

async function check(services: Services, effect: EffectOf<'check'>, { signal, tell }: Performing): Promise<void> {
  const told = gather<LineCheck>(services.clock, (checks) => tell({ type: 'rowsChecked', effect: effect.id, checks }));
  const known = new Map([...effect.known].filter(([, { clean }]) => clean !== null));
  const isKnown = (id: string): boolean => {
    const before = known.get(id);
    return before !== undefined && services.clock.now() - before.at < checkKeptMs;
  };
  for (const { row, move } of effect.rows) {
    const before = known.get(move.id);
    if (before && isKnown(move.id)) told.add(row, before);
  }
  const asked = effect.rows.filter(({ move }) => !isKnown(move.id));
  const end = await checkWave(services, asked, { signal, onCheck: (row, one) => told.add(row, lineCheckOf(one)) });
  told.end();
  tell({ type: 'checkEnded', effect: effect.id, breaker: end.breaker });
}

const lineCheckOf = ({ planId, report, findings }: RowCheck): LineCheck => ({
  planId,
  clean: report.clean,
  findings,
  at: report.at,
});

async function submit(services: Services, effect: EffectOf<'submit'>, performing: Performing): Promise<void> {
  const { conduct, end } = conducting(services, effect.id, performing);
  const onOpened = (runId: string) => performing.tell({ type: 'runOpened', effect: effect.id, runId });
  end(await submitWave(services, effect.rows, { ...conduct, onOpened }));
}

async function resume(services: Services, effect: EffectOf<'resume'>, performing: Performing): Promise<void> {
  const { conduct, end } = conducting(services, effect.id, performing);
  end(await resumeWave(services, effect.runId, { ...conduct, resend: effect.resend }), effect.runId);
}

function conducting({ clock }: Services, effect: number, { signal, tell, limits }: Performing) {
  const told = gather<SubmitOutcome | 'leaving'>(clock, (outcomes) => tell({ type: 'rowsSent', effect, outcomes }));
  const seen = gather<SeenRow>(clock, (rows) => tell({ type: 'rowsSeen', effect, seen: rows }));
  const onNews = (news: WaveNews): void => {
    if (news.kind === 'waiting') tell({ type: 'waitBegan', effect, ms: news.ms, finding: news.finding });
    else if (news.kind === 'seen') seen.add(news.row, { task: news.task, trouble: null });
    else told.add(news.row, news.kind === 'outcome' ? news.outcome : 'leaving');
  };
  const { maxPending, stopOnError, resend } = limits;
  const conduct: Omit<Conduct, 'isFresh'> = { signal, onNews, maxPending, stopOnError, resend };
  return {
    conduct,
    end: (wave: { ok: true; value: WaveRun } | { ok: false; error: Finding }, known: string | null = null): void => {
      told.end();
      seen.end();
      const finding = wave.ok ? ('finding' in wave.value.end ? wave.value.end.finding : null) : wave.error;
      const reason = wave.ok ? wave.value.end.reason : 'breaker';
      tell({ type: 'submitEnded', effect, runId: wave.ok ? wave.value.runId : known, reason, finding });
    },
  };
}

type Seen = { task: Task | null; trouble: Finding | null; recorded: Recorded };

async function follow(
  services: Services,
  { id, runId }: EffectOf<'follow'>,
  { signal, tell, limits }: Performing,
): Promise<void> {
  const told = gather<Seen>(services.clock, (seen) => tell({ type: 'rowsSeen', effect: id, seen }));
  const run = await runOf(services, runId);
  // What is over needs no look, and may have come to its end through another process.
  for (const row of run.rows)
    if (row.task?.final || row.place === 'rejected' || row.place === 'conflicted')
      told.add(row.plan.row, { task: row.task, trouble: null, recorded: recordedOf(row) });
  await followWave(services, run, {
    signal,
    budget: limits.budget / 2,
    onRow: ({ row, task, trouble }) => told.add(row.plan.row, { task, trouble, recorded: recordedOf(row) }),
    ...(mayBeWorkedOn(run) ? { more: moreOfRun(services, runId) } : {}),
  });
  told.end();
  tell({ type: 'followEnded', effect: id });
}

const recordedOf = (row: RowState): Recorded => ({ state: stateOf(row), findings: findingsOf(row) });

async function runOf({ ledger }: Services, runId: string) {
  const entries = await ledger.read(runId);
  if (!entries.ok) throw new Error(`The run ${runId} was readable, and is no longer: ${entries.error.what}`);
  return foldEntries(entries.value);
}

async function cancel(
  services: Services,
  { id, runId, rows }: EffectOf<'cancel'>,
  { tell }: Performing,
): Promise<void> {
  const run = await runOf(services, runId);
  const wanted = new Set(rows);
  const meant = soonestFirst(
    run.rows.filter(({ plan }) => wanted.has(plan.row)),
    ({ plan }) => plan.move,
  );
  await limited(meant, { most: cancelsAtOnce, isOver: () => false }, async (row) => {
    if (!row.task?.id) return tell({ type: 'rowCancelled', effect: id, row: row.plan.row, task: null, refused: null });
    const { outcome, refused } = await cancelTask(services, followedOf(runId, row, row.task));
    tell({ type: 'rowCancelled', effect: id, row: row.plan.row, task: outcome.ok ? outcome.task : null, refused });
  });
  tell({ type: 'cancelEnded', effect: id });
}
