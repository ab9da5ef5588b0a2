import { cleanText } from '../../src/problems/clean.ts';
import { sourceCheck } from '../../src/wizard/after-the-end.ts';
import { inPlace } from '../../src/wizard/in-place.ts';
import type { Session } from '../../src/wizard/state.ts';
import { lineFindings, quietText } from '../../src/wizard/wave/line-findings.ts';
import { type Fact, rowFacts } from '../../src/wizard/wave/row-facts.ts';
import type { WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { wrapText } from '../text/wrap.ts';
import { type Symbols, stateMark, type Theme } from '../theme.ts';
import { findingTexts } from './group-lines.ts';
import { markedState } from './row-cells.ts';

const TERM = 16;

type Look = { theme: Pick<Theme, 'ascii'> & { symbols: Symbols }; now: number; width: number };

/** Everything about one row, in the order: what, where it stands, what is wrong and what to do, whether the source is safe; technical detail last. */
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
    ...findingPart(line, state.session, width),
    ...(line.state === 'failed' ? ['', ...wrapText(sourceCheck, width)] : []),
    '',
    ...termLines(rowFacts(line, state), width),
    ...serviceText(line, width),
  ];
}

const termLines = (facts: readonly Fact[], width: number): string[] =>
  facts.flatMap(({ term, value }) =>
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
