import { cleanText } from '../../src/problems/clean.ts';
import type { Session } from '../../src/wizard/state.ts';
import { attentionOf } from '../../src/wizard/wave/attention.ts';
import { lineFindings } from '../../src/wizard/wave/line-findings.ts';
import type { WaveLine } from '../../src/wizard/wave/wave-state.ts';
import { fieldLabel } from '../frame/field-labels.ts';
import { padEndTo } from '../text/width.ts';
import { type MarkedState, STATE_WORD_WIDTH, stateMark, type Theme, type Tone } from '../theme.ts';
import { sinceText } from './since-text.ts';

/** What the table says about one row. */
export type RowCells = {
  head: string;
  tone: Tone;
  kind: string;
  source: string;
  target: string;
  since: string;
  note: string;
};

/** The state a row is marked with: what stands still gets our own word. */
export const markedState = (line: WaveLine, now: number): MarkedState =>
  line.state !== 'unknown' && attentionOf(line, now) === 'check' ? 'attention' : line.state;

export function rowCells(line: WaveLine, session: Session, theme: Pick<Theme, 'ascii'>, now: number): RowCells {
  const state = markedState(line, now);
  const { symbol, word, tone } = stateMark(state, theme);
  return {
    head: `${symbol} ${padEndTo(word, STATE_WORD_WIDTH)}`,
    tone,
    kind: line.type ?? '',
    source: shortName(line.source),
    target: shortName(line.target),
    since: line.since === null ? '' : sinceText(now - line.since),
    note: state === 'attention' ? 'old' : noteOf(line, session),
  };
}

/** What its trouble is about, in one word. */
function noteOf(line: WaveLine, session: Session): string {
  if (line.state === 'completed') return '';
  const [finding] = lineFindings(line, session).filter(({ severity }) => severity !== 'info');
  return finding === undefined ? '' : fieldLabel(finding.field).toLowerCase();
}

/** Addresses of sites differ in their ends. */
export const shortName = (text: string): string => cleanText(text).replace(/^https?:\/\/[^/]+\//i, '.../');
