import { shortId } from '../../src/plan/plan.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { inPlace } from '../../src/wizard/in-place.ts';
import type { Session } from '../../src/wizard/state.ts';
import { lineFindings, quietText } from '../../src/wizard/wave/line-findings.ts';
import type { WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { runOf } from '../../src/wizard/wave/wave-way-back.ts';
import { timeText } from '../../src/wizard/wave/wave-words.ts';
import { wrapText } from '../text/wrap.ts';
import { type Symbols, stateMark, type Theme } from '../theme.ts';
import { findingTexts } from './group-lines.ts';
import { markedState } from './row-cells.ts';

const TERM = 16;

type Look = { theme: Pick<Theme, 'ascii'> & { symbols: Symbols }; now: number; width: number };

/** Everything about one row, in the order: what, where it stands, when, what is wrong, what the service said. */
export function rowDetails(line: WaveLine, state: WaveState, look: Look): string[] {
  const { theme, now, width } = look;
  const { symbol, word } = stateMark(markedState(line, now), theme);
  const quiet = quietText(line, now);
  const names = `${cleanText(line.source) || 'no source'} ${theme.symbols.arrow} ${cleanText(line.target) || 'no target'}`;
  return [
    ...wrapText(names, width),
    '',
    `${symbol} ${word}${line.task?.rawStatus ? `  (the service says ${cleanText(line.task.rawStatus)})` : ''}`,
    ...(quiet === null ? [] : wrapText(quiet, width)),
    '',
    ...termLines(factsOf(line, state), width),
    ...findingPart(line, state.session, width),
    ...serviceText(line, width),
  ];
}

function factsOf(line: WaveLine, state: WaveState): [string, string][] {
  const { task, move, check, since } = line;
  const { session } = state;
  const at = (ms: number | null): string => timeText(ms, session);
  return [
    ['Row', line.line === null ? `${line.row}` : `${line.row}, line ${line.line} of ${cleanText(state.file.name)}`],
    ['Type', line.type ?? 'not known'],
    ...(line.isByRule ? [['Target', 'made by the naming rule, looked up by nobody'] as [string, string]] : []),
    ['Task', task?.id ?? 'none'],
    ...(runOf(state) === null ? [] : [['Run', runOf(state) ?? ''] as [string, string]]),
    ['Plan', move === null ? 'none: the line needs a fix' : shortId(move.id)],
    ...(check?.clean ? [['Dry run passed', at(check.clean.at)] as [string, string]] : []),
    ...(since === null ? [] : [['In this state', `since ${at(since)}`] as [string, string]]),
    ...(task === null
      ? []
      : ([
          ['Started', at(task.startedAt)],
          ['Service update', at(task.updatedAt)],
          ['Finished', at(task.finishedAt)],
        ] as [string, string][])),
  ];
}

const termLines = (facts: readonly [string, string][], width: number): string[] =>
  facts.flatMap(([term, value]) =>
    wrapText(value, Math.max(8, width - TERM)).map((text, at) => (at === 0 ? term : '').padEnd(TERM) + text),
  );

const findingPart = (line: WaveLine, session: Session, width: number): string[] =>
  inPlace(lineFindings(line, session), session).flatMap((finding) => [
    '',
    cleanText(finding.code),
    ...findingTexts(finding, width - 2).map((text) => `  ${text}`),
  ]);

function serviceText({ task }: WaveLine, width: number): string[] {
  if (!task?.error?.message) return [];
  return ['', ...wrapText(`Service text: ${cleanText(task.error.message)}`, width)];
}
