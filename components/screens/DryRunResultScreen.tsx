import { Box, Text } from 'ink';
import type { Finding } from '../../src/plan/finding.ts';
import { shortId } from '../../src/plan/plan.ts';
import { utcTime } from '../../src/plan/schedule.ts';
import { oneProblemAtATime } from '../../src/wizard/sentences.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { dryRunStep } from '../../src/wizard/steps.ts';
import { useScreens } from '../app/context.ts';
import { Beside } from '../frame/Beside.tsx';
import { Definitions } from '../frame/Definitions.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap, useGap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { Verdict } from '../frame/Verdict.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { copyHint } from './copy-hint.ts';
import { signInHint } from './sign-in-hint.ts';
import { titleOf } from './titles.ts';
import { useStepKeys } from './use-step-keys.ts';

/** What the dry run found: ready, or what to mend first. */
export function DryRunResultScreen({ state }: { state: StateOf<'dryRunDone'> }) {
  const { engine } = useScreens();
  const { report, session } = state;
  const isClean = report.clean !== null;
  useStepKeys(report.findings);
  useKeys((key) => {
    if (key.kind === 'enter' && isClean) engine.dispatch({ type: 'confirmationOpened' });
    else if (isText(key, 'r')) engine.dispatch({ type: 'dryRunAsked' });
    else return false;
    return true;
  });
  const keys: readonly KeyHint[] = [
    ...(isClean ? [['Enter', 'go on'] as const] : []),
    ['r', 'run again'],
    ...signInHint(engine, state),
    ['1-4', 'edit'],
    ...copyHint(state),
    ['v', 'all'],
    ['Esc', 'back'],
  ];
  return (
    <Frame title={titleOf(session)} steps={{ current: dryRunStep }} keys={keys} cutText="v shows all">
      <Verdict
        severity={isClean ? 'passed' : 'error'}
        text={isClean ? 'Ready. The service found no problem, and moved nothing.' : 'Not ready. Nothing was moved.'}
      />
      <Gap />
      {report.findings.length === 0 ? (
        <Facts state={state} />
      ) : (
        <Beside left={<FindingsBySpeaker findings={report.findings} />} right={<Facts state={state} />} />
      )}
    </Frame>
  );
}

function FindingsBySpeaker({ findings }: { findings: readonly Finding[] }) {
  const own = findings.filter(({ from }) => from === 'check');
  const service = findings.filter(({ from }) => from !== 'check');
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={useGap()}>
      <Speaker title="From the service" findings={service} />
      <Speaker title="From our own checks" findings={own} />
      {service.length === 0 ? null : <Paragraph text={oneProblemAtATime} />}
    </Box>
  );
}

function Speaker({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text>{title}</Text>
      <Findings findings={findings} max={2} moreHint="v shows all" />
    </Box>
  );
}

/** Which plan was asked about, and what a support case at Microsoft needs. */
function Facts({ state: { move, report } }: { state: StateOf<'dryRunDone'> }) {
  const id = report.requestId ?? report.clientRequestId;
  const http = report.findings.find(({ service }) => service !== null)?.service?.status;
  const status = report.rawStatus ?? (http === undefined ? 'none' : `HTTP ${http}`);
  return (
    <Definitions
      rows={[
        { term: 'Plan', value: `${shortId(move.id)}, checked at ${utcTime(report.at)}` },
        { term: 'Status', value: status },
        ...(id === null ? [] : [{ term: 'Request id', value: id }]),
      ]}
    />
  );
}
