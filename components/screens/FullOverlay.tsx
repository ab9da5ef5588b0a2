import { type ReactElement, useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { dryRunRequest } from '../../src/plan/request.ts';
import { utcTime } from '../../src/plan/schedule.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { afterCompletion, sourceCheck } from '../../src/wizard/after-the-end.ts';
import { allFindings } from '../../src/wizard/all-findings.ts';
import { commandOf } from '../../src/wizard/copy-text.ts';
import { requestLines } from '../../src/wizard/request-lines.ts';
import type { Followed, State } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { findingLines } from '../frame/finding-lines.ts';
import type { KeyHint } from '../frame/layout.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { ScrollView } from '../inputs/ScrollView/ScrollView.tsx';
import { wrapText } from '../text/wrap.ts';
import { type Symbols, stateMark, useTheme } from '../theme.ts';
import { fitted, urlLines } from './fitted.ts';
import { RequestRow } from './RequestBody.tsx';
import { titleOf } from './titles.ts';

type Line = string | ReactElement;

/** Everything behind a screen, to scroll through: the request, the findings, the raw answer, the same as a command. */
export function FullOverlay({ state }: { state: State }) {
  const { close } = useScreens();
  const [isLong, setLong] = useState(false);
  useKeys((key) => {
    if (key.kind !== 'escape' && !isText(key, 'v')) return false;
    close();
    return true;
  });
  return (
    <Frame title={titleOf(state.session)} keys={[...(isLong ? scrollKeys : []), ['v or Esc', 'back']]}>
      <Everything state={state} onLong={setLong} />
    </Frame>
  );
}

const scrollKeys: readonly KeyHint[] = [
  ['Up Down', 'scroll'],
  ['PageUp PageDown', 'page'],
];

function Everything({ state, onLong }: { state: State; onLong: (isLong: boolean) => void }) {
  const { width } = useContent();
  const { symbols } = useTheme();
  const move = 'move' in state ? state.move : 'followed' in state ? state.followed.move : null;
  const report = 'report' in state ? state.report : null;
  const findings = allFindings(state);
  const lines: Line[] = [
    ...('followed' in state ? taskPart(state.followed, width, symbols) : []),
    ...(move ? requestPart(move, state, width) : []),
    ...(findings.length > 0 ? ['', 'Findings', ...findings.flatMap((finding) => findingPart(finding, width))] : []),
    ...(report?.raw ? ['', 'Raw answer', ...report.raw.split('\n').map((line) => cleanText(line))] : []),
    ...(move ? ['', 'The same without the wizard', ...wrapText(commandOf(state), width)] : []),
  ];
  return <ScrollView lines={lines} onLong={onLong} />;
}

function taskPart({ task, runId, history, move }: Followed, width: number, symbols: Symbols): Line[] {
  const { error = null, rawStatus = 'none' } = task ?? {};
  return [
    `Task ${task?.id ?? 'without an id'}, run ${runId === '' ? 'of another computer' : runId}`,
    `Status ${cleanText(rawStatus)}${error === null ? '' : `, ${cleanText(error.code)}`}`,
    ...(error === null ? [] : wrapText(`Service text: ${cleanText(error.message)}`, width)),
    '',
    'History',
    ...history.map(
      ({ at, state, note }) =>
        `  ${utcTime(at)}  ${symbols[state]} ${stateMark(state, { ascii: false }).word}  ${cleanText(note)}`,
    ),
    ...(task?.state === 'completed' ? ['', 'What now', ...wrapped(afterCompletion[move.plan.type], width)] : []),
    ...(task?.state === 'failed' ? ['', 'Is the source all right?', ...wrapped([sourceCheck], width)] : []),
    '',
  ];
}

function requestPart(move: PlannedMove, { typed, session }: State, width: number): Line[] {
  const { method, url } = dryRunRequest(move);
  return [
    'Request of the dry run',
    ...urlLines(method, url, session.account),
    ...fitted(requestLines(move, typed), width).map((line) => <RequestRow key={line.text} line={line} width={width} />),
    '',
    ...wrapText(`Plan ${move.id}`, width),
  ];
}

const wrapped = (texts: readonly string[], width: number): string[] =>
  texts.flatMap((text) => wrapText(text, width - 2)).map(indented);

const indented = (text: string): string => `  ${text}`;

const findingPart = (finding: Finding, width: number): Line[] => [
  cleanText(finding.code),
  ...findingLines(finding, width - 8).map(({ label, text }) => `  ${label.padEnd(6)}${text}`),
  ...(finding.service ? wrapText(`Service text: ${cleanText(finding.service.message)}`, width - 2).map(indented) : []),
];
