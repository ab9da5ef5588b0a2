import { ConfirmedMove } from '../../plan/confirmed.ts';
import { hasErrors } from '../../plan/finding.ts';
import { progress } from '../../plan/progress.ts';
import { contextOf } from '../asking.ts';
import { whyNotSubmit } from '../submit-word.ts';
import { agedDryRuns } from './check-age.ts';
import { isTarget, targetNotNamed, wrongNumber, wrongTarget } from './confirm-findings.ts';
import { chosenLines, mayBeChecked, readyLines, withCheck, withLines } from './lines.ts';
import type { WaveEvent, WaveStep, WaveSubmission } from './wave-event.ts';
import type { LineCheck, WaveBase, WaveLine, WaveState, WaveStateOf } from './wave-state.ts';
import { baseOf, begin, only } from './wave-steps.ts';

/** A file was read, or mended and read again. */
export function whileReading(state: WaveStateOf<'reading'>, event: WaveEvent): WaveStep {
  return event.type === 'checkAsked' ? startCheck(state) : only(afterReading(state, event));
}

/** Mends and choices of rows lead back to what was read; checks of plans that did not change are kept. */
function afterReading(state: WaveState, event: WaveEvent): WaveState {
  if (event.type === 'rowsChosen') return { ...baseOf(state), chosen: event.rows, status: 'reading' };
  if (event.type !== 'fileRead') return state;
  const checks = checksOf(state);
  const lines = event.lines.map((line) => {
    const check = line.move === null ? undefined : checks.get(line.move.id);
    return check === undefined ? line : withCheck(line, check);
  });
  return { ...baseOf(state), file: event.file, lines, status: 'reading' };
}

const checksOf = ({ lines }: WaveBase): Map<string, LineCheck> =>
  new Map(lines.flatMap(({ check }) => (check === null ? [] : [[check.planId, check] as const])));

function startCheck(base: WaveBase): WaveStep {
  const rows = chosenLines(base)
    .filter(mayBeChecked)
    .flatMap(({ row, move, own }) => (move === null ? [] : [{ row, move, own }]));
  if (rows.length === 0) return only({ ...baseOf(base), status: 'reading' });
  return begin(base, { type: 'check', rows, known: checksOf(base) }, (next, waitingFor) => ({
    ...next,
    status: 'checking',
    done: 0,
    total: rows.length,
    waitingFor,
  }));
}

export function whileChecking(state: WaveStateOf<'checking'>, event: WaveEvent): WaveStep {
  switch (event.type) {
    case 'rowsChecked':
      return event.effect === state.waitingFor ? only(withChecks(state, event.checks)) : only(state);
    case 'checkEnded':
      return event.effect === state.waitingFor
        ? only({ ...baseOf(state), status: 'checked', breaker: event.breaker })
        : only(state);
    case 'stopAsked':
    case 'wentBack':
      return only({ ...baseOf(state), status: 'reading' });
    default:
      return only(state);
  }
}

const withChecks = (state: WaveStateOf<'checking'>, checks: ReadonlyMap<number, LineCheck>): WaveState => ({
  ...state,
  lines: withLines(state.lines, checks, withCheck),
  done: state.done + checks.size,
});

export function whileChecked(state: WaveStateOf<'checked'>, event: WaveEvent): WaveStep {
  switch (event.type) {
    case 'checkAsked':
      return startCheck(state);
    case 'wentBack':
      return only({ ...baseOf(state), status: 'reading' });
    case 'confirmationOpened':
      return readyLines(state).length > 0 ? only(openConfirmation(state, event.at)) : only(state);
    default:
      return only(afterReading(state, event));
  }
}

/** A profile that is read-only stops here, and so do dry runs of long ago, with what to do about it. */
function openConfirmation(state: WaveStateOf<'checked'>, at: number): WaveState {
  const against = whyNotSubmit(state.session) ?? agedDryRuns(readyLines(state), at);
  return {
    ...baseOf(state),
    status: 'confirming',
    findings: against === null ? [] : [against],
    isTargetNamed: state.session.targetWord === undefined,
  };
}

export function whileConfirming(state: WaveStateOf<'confirming'>, event: WaveEvent): WaveStep {
  switch (event.type) {
    case 'targetNamed':
      return only(nameTarget(state, event.name));
    case 'confirmed':
      return confirm(state, event.word, event.at);
    case 'checkAsked':
      return startCheck(state);
    case 'wentBack':
      return only({ ...baseOf(state), status: 'checked', breaker: null });
    default:
      return only(state);
  }
}

function nameTarget(state: WaveStateOf<'confirming'>, name: string): WaveState {
  const { targetWord } = state.session;
  if (targetWord === undefined || whyNotSubmit(state.session) !== null) return state;
  return isTarget(name, targetWord)
    ? { ...state, findings: [], isTargetNamed: true }
    : { ...state, findings: [wrongTarget(name, state.session, targetWord)] };
}

/** The word is the number of rows. Checks of our own that depend on the time are made once more. */
function confirm(state: WaveStateOf<'confirming'>, word: string, at: number): WaveStep {
  if (whyNotSubmit(state.session) !== null) return only(state);
  const { targetWord } = state.session;
  if (!state.isTargetNamed && targetWord !== undefined)
    return only({ ...state, findings: [targetNotNamed(state.session, targetWord)] });
  const lines = readyLines(state);
  const context = contextOf(state, at);
  const late = lines.flatMap(({ typed }) => progress(typed, context).findings.filter((one) => hasErrors([one])));
  if (late.length > 0) return only({ ...state, findings: late.slice(0, 1) });
  const aged = agedDryRuns(lines, at);
  if (aged !== null) return only({ ...state, findings: [aged] });
  const rows = lines.flatMap(submissionOf);
  if (word.trim() !== String(rows.length)) return only({ ...state, findings: [wrongNumber(word, rows.length)] });
  const confirmed = ConfirmedMove.confirmAll(rows, { word, expected: String(rows.length), now: at });
  if (!confirmed.ok) return only({ ...state, findings: [confirmed.error] });
  const submissions: WaveSubmission[] = rows.flatMap(({ move: _, ...row }, index) => {
    const one = confirmed.value[index];
    return one ? [{ ...row, confirmed: one }] : [];
  });
  return begin(state, { type: 'submit', rows: submissions }, (next, waitingFor) => ({
    ...next,
    status: 'submitting',
    runId: null,
    done: 0,
    total: submissions.length,
    waiting: null,
    isStopping: false,
    waitingFor,
  }));
}

const submissionOf = ({ row, line, typed, move, check }: WaveLine) =>
  move !== null && check?.clean ? [{ row, line, typed, move, dryRun: check.clean }] : [];
