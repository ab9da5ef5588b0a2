import type { ReactElement } from 'react';
import { commandFor, quotePosix } from '../../src/plan/command.ts';
import type { Finding } from '../../src/plan/finding.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { dryRunRequest } from '../../src/plan/request.ts';
import { cleanText } from '../../src/problems/clean.ts';
import type { State } from '../../src/wizard/state.ts';
import { placeOf } from '../../src/wizard/way-back.ts';
import { useScreens } from '../app/context.ts';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { findingLines } from '../frame/finding-lines.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { ScrollView } from '../inputs/ScrollView/ScrollView.tsx';
import { wrapText } from '../text/wrap.ts';
import { RequestRow } from './RequestBody.tsx';
import { requestLines } from './request-lines.ts';
import { titleOf } from './titles.ts';

type Line = string | ReactElement;

/** Everything behind a screen, to scroll through: the request, the findings, the raw answer, the same as a command. */
export function FullOverlay({ state }: { state: State }) {
  const { close } = useScreens();
  useKeys((key) => {
    if (key.kind !== 'escape' && !isText(key, 'v')) return false;
    close();
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[
        ['Up Down', 'scroll'],
        ['PageUp PageDown', 'page'],
        ['Esc', 'back'],
      ]}
    >
      <Everything state={state} />
    </Frame>
  );
}

function Everything({ state }: { state: State }) {
  const { width } = useContent();
  const move = 'move' in state ? state.move : 'followed' in state ? state.followed.move : null;
  const report = 'report' in state ? state.report : null;
  const findings = 'findings' in state ? state.findings : (report?.findings ?? []);
  const lines: Line[] = [
    ...(move ? requestPart(move, state, width) : []),
    ...(findings.length > 0 ? ['', 'Findings', ...findings.flatMap((finding) => findingPart(finding, width))] : []),
    ...(report?.raw ? ['', 'Raw answer', ...report.raw.split('\n').map((line) => cleanText(line))] : []),
    ...(move
      ? [
          '',
          'The same without the wizard',
          ...wrapText(quotePosix(['crossorg', ...commandFor(state.typed, placeOf(state.session))]), width),
        ]
      : []),
  ];
  return <ScrollView lines={lines} />;
}

function requestPart(move: PlannedMove, { typed }: State, width: number): Line[] {
  const { method, url } = dryRunRequest(move);
  return [
    'Request of the dry run',
    ...wrapText(`${method} ${url}`, width),
    ...requestLines(move, typed).map((line) => <RequestRow key={line.text} line={line} width={width} />),
    '',
    ...wrapText(`Plan ${move.id}`, width),
  ];
}

const findingPart = (finding: Finding, width: number): Line[] => [
  cleanText(finding.code),
  ...findingLines(finding, width - 8).map(({ label, text }) => `  ${label.padEnd(6)}${text}`),
  ...(finding.service ? [`  Service text: ${cleanText(finding.service.message)}`] : []),
];
