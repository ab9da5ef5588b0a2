import type { Finding } from '../../src/plan/finding.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { inPlace } from '../../src/wizard/in-place.ts';
import type { Session } from '../../src/wizard/state.ts';
import type { View } from '../../src/wizard/wave/board.ts';
import { estimateEnd, estimateText } from '../../src/wizard/wave/estimate.ts';
import { lineFindings, quietText } from '../../src/wizard/wave/line-findings.ts';
import { countsInOrder, leftLines } from '../../src/wizard/wave/lines.ts';
import type { WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { counted, numbered } from '../../src/wizard/wave/wave-summary.ts';
import { fileLabel, finalCounts } from '../../src/wizard/wave/wave-title.ts';
import {
  cancellingText,
  lookingText,
  overText,
  pausedText,
  sendingText,
  waitText,
} from '../../src/wizard/wave/wave-words.ts';
import { findingLines } from '../frame/finding-lines.ts';
import { widthOf } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import { type Symbols, severityMark, stateMark, type Theme, type Tone } from '../theme.ts';

/** One line above or below the table. */
export type BoardLine = { text: string; tone: Tone };

const plain = (text: string): BoardLine => ({ text, tone: 'plain' });

export type Look = { theme: Pick<Theme, 'ascii'> & { symbols: Symbols }; width: number; now: number; isLow: boolean };

/** `wave-2.csv  48 rows  4 Running  29 Completed`; where it does not fit, the counts stay. */
function countsLine(state: WaveState, lines: readonly WaveLine[], { theme, width }: Look): BoardLine {
  const states = countsInOrder(lines).map(([one, count]) => `${numbered(count)} ${stateMark(one, theme).word}`);
  const all = [fileLabel(state), counted(lines.length, 'row'), ...states];
  const fitting = [all, all.slice(1)].map((parts) => parts.join('  ')).find((text) => widthOf(text) <= width);
  return { text: fitting ?? states.join('  '), tone: 'strong' };
}

/** A bar of what is done; it counts tasks, because nothing else is known. */
export function barText(done: number, total: number, cells: number): string {
  const filled = total === 0 ? 0 : Math.floor((cells * done) / total);
  return '#'.repeat(filled) + '-'.repeat(cells - filled);
}

const BAR = 38;

function barLine(state: WaveState, { width }: Look): BoardLine {
  const { sent, final } = finalCounts(state);
  const isSending = state.status === 'submitting';
  const [done, total] = isSending ? [state.done, state.total] : [final, sent];
  const text = isSending ? sendingText(state) : `${numbered(done)} of ${numbered(total)} in a final state`;
  return plain(`${barText(done, total, Math.min(BAR, Math.max(8, width - widthOf(text) - 3)))}   ${text}`);
}

/** What stands above the table, as lines: the table gets the rest of the room. */
export function headLines(state: WaveState, lines: readonly WaveLine[], look: Look): BoardLine[] {
  const about = statusLines(state, lines, look);
  return [countsLine(state, lines, look), ...(look.isLow ? [] : [barLine(state, look)]), ...about];
}

function statusLines(state: WaveState, lines: readonly WaveLine[], look: Look): BoardLine[] {
  switch (state.status) {
    case 'submitting': {
      const wait = waitText(state, look.now);
      return [
        ...(look.isLow ? [plain(sendingText(state))] : []),
        ...(wait === null ? [] : [{ text: wait, tone: 'attention' as const }]),
      ];
    }
    case 'paused':
      return [
        { text: pausedText(state, leftLines(state).length), tone: 'attention' },
        ...(state.finding === null ? [] : findingBlock(state.finding, state.session, look)),
      ];
    case 'cancelling':
      return [plain(cancellingText(state))];
    case 'watching': {
      const estimate = look.isLow ? null : estimateEnd(lines, look.now);
      return estimate === null ? [] : wrapText(estimateText(estimate), look.width).map(plain);
    }
    case 'over':
      return wrapText(overText(lines), look.width).map(plain);
    default:
      return [];
  }
}

const LABEL = 6;
/** Lines of a finding above the table; `v` shows all. */
const most = { low: 2, high: 5 } as const;

function findingBlock(found: Finding, session: Session, { theme, width, isLow }: Look): BoardLine[] {
  const [placed = found] = inPlace([found], session);
  const { symbol, tone } = severityMark(placed.severity, theme);
  const lines = findingLines(placed, width - 2 - LABEL).map(({ label, text }) => `  ${label.padEnd(LABEL)}${text}`);
  const next = lines.findIndex((line) => line.startsWith('  Next'));
  // In a low window what to do stands right below the code.
  const shown = isLow ? lines.slice(Math.max(0, next)) : lines;
  return [
    { text: `${symbol} ${cleanText(placed.code)}`, tone },
    ...shown.slice(0, most[isLow ? 'low' : 'high']).map(plain),
  ];
}

const sorts: { readonly [K in View['sort']]: string } = {
  attention: 'needs attention first',
  line: 'line of the file',
  source: 'source',
  target: 'target',
  since: 'last change first',
};

/** What is not on the screen, and in which order the rows stand. */
export const belowText = (hidden: string, { sort, isReversed }: View): string =>
  `  ${hidden === '' ? 'all shown' : hidden}, sorted by: ${sorts[sort]}${isReversed ? ', reversed' : ''}`;

/** The row of the cursor in full: its columns may be cut. */
export function detailLines(line: WaveLine | undefined, session: Session, { theme, now, isLow }: Look): BoardLine[] {
  if (line === undefined) return [];
  const [finding] = lineFindings(line, session).filter(({ severity }) => severity !== 'info');
  const said = quietText(line, now) ?? (finding === undefined ? null : `${finding.what} ${finding.next[0].do}`);
  const names = `${cleanText(line.source)} ${theme.symbols.arrow} ${cleanText(line.target)}`;
  const place = line.line === null ? `Row ${line.row}` : `Line ${line.line}`;
  const about = said === null ? `${place}${line.task?.id ? `, task ${line.task.id}` : ''}` : cleanText(said);
  if (isLow) return [plain(said === null ? names : `${cleanText(line.source)}: ${about}`)];
  return [plain(names), { text: about, tone: said === null ? 'quiet' : 'attention' }];
}

/** How the table is looked at, and who is asked. */
export const footText = ({ filter, marked }: View, lines: readonly WaveLine[]): string =>
  `Filter: ${filter === '' ? 'none' : cleanText(filter)}    Marked: ${numbered(marked.size)}    ${lookingText(lines)}`;
