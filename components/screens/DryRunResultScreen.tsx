import { Box, Text } from 'ink';
import type { Finding } from '../../src/plan/finding.ts';
import { utcTime } from '../../src/plan/schedule.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { Verdict } from '../frame/Verdict.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { toneOf, useTheme } from '../theme.ts';
import { dryRunStep } from './steps.ts';
import { planText, titleOf } from './titles.ts';
import { useStepKeys } from './use-step-keys.ts';

const out: readonly KeyHint[] = [
  ['1-4', 'edit'],
  ['y', 'copy request id'],
  ['v', 'raw'],
  ['Esc', 'back'],
];

/** What the dry run found: ready, or what to mend first. */
export function DryRunResultScreen({ state }: { state: StateOf<'dryRunDone'> }) {
  const { engine } = useScreens();
  const { report, session, move } = state;
  const isClean = report.clean !== null;
  useStepKeys(report.findings);
  useKeys((key) => {
    if (key.kind === 'enter' && isClean) engine.dispatch({ type: 'confirmationOpened' });
    else if (isText(key, 'r')) engine.dispatch({ type: 'dryRunAsked' });
    else return false;
    return true;
  });
  const keys: KeyHint[] = isClean ? [['Enter', 'go on'], ['r', 'run again'], ...out] : [['r', 'run again'], ...out];
  return (
    <Frame title={titleOf(session)} steps={{ current: dryRunStep }} keys={keys} cutText="v shows all">
      <Verdict
        severity={isClean ? 'passed' : 'error'}
        text={isClean ? 'Ready. The service found no problem, and moved nothing.' : 'Not ready. Nothing was moved.'}
      />
      <Text>{`  ${planText(move.id)}, ${utcTime(report.at)}`}</Text>
      <Box height={1} />
      <FindingsBySpeaker findings={report.findings} />
      {isClean ? null : (
        <Paragraph text="The service reports one problem at a time. After a fix, another may appear." />
      )}
      <RawLine report={report} />
    </Frame>
  );
}

function FindingsBySpeaker({ findings }: { findings: readonly Finding[] }) {
  const own = findings.filter(({ from }) => from === 'check');
  const service = findings.filter(({ from }) => from !== 'check');
  return (
    <>
      <Speaker title="From the service" findings={service} />
      <Speaker title="From our own checks" findings={own} />
    </>
  );
}

function Speaker({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Box flexDirection="column" flexShrink={0} marginBottom={1}>
      <Text>{title}</Text>
      <Findings findings={findings} max={2} moreHint="v shows all" />
    </Box>
  );
}

function RawLine({ report }: { report: StateOf<'dryRunDone'>['report'] }) {
  const theme = useTheme();
  const id = report.requestId ?? report.clientRequestId;
  const http = report.findings.find(({ service }) => service !== null)?.service?.status;
  const status = report.rawStatus ?? (http === undefined ? 'none' : `HTTP ${http}`);
  return (
    <Box marginTop={1}>
      <Text wrap="truncate-end" {...toneOf('quiet', theme)}>
        {`Status ${status}${id === null ? '' : `   request-id ${id}`}`}
      </Text>
    </Box>
  );
}
