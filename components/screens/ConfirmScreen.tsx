import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { hasErrors } from '../../src/plan/finding.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { bothTimes, duration } from '../../src/plan/schedule.ts';
import { sourceLabel, targetLabel } from '../../src/tasks/source-key.ts';
import { submitWord } from '../../src/wizard/checking.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { useNow } from '../app/use-engine.ts';
import { Beside } from '../frame/Beside.tsx';
import { Busy } from '../frame/Busy.tsx';
import { useContent } from '../frame/content.ts';
import { Definitions, linesOf } from '../frame/Definitions.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame, LARGER } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { Pinned } from '../frame/Pinned.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { ConfirmInput } from '../inputs/ConfirmInput/ConfirmInput.tsx';
import { useTheme } from '../theme.ts';
import { confirmStep } from './steps.ts';
import { kindName, planText, sourceName, targetName, titleOf } from './titles.ts';
import { useStepKeys } from './use-step-keys.ts';
import { WhatHappens } from './WhatHappens.tsx';

/**
 * The last screen before a real move: it opens empty, and only the typed word goes on. It never scrolls. Where room is
 * short the empty lines go first, then what was checked, then what happens; then long names lose their middle. Who, where
 * to, when, that it is final and the field for the word stay, down to the smallest window.
 */
export function ConfirmScreen({ state }: { state: StateOf<'confirming'> }) {
  const { engine, isCovered } = useScreens();
  const isBlocked = hasErrors(state.findings);
  const isAsking = state.waitingFor !== null;
  useStepKeys();
  const keys: readonly KeyHint[] = isBlocked
    ? [['1-4', 'edit'], ['v', 'details'], ...backKeys]
    : isAsking
      ? backKeys
      : [['Enter', 'send'], ...backKeys];
  return (
    <Frame title={titleOf(state.session)} steps={{ current: confirmStep }} keys={keys} helpKey="F1">
      <Pinned
        cutText={isBlocked ? 'v shows all' : LARGER}
        below={
          isBlocked ? (
            <Findings findings={state.findings} max={1} />
          ) : isAsking ? null : (
            <Final>
              <ConfirmInput
                word={submitWord}
                purpose="to submit"
                isActive={!isCovered}
                onConfirm={(typed) => engine.dispatch({ type: 'confirmed', word: typed })}
              />
            </Final>
          )
        }
      >
        <Text bold>
          {state.session.mode === 'simulator' ? 'Submit 1 migration on the simulator?' : 'Submit 1 live migration?'}
        </Text>
        <Subject state={state} />
        <Gap />
        <Beside left={<WhatHappens type={state.move.plan.type} />} right={<Evidence state={state} />} />
        <Gap />
      </Pinned>
    </Frame>
  );
}

/** The heading, the line that says what is cut, what is final, and the field with the line below it. */
const FIXED_LINES = 6;

/** What moves, where to, and when. */
function Subject({ state }: { state: StateOf<'confirming'> }) {
  const { width, height } = useContent();
  const rows = rowsOf(state);
  return <Definitions rows={rows} isTight={linesOf(rows, width) > height - FIXED_LINES} />;
}

/** Never off the screen: what the word cannot take back. */
function Final({ children }: { children: ReactNode }) {
  return (
    <>
      <Verdict
        severity="warning"
        text="One pass: it cannot be undone or repeated. Cancelling may work until it starts; after that nobody can."
      />
      {children}
    </>
  );
}

const backKeys: readonly KeyHint[] = [
  ['Esc', 'back, nothing is sent'],
  ['Ctrl+C', 'leave'],
];

/** What was checked before: the dry run of this very plan, and the source in the service. */
function Evidence({ state }: { state: StateOf<'confirming'> }) {
  const { engine } = useScreens();
  const { motion } = useTheme();
  const now = useNow(engine, 1000, motion);
  const { report, move, look, findings } = state;
  const age = duration(Math.max(0, now - report.at));
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Verdict severity="passed" text={`Dry run of this same ${planText(move.id)} passed ${age} ago (valid 60 min).`} />
      {look === null && findings.length === 0 ? (
        <Busy text={`Asking the service about ${sourceLabel(move.plan)}`} />
      ) : null}
      {look?.found === 'nothing' ? (
        <Verdict severity="passed" text={`No task found for ${sourceLabel(move.plan)} (asked the service just now).`} />
      ) : null}
      {look?.found === 'unknowable' ? (
        <Verdict severity="warning" text="A source given by object id alone cannot be looked up." />
      ) : null}
      {findings
        .filter(({ severity }) => severity !== 'error')
        .map(({ code, what, why }) => (
          <Verdict key={code} severity="warning" text={`${what} ${why}`} />
        ))}
    </Box>
  );
}

function rowsOf({ move, session }: StateOf<'confirming'>) {
  const { plan } = move;
  return [
    { term: 'From', value: `${sourceName(session)}: ${sourceLabel(plan)} (${kindName[plan.type]})` },
    { term: 'To', value: `${targetName(session)}: ${targetLabel(plan)}` },
    { term: 'At', value: destinationText(plan) },
    {
      term: 'Start',
      value: plan.start === 'now' ? 'as soon as the service has room' : bothTimes(plan.start, session.zone),
    },
    ...(plan.latestStart === null
      ? []
      : [{ term: 'Cancel', value: `by itself if not started by ${bothTimes(plan.latestStart, session.zone)}` }]),
  ];
}

function destinationText({ destination }: Plan): string {
  if (destination.by === 'host') return `host ${destination.host}`;
  const { organizationId, location } = destination;
  if (location === 'unset') return `organization ${organizationId}`;
  return `organization ${organizationId}, ${location === null ? 'default location' : `location ${location}`}`;
}
