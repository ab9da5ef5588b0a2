import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { hasErrors } from '../../src/plan/finding.ts';
import { sourceLabel } from '../../src/tasks/source-key.ts';
import { confirmRows, evidence, onePass, submitQuestion } from '../../src/wizard/confirm-words.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { confirmStep } from '../../src/wizard/steps.ts';
import { purposeOfWord, wordToSubmit } from '../../src/wizard/submit-word.ts';
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
import { titleOf } from './titles.ts';
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
    <Frame title={titleOf(state.session)} steps={{ current: confirmStep }} keys={keys} helpKey={isBlocked ? '?' : 'F1'}>
      <Pinned
        cutText={isBlocked ? 'v shows all' : LARGER}
        below={
          isBlocked ? (
            <Findings findings={state.findings} max={1} />
          ) : isAsking ? null : (
            <Final>
              <ConfirmInput
                word={wordToSubmit(state.session)}
                purpose={purposeOfWord(state.session)}
                isActive={!isCovered}
                onConfirm={(typed) => engine.dispatch({ type: 'confirmed', word: typed })}
              />
            </Final>
          )
        }
      >
        <Text bold>{submitQuestion(state.session)}</Text>
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
  const rows = confirmRows(state);
  return <Definitions rows={rows} isTight={linesOf(rows, width) > height - FIXED_LINES} />;
}

/** Never off the screen: what the word cannot take back. */
function Final({ children }: { children: ReactNode }) {
  return (
    <>
      <Verdict severity="warning" text={onePass} />
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
  const { move, look, findings } = state;
  const [dryRun, ...others] = evidence(state, now);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {dryRun ? <Verdict {...dryRun} /> : null}
      {look === null && findings.length === 0 ? (
        <Busy text={`Asking the service about ${sourceLabel(move.plan)}`} />
      ) : null}
      {others.map(({ severity, text }) => (
        <Verdict key={text} severity={severity} text={text} />
      ))}
    </Box>
  );
}
