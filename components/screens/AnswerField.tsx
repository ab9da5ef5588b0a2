import { Box } from 'ink';
import { useRef } from 'react';
import type { Known } from '../../src/plan/answers.ts';
import { defaultOf } from '../../src/plan/progress.ts';
import { questionAt } from '../../src/plan/questions.ts';
import { fixFor, offerFor, originOf } from '../../src/wizard/answering.ts';
import { sideOf } from '../../src/wizard/names.ts';
import { manyAtOnce } from '../../src/wizard/sentences.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { completionFor } from '../../src/wizard/suggest.ts';
import { useScreens } from '../app/context.ts';
import { useContent } from '../frame/content.ts';
import { SelectInput } from '../inputs/SelectInput/SelectInput.tsx';
import { TextInput } from '../inputs/TextInput/TextInput.tsx';
import { Line } from '../text/Line.tsx';

type Props = {
  state: StateOf<'asking'>;
  known: Known;
  onChange: (text: string) => void;
  onOffer: (isOffered: boolean) => void;
};

/** The widget of the open question: a list where there are choices, else a line of text. */
export function AnswerField(props: Props) {
  return questionAt(props.state.at).choices ? <ChoiceField state={props.state} /> : <LineField {...props} />;
}

/** The prompt and the line below it. */
const PROMPT = 2;
/** From this height on choices stand apart. */
const ROOMY = 12;

const many = { value: 'many', label: manyAtOnce.label, description: `${manyAtOnce.needs} Opens the bulk table.` };

function ChoiceField({ state }: Pick<Props, 'state'>) {
  const { engine, isCovered, open } = useScreens();
  const { choices = [] } = questionAt(state.at);
  const { height } = useContent();
  const initial = state.typed[state.at]?.text ?? defaultOf(state.typed, state.at);
  return (
    <SelectInput
      choices={[
        ...choices.map(({ value, label, needs }) => ({ value, label, description: needs })),
        ...(state.at === 'type' ? [many] : []),
      ]}
      {...(initial === undefined ? {} : { initial })}
      isSpaced={height > ROOMY}
      height={height - PROMPT}
      isActive={!isCovered}
      onChoose={(text) => {
        if (text === many.value) open('many');
        else engine.dispatch({ type: 'answered', id: state.at, text, origin: 'typed' });
      }}
    />
  );
}

function LineField({ state, known, onChange, onOffer }: Props) {
  const { engine, isCovered, offerPasted } = useScreens();
  const { at, typed, session } = state;
  const question = questionAt(at);
  const offered = offerFor(state, known);
  const entry = typed[at];
  const isTyped = useRef(false);
  return (
    <Box flexDirection="column">
      <Line text={`${question.label(known)}${sideOf(at, session)}`} />
      <TextInput
        initial={entry?.text ?? ''}
        complete={(text) => completionFor(session.hints, known, at, text, offered)}
        suggestion={fixFor(state)}
        recall={engine.recall(at)}
        example={`for example ${question.example(known)}`}
        {...(entry && entry.origin !== 'typed' ? { note: entry.origin } : {})}
        isActive={!isCovered}
        onChange={(text) => {
          isTyped.current = text !== '' && text !== offered?.text;
          onChange(text);
        }}
        onOffer={onOffer}
        onPasteMany={offerPasted}
        onSubmit={(text) => {
          const origin = originOf(text, entry, isTyped.current ? null : offered);
          engine.dispatch({ type: 'answered', id: at, text, origin });
        }}
      />
    </Box>
  );
}
