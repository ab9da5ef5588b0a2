import { hasErrors } from '../../../plan/finding.ts';
import { onePass } from '../../../wizard/confirm-words.ts';
import { inPlace } from '../../../wizard/in-place.ts';
import { whyNotSubmit } from '../../../wizard/submit-word.ts';
import { isUnderWay, leftLines } from '../../../wizard/wave/lines.ts';
import { cancelledText } from '../../../wizard/wave/number-questions.ts';
import { signInTrouble } from '../../../wizard/wave/wave-signed-out.ts';
import type { WaveState, WaveStateOf } from '../../../wizard/wave/wave-state.ts';
import { counted } from '../../../wizard/wave/wave-summary.ts';
import {
  checkOrder,
  dryRunsText,
  lookingText,
  nothingMovedYet,
  nothingUnderWay,
  pausedText,
  sendingText,
  waitText,
  waveConfirmRows,
  waveHappens,
  waveQuestion,
} from '../../../wizard/wave/wave-words.ts';
import { modeLine, submitting } from '../../plain-lines.ts';
import { spellOut } from '../heartbeat.ts';
import { spokenFinding } from '../spoken-finding.ts';
import type { Line } from '../voice.ts';
import { countsLine } from './counts.ts';
import { checkedLines } from './groups.ts';
import { againLines, type Numbered, readingLines } from './problems.ts';

/** What is known when a change is told. */
export type WaveNews = {
  before: WaveState | null;
  /** By the clock of the wave. */
  now: number;
  problems: readonly Numbered[];
  /** Those of them that were not told yet. */
  fresh: readonly Numbered[];
  /** Rows in trouble that were not named yet. */
  troubles: () => readonly Line[];
};

/** What there is to say about a new state, apart from counts, which have a pace of their own. */
export function newsOf(after: WaveState, news: WaveNews): Line[] {
  switch (after.status) {
    case 'reading':
      return readingNews(after, news);
    case 'checking':
      return isEntered(after, news)
        ? [`Asking the service about ${counted(after.total, 'row')}.`, ...askingNotes(news)]
        : [];
    case 'checked':
      return isEntered(after, news) ? checkedNews(after, news) : [];
    case 'confirming':
      return confirmingNews(after, news);
    case 'submitting':
      return submittingNews(after, news);
    case 'paused':
      return isEntered(after, news) ? pausedNews(after, news) : [];
    case 'cancelling':
      return isEntered(after, news) ? [`Asking the service to cancel ${counted(after.rows.length, 'task')}.`] : [];
    case 'watching':
      return isEntered(after, news) ? watchingNews(after, news) : [];
    case 'over':
      return isEntered(after, news) ? overNews(after, news) : [];
  }
}

const isEntered = (after: WaveState, { before }: WaveNews): boolean => before?.status !== after.status;

/** Said where a new wave of rows begins; at a file that was read it was said already. */
const askingNotes = ({ before }: WaveNews): string[] =>
  before !== null && 'runId' in before ? [nothingMovedYet, checkOrder] : [];

function readingNews(after: WaveStateOf<'reading'>, { before, problems, fresh }: WaveNews): Line[] {
  if (before === null) return readingLines(after, problems);
  const isBack = before.status !== 'reading';
  if (!isBack && before.lines === after.lines && before.chosen === after.chosen) return [];
  return [...(isBack ? ['Back at the file. Nothing was moved.'] : []), ...againLines(after, fresh)];
}

function checkedNews(after: WaveStateOf<'checked'>, { before }: WaveNews): Line[] {
  const against = whyNotSubmit(after.session);
  return [
    ...(before?.status === 'confirming' ? ['Nothing was sent.'] : []),
    ...checkedLines(after),
    ...(against === null ? [] : spokenFinding(against)),
  ];
}

function confirmingNews(after: WaveStateOf<'confirming'>, { before, now }: WaveNews): Line[] {
  const { session, findings } = after;
  if (before?.status === 'confirming' && before.findings === findings) return [];
  const told = inPlace(findings, session).flatMap(spokenFinding);
  if (before?.status === 'confirming' || before?.status === 'submitting') return told;
  return [
    `Confirm. ${modeLine(session)}`,
    waveQuestion(after),
    ...waveConfirmRows(after).map(({ term, value }) => `${term}: ${value}`),
    ...waveHappens,
    spellOut(dryRunsText(after, now)),
    ...(hasErrors(findings) ? told : [`Warning: ${onePass}`]),
  ];
}

function submittingNews(after: WaveStateOf<'submitting'>, { before, now }: WaveNews): Line[] {
  const earlier = before?.status === 'submitting' ? before : null;
  const begins = earlier !== null ? [] : beginLines(after, before);
  const wait = after.waiting?.until === earlier?.waiting?.until ? null : waitText(after, now);
  return [
    ...begins,
    ...(after.runId !== null && earlier !== null && earlier.runId === null ? [`Run: ${after.runId}`] : []),
    ...(wait === null ? [] : [spellOut(wait)]),
    ...(after.isStopping && !earlier?.isStopping ? [sendingText(after)] : []),
  ];
}

const beginLines = ({ total }: WaveStateOf<'submitting'>, before: WaveState | null): string[] =>
  before?.status === 'confirming' ? [submitting(total)] : [`Going on with ${counted(total, 'row')}.`];

function pausedNews(after: WaveStateOf<'paused'>, { now, troubles }: WaveNews): Line[] {
  const { finding, session } = after;
  return [
    pausedText(after, leftLines(after).length),
    ...(finding === null ? [] : inPlace([finding], session).flatMap(spokenFinding)),
    countsLine(after, now),
    ...troubles(),
  ];
}

function watchingNews(after: WaveStateOf<'watching'>, { before, now, troubles }: WaveNews): Line[] {
  return [
    ...(before === null ? [modeLine(after.session)] : []),
    ...cancelledLines(after, before),
    `${lookingText(after.lines)}. Only changes are said, as numbers, once a minute at most.`,
    countsLine(after, now),
    ...troubles(),
  ];
}

/** What came of a cancel that was asked for. */
function cancelledLines({ lines }: WaveState, before: WaveState | null): Line[] {
  if (before?.status !== 'cancelling') return [];
  const meant = new Set(before.rows);
  const left = lines.filter(({ row, state }) => meant.has(row) && state !== 'cancelled').length;
  return [cancelledText(before.rows.length, left)];
}

function overNews(after: WaveStateOf<'over'>, { before, now, troubles }: WaveNews): Line[] {
  const ended = signInTrouble(after);
  return [
    ...(before === null ? [modeLine(after.session)] : []),
    ...cancelledLines(after, before),
    after.lines.some(isUnderWay) ? 'Nothing more is looked at.' : nothingUnderWay,
    ...(ended === null ? [] : inPlace([ended], after.session).flatMap(spokenFinding)),
    countsLine(after, now),
    ...troubles(),
  ];
}
