import { Box, Text } from 'ink';
import { useRef, useState } from 'react';
import type { QuestionId } from '../../src/plan/answers.ts';
import { progress } from '../../src/plan/progress.ts';
import { questionAt } from '../../src/plan/questions.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { toneOf, useTheme } from '../theme.ts';
import { AnsweredLine } from './AnsweredLine.tsx';
import { AnswerField } from './AnswerField.tsx';
import { stepNumber } from './steps.ts';
import { titleOf } from './titles.ts';

/** The questions of one step: what is answered stands above, the open one takes the keys. */
export function QuestionScreen({ state }: { state: StateOf<'asking'> }) {
  const { engine, back } = useScreens();
  const theme = useTheme();
  const typed = useRef<string | undefined>(undefined);
  const [isOffered, setOffered] = useState(false);
  const walked = progress(state.typed, { now: engine.now(), zone: state.session.zone });
  const question = questionAt(state.at);
  const inStep = walked.asked.filter((id) => questionAt(id).step === question.step);
  const isFirst = walked.asked[0] === state.at;
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
    if (isFirst) back();
    else engine.dispatch({ type: 'wentBack', ...(typed.current === undefined ? {} : { text: typed.current }) });
    return true;
  });
  const answered = inStep.slice(0, inStep.indexOf(state.at));
  const findings = aboutStep(state, inStep);
  const hasChoices = question.choices !== undefined;
  return (
    <Frame
      title={titleOf(state.session)}
      steps={{ current: stepNumber[question.step] }}
      keys={keysFor(state, hasChoices, isOffered)}
      helpKey={hasChoices ? '?' : 'F1'}
    >
      <Text bold>{question.prompt(walked.known)}</Text>
      <Box height={1} />
      {answered.map((id) => (
        <AnsweredLine key={id} id={id} known={walked.known} typed={state.typed} zone={state.session.zone} />
      ))}
      {answered.length > 0 ? <Box height={1} /> : null}
      <AnswerField
        state={state}
        known={walked.known}
        onChange={(text) => {
          typed.current = text;
        }}
        onOffer={setOffered}
      />
      <Box height={1} />
      {findings.length > 0 ? (
        <Box flexDirection="column" flexShrink={0} marginBottom={1}>
          <Findings findings={findings} max={2} />
        </Box>
      ) : null}
      <Paragraph text={question.help(walked.known)} {...toneOf('quiet', theme)} />
    </Frame>
  );
}

/** Findings about this step's answers; those about the open question first. */
const aboutStep = ({ findings, at }: StateOf<'asking'>, inStep: readonly QuestionId[]) =>
  findings
    .filter(({ field }) => inStep.some((id) => id === field))
    .sort((a, b) => Number(b.field === at) - Number(a.field === at));

function keysFor(state: StateOf<'asking'>, hasChoices: boolean, isOffered: boolean): KeyHint[] {
  const fix = state.findings.find(({ field, suggestion }) => field === state.at && suggestion !== undefined);
  return [
    ['Enter', hasChoices ? 'choose' : 'next'],
    ...(hasChoices ? [['Up Down', 'move'] as const] : []),
    ...(isOffered ? [['Tab', 'take the grey part'] as const] : []),
    ...(fix ? [['Ctrl+Y', 'accept fix'] as const] : []),
    ['Esc or Shift+Tab', 'back'],
    ['Ctrl+C', 'leave'],
  ];
}
