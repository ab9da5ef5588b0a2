import { type Finding, hasErrors, type NextStep } from '../../plan/finding.ts';
import { exitCodeForFindings, exitCodeForRejected, exits } from '../../problems/exit.ts';
import { resumeWave } from '../../runtime/wave/submit-wave.ts';
import type { WaveEnd, WaveNews } from '../../runtime/wave/wave-news.ts';
import { isOpen, type RowState } from '../../wave/row-state.ts';
import type { RunState } from '../../wave/run-state.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { counted } from '../../wizard/wave/wave-summary.ts';
import { commandLine } from '../../wizard/way-back.ts';
import { withinGrace } from '../grace.ts';
import { exitCodeForOutcome } from '../outcome-exit.ts';
import { nextInRun, readRun } from '../run-rows.ts';
import { textFlag } from '../settings.ts';
import type { Stopper } from '../stopper.ts';
import { type Target, targetsOfRun } from '../targets.ts';
import type { Seen } from '../task-lines.ts';
import { countsEvery } from '../wave/counts.ts';
import { outcomeWords } from '../wave/submit.ts';
import type { Around } from '../with-targets.ts';

/** What came of going on with a run, or with some rows of it. */
export type Resumed = {
  runId: string;
  run: RunState;
  seen: readonly Seen[];
  /** What kept all rows that are left from being sent, and is told once. */
  stopped: Finding | null;
  /** As they would be for each row alone. */
  codes: readonly number[];
  next: readonly NextStep[];
};

type Went = { outcomes: ReadonlyMap<number, SubmitOutcome>; stopped: Finding | null };

/** Goes on with a run of many rows: settles what is open, sends what was not sent, several at a time. */
export async function resumeRun(
  around: Around,
  runId: string,
  targets: readonly Target[],
  end: Stopper,
): Promise<Resumed> {
  const { opened } = around;
  const went = await goOn({ ...around, targets }, runId, end);
  const run = await readRun(opened.services, runId);
  return {
    runId,
    run,
    seen: await seenIn({ opened, targets }, runId, went),
    stopped: went.stopped,
    codes: codesOf(run, went),
    next: [...resendStep(around, runId, went), ...nextInRun(runId, run, opened.session)],
  };
}

async function goOn(
  { opened, console, raw, limits, targets, ports }: Around,
  runId: string,
  end: Stopper,
): Promise<Went> {
  const { services } = opened;
  const todo = targets.filter(({ place }) => place === 'draft' || place === 'intended' || place === 'unconfirmed');
  const isText = console.output.format === 'text';
  if (isText && todo.length > 0) console.output.notice(`Going on with ${counted(todo.length, 'row')} of ${runId}.`);
  const say = countsEvery({ console, clock: services.clock, total: todo.length });
  const outcomes = new Map<number, SubmitOutcome>();
  const onNews = (news: WaveNews): void => {
    if (news.kind === 'outcome') {
      outcomes.set(news.row, news.outcome);
      say(outcomeWords[news.outcome.result]);
    } else if (news.kind === 'waiting' && isText) console.output.notice(news.finding.what);
  };
  const stop = new AbortController();
  void end.ended.then(() => stop.abort(new Error('stopped')));
  const { maxPending } = limits;
  const resend = textFlag(raw, 'confirm') === 'yes';
  const working = resumeWave(services, runId, { signal: stop.signal, onNews, maxPending, resend });
  const wave = await withinGrace(working, end, ports.clock);
  if (wave === null) return { outcomes, stopped: null };
  return { outcomes, stopped: wave.ok ? findingOf(wave.value.end) : wave.error };
}

const findingOf = (end: WaveEnd): Finding | null => ('finding' in end ? end.finding : null);

/** Rows as they are recorded now, with what their going on brought. */
async function seenIn(
  { opened, targets }: Pick<Around, 'opened' | 'targets'>,
  runId: string,
  { outcomes, stopped }: Went,
): Promise<Seen[]> {
  const now = await targetsOfRun(opened, runId, null);
  return (now.ok ? now.value : targets).map(({ label, followed, place }) => {
    const outcome = outcomes.get(followed.row);
    const trouble = place === 'rejected' || place === 'conflicted' ? followed.trouble : null;
    const all = outcome?.findings ?? [...followed.findings, ...(trouble ? [trouble] : [])];
    // What stopped all rows is told once.
    const findings = all.filter(({ code }) => code !== stopped?.code);
    return { label, followed: { ...followed, findings }, place, finding: null };
  });
}

/** What stopped the rest stands above the rows where nothing new got its task. */
function codesOf({ rows }: RunState, { outcomes, stopped }: Went): number[] {
  const isGain = [...outcomes.values()].some(({ result }) => result === 'accepted' || result === 'adopted');
  if (stopped !== null && hasErrors([stopped]) && !isGain) return [codeOfStop(stopped)];
  return rows.map((row) => exitCodeOfRow(row, outcomes.get(row.plan.row), stopped));
}

function exitCodeOfRow(row: RowState, outcome: SubmitOutcome | undefined, stopped: Finding | null): number {
  if (outcome) return exitCodeForOutcome(outcome);
  if (isOpen(row)) return exits.unreachable;
  if (row.place === 'draft') return stopped === null ? exits.notReady : codeOfStop(stopped);
  if (row.place === 'accepted' || row.place === 'adopted') return exitCodeForFindings(row.findings);
  const { finding } = row;
  return exitCodeForRejected(finding === null ? [] : [finding]);
}

/** The service refused a live submission, or there was no way to it. */
const codeOfStop = (stopped: Finding): number =>
  stopped.from === 'service' ? exitCodeForRejected([stopped]) : exitCodeForFindings([stopped]);

const resendStep = ({ opened }: Around, runId: string, { outcomes }: Went): NextStep[] =>
  [...outcomes.values()].some((outcome) => outcome.result === 'unconfirmed' && outcome.mayResend)
    ? [
        {
          do: 'Send those that were not found once more, after a new dry run.',
          who: 'you',
          command: commandLine(opened.session, 'resume', runId, '--confirm', 'yes'),
        },
      ]
    : [];
