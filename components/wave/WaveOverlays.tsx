import { cleanText } from '../../src/problems/clean.ts';
import { inPlace } from '../../src/wizard/in-place.ts';
import { numberWords, someStarted } from '../../src/wizard/wave/number-questions.ts';
import { groupsOf } from '../../src/wizard/wave/wave-groups.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { useTheme } from '../theme.ts';
import { useWave, type WaveOverlay } from './context.ts';
import { ExportOverlay } from './ExportOverlay.tsx';
import { findingTexts, groupHead, groupLines } from './group-lines.ts';
import { shortName } from './row-cells.ts';
import { rowDetails } from './row-details.ts';
import { TextOverlay } from './TextOverlay.tsx';
import { WaveLeaveOverlay } from './WaveLeaveOverlay.tsx';
import { WaveWordOverlay } from './WaveWordOverlay.tsx';

type Props = { overlay: WaveOverlay; state: WaveState };

/** What lies over a screen of a wave. */
export function WaveOverlays({ overlay, state }: Props) {
  switch (overlay.name) {
    case 'leave':
      return <WaveLeaveOverlay state={state} />;
    case 'row':
      return <RowOverlay state={state} row={overlay.row} />;
    case 'why':
      return <TextOverlay state={state} linesFor={(width) => whyLines(state, width)} />;
    case 'group':
      return <TextOverlay state={state} linesFor={(width) => rowsOfGroup(state, overlay.key, width)} />;
    case 'export':
      return <ExportOverlay state={state} rows={overlay.rows} />;
    case 'goOn':
      return <GoOnOverlay state={state} />;
    case 'cancelRows':
      return <CancelOverlay state={state} overlay={overlay} />;
  }
}

function RowOverlay({ state, row }: { state: WaveState; row: number }) {
  const { engine } = useWave();
  const theme = useTheme();
  const line = state.lines.find((one) => one.row === row);
  if (line === undefined) return null;
  return (
    <TextOverlay
      state={state}
      linesFor={(width) => rowDetails(line, state, { theme, width, now: engine.now() })}
      hints={line.task?.id ? [['y', 'copy task id']] : []}
    />
  );
}

function whyLines(state: WaveState, width: number): string[] {
  const found = state.status === 'paused' ? state.finding : state.status === 'checked' ? state.breaker : null;
  if (found === null) return [];
  const [finding = found] = inPlace([found], state.session);
  const { service } = finding;
  return [
    cleanText(finding.code),
    ...findingTexts(finding, width),
    ...(service === null ? [] : ['', `Service text: ${cleanText(service.message)}`]),
    ...(finding.requestId === null ? [] : [`Request id ${cleanText(finding.requestId)}`]),
  ];
}

function rowsOfGroup(state: WaveState, key: string, width: number): string[] {
  const group = groupsOf(state).find((one) => one.key === key);
  if (group === undefined) return ['No row waits for this any more.'];
  return [
    groupHead(group),
    ...groupLines(group, state.session, width),
    '',
    'Rows',
    ...group.rows.map(
      ({ line, row, source, target }) => `  ${placeOf(line, row).padEnd(12)}${shortName(source)}  ${shortName(target)}`,
    ),
  ];
}

const placeOf = (line: number | null, row: number): string => (line === null ? `row ${row}` : `line ${line}`);

function GoOnOverlay({ state }: { state: WaveState }) {
  const { engine } = useWave();
  const words = numberWords({ name: 'goOn' }, state);
  return <WaveWordOverlay state={state} words={words} onWord={() => engine.dispatch({ type: 'goOnAsked' })} />;
}

type CancelProps = { state: WaveState; overlay: Extract<WaveOverlay, { name: 'cancelRows' }> };

function CancelOverlay({ state, overlay }: CancelProps) {
  const { engine, say, leaveOnceCancelled } = useWave();
  const words = numberWords(overlay, state);
  const cancel = (word: string): void => {
    engine.dispatch({ type: 'cancelAsked', rows: words.rows, word });
    if (engine.state().status !== 'cancelling') say(someStarted);
    else if (overlay.leaves) leaveOnceCancelled(words.rows);
  };
  return <WaveWordOverlay state={state} words={words} onWord={cancel} />;
}
