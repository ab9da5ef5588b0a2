import { Text } from 'ink';
import { useRef, useState } from 'react';
import { progress } from '../../src/plan/progress.ts';
import { questionAt } from '../../src/plan/questions.ts';
import { aboutStep, fieldsInStep, fixFor } from '../../src/wizard/answering.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { stepNumber } from '../../src/wizard/steps.ts';
import { useScreens } from '../app/context.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap, useGap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { toneOf, useTheme } from '../theme.ts';
import { AnsweredLine } from './AnsweredLine.tsx';
import { AnswerField } from './AnswerField.tsx';
import { titleOf } from './titles.ts';

/** The questions of one step: what is answered stands above, the open one takes the keys. */
export function QuestionScreen({ state }: { state: StateOf<'asking'> }) {
  const { engine, back } = useScreens();
  const typed = useRef<string | undefined>(undefined);
  const [isOffered, setOffered] = useState(false);
  const walked = progress(state.typed, { now: engine.now(), zone: state.session.zone });
  const question = questionAt(state.at);
  const { all: inStep, before: answered, after: later } = fieldsInStep(state, walked);
  const isFirst = walked.asked[0] === state.at;
  useKeys((key) => {
    const text = typed.current === undefined ? {} : { text: typed.current };
    if (key.kind === 'tab' && later[0]) engine.dispatch({ type: 'reopened', to: later[0], ...text });
    else if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
    else if (isFirst) back();
    else engine.dispatch({ type: 'wentBack', ...text });
    return true;
  });
  const findings = aboutStep(state, inStep);
  const hasChoices = question.choices !== undefined;
  return (
    <Frame
      title={titleOf(state.session)}
      steps={{ current: stepNumber[question.step] }}
      keys={keysFor(
        state,
        question.choices === undefined ? 0 : question.choices.length + (state.at === 'type' ? 1 : 0),
        isOffered ? 'complete' : later.length > 0 ? 'next field' : null,
      )}
      helpKey={hasChoices ? '?' : 'F1'}
    >
      <Text bold>{question.prompt(walked.known)}</Text>
      <Gap />
      {answered.map((id) => (
        <AnsweredLine key={id} id={id} known={walked.known} typed={state.typed} zone={state.session.zone} />
      ))}
      {answered.length > 0 ? <Gap /> : null}
      <AnswerField
        state={state}
        known={walked.known}
        onChange={(text) => {
          typed.current = text;
        }}
        onOffer={setOffered}
      />
      <Gap />
      {later.map((id) => (
        <AnsweredLine key={id} id={id} known={walked.known} typed={state.typed} zone={state.session.zone} />
      ))}
      {later.length > 0 ? <Gap /> : null}
      {findings.length > 0 ? (
        <>
          <Findings findings={findings} max={2} />
          <Gap />
        </>
      ) : null}
      <Help text={question.help(walked.known)} isFirstToGo={findings.length > 0} />
    </Frame>
  );
}

/** What the answer means; where something is wrong and room is short, what is wrong comes first. */
function Help({ text, isFirstToGo }: { text: string; isFirstToGo: boolean }) {
  const theme = useTheme();
  const isShort = useGap() === 0;
  return isFirstToGo && isShort ? null : <Paragraph text={text} {...toneOf('quiet', theme)} />;
}

function keysFor(state: StateOf<'asking'>, choices: number, tab: string | null): KeyHint[] {
  const hasChoices = choices > 0;
  const fix = fixFor(state);
  return [
    hasChoices ? [`Enter or 1-${choices}`, 'choose'] : ['Enter', 'next'],
    ...(hasChoices ? [['Up Down', 'move'] as const] : []),
    ...(tab === null ? [] : [['Tab', tab] as const]),
    ...(fix !== undefined ? [['Ctrl+Y', 'accept fix'] as const] : []),
    [hasChoices ? 'Esc' : 'Esc or Shift+Tab', 'back'],
    ['Ctrl+C', 'leave'],
  ];
}
