import { cleanText } from '../../src/problems/clean.ts';
import { inPlace } from '../../src/wizard/in-place.ts';
import { leftLines } from '../../src/wizard/wave/lines.ts';
import { groupsOf } from '../../src/wizard/wave/wave-groups.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { counted } from '../../src/wizard/wave/wave-summary.ts';
import { useTheme } from '../theme.ts';
import { queuedOf } from './board-actions.ts';
import { useWave, type WaveOverlay } from './context.ts';
import { ExportOverlay } from './ExportOverlay.tsx';
import { findingTexts, groupHead, groupLines } from './group-lines.ts';
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
      ({ line, row, source, target }) =>
        `  ${line === null ? `row ${row}` : `line ${line}`}`.padEnd(14) + `${cleanText(source)}  ${cleanText(target)}`,
    ),
  ];
}

function GoOnOverlay({ state }: { state: WaveState }) {
  const { engine } = useWave();
  return (
    <WaveWordOverlay
      state={state}
      question="Go on with the rows that are left?"
      lines={[
        'They were confirmed before. Each source is looked at again just before it is sent.',
        'What stopped the run should be mended first, or it stops again.',
      ]}
      count={leftLines(state).length}
      purpose="to go on"
      onWord={() => engine.dispatch({ type: 'goOnAsked' })}
    />
  );
}

type CancelProps = { state: WaveState; overlay: Extract<WaveOverlay, { name: 'cancelRows' }> };

function CancelOverlay({ state, overlay: { rows, leaves } }: CancelProps) {
  const { engine, say, leaveOnceCancelled } = useWave();
  const wanted = new Set(rows);
  const queued = queuedOf(state.lines.filter(({ row }) => wanted.has(row)));
  const cancel = (word: string): void => {
    engine.dispatch({ type: 'cancelAsked', rows: queued, word });
    if (engine.state().status !== 'cancelling') say('Some of them started meanwhile, so nothing was cancelled.');
    else if (leaves) leaveOnceCancelled(queued);
  };
  return (
    <WaveWordOverlay
      state={state}
      question={`Cancel ${counted(queued.length, 'queued task')}?`}
      lines={[
        'Running tasks cannot be cancelled, and the service may still refuse.',
        'Those that start soonest are asked for first. Each is read back until it says cancelled.',
        'A cancelled source can be planned again later.',
      ]}
      count={queued.length}
      purpose="to cancel them"
      onWord={cancel}
    />
  );
}
