import { rowNumbers } from '../../../wave/row-numbers.ts';
import { sourceCheck } from '../../../wizard/after-the-end.ts';
import { inPlace } from '../../../wizard/in-place.ts';
import type { Session } from '../../../wizard/state.ts';
import { type Attention, attentionOf } from '../../../wizard/wave/attention.ts';
import { lineFindings, quietText } from '../../../wizard/wave/line-findings.ts';
import { rowFacts } from '../../../wizard/wave/row-facts.ts';
import type { WaveLine, WaveState } from '../../../wizard/wave/wave-state.ts';
import { numbered } from '../../../wizard/wave/wave-summary.ts';
import { stateWords } from '../../plain-lines.ts';
import { spokenFinding } from '../spoken-finding.ts';
import type { Line } from '../voice.ts';
import { sayOnce } from './once.ts';

/** By its line, as an editor counts; by its row where no file is at hand. */
export const placeName = ({ line, row }: Pick<WaveLine, 'line' | 'row'>): string =>
  line === null ? `row ${row}` : `line ${line}`;

/** Rows that a text names: `7`, `7-9,12`, `row 3`, or the source itself. */
export function rowsNamed(text: string, lines: readonly WaveLine[]): readonly WaveLine[] {
  const [, kind = '', rest = text] = /^(lines?|rows?)\s+(.*)$/.exec(text) ?? [];
  const numbers = rowNumbers(rest);
  if (numbers === null) return lines.filter(({ source }) => source.toLowerCase() === text);
  const isRow = kind.startsWith('row');
  return lines.filter(({ line, row }) => numbers.has(isRow ? row : (line ?? row)));
}

const words: Readonly<Record<Attention, string | null>> = {
  failed: null,
  unconfirmed: null,
  check: 'Check',
  refused: 'Not sent',
  running: null,
  queued: null,
  draft: null,
  cancelled: null,
  completed: null,
};

const wordOf = (line: WaveLine, now: number): string => words[attentionOf(line, now)] ?? stateWords[line.state];

/** `Failed: line 3, omar@contoso.com. Code MnASite...` */
function rowLine(line: WaveLine, session: Session, now: number): string {
  const [finding] =
    line.state === 'completed' ? [] : lineFindings(line, session).filter((one) => one.severity !== 'info');
  const code = finding === undefined ? '' : ` Code ${finding.code}.`;
  return `${wordOf(line, now)}: ${placeName(line)}, ${line.source || 'no source'}.${code}`;
}

/** So many rows are told at once. */
const mostRows = 20;

/** Rows by name, trouble first as they come. */
export function rowLines(rows: readonly WaveLine[], session: Session, now: number, most = mostRows): Line[] {
  const more = rows.length - most;
  return [
    ...rows.slice(0, most).map((line) => rowLine(line, session, now)),
    ...(more > 0 ? [`And ${numbered(more)} more.`] : []),
  ];
}

/** Everything about one row, in the order of the screens. */
export function detailLines(line: WaveLine, state: WaveState, now: number): Line[] {
  const { session } = state;
  const { rawStatus = null, error = null } = line.task ?? {};
  const quiet = quietText(line, now);
  const place = placeName(line);
  return [
    `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${line.source || 'no source'} to ${line.target || 'no target'}.`,
    `State: ${wordOf(line, now)}${rawStatus === null ? '' : `, the service says ${rawStatus}`}.`,
    ...(quiet === null ? [] : [quiet]),
    ...sayOnce(inPlace(lineFindings(line, session), session).flatMap(spokenFinding)),
    ...(line.state === 'failed' ? ['Is the source all right?', sourceCheck] : []),
    ...rowFacts(line, state).map(({ term, value }) => `${term}: ${value}`),
    ...(error?.message ? [`Service text: ${error.message}`] : []),
  ];
}
