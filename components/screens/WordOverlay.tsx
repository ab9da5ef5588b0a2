import { Text } from 'ink';
import { cancelWord } from '../../src/wizard/following.ts';
import type { State } from '../../src/wizard/state.ts';
import { type WordFor, wordQuestions, wordSubject } from '../../src/wizard/word-questions.ts';
import { useScreens } from '../app/context.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { ConfirmInput } from '../inputs/ConfirmInput/ConfirmInput.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { titleOf } from './titles.ts';

type Props = { state: State; about: WordFor; onWord: (word: string) => void };

/** A typed word before something that moves or cancels. */
export function WordOverlay({ state, about, onWord }: Props) {
  const { close } = useScreens();
  const { question, purpose, lines } = wordQuestions[about];
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
    close();
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[
        ['Enter', `go on, after the word ${cancelWord}`],
        ['Esc', 'back'],
      ]}
      helpKey="F1"
    >
      <Text bold>{question}</Text>
      <Gap />
      {'followed' in state ? <Line cut="middle" text={`  ${wordSubject(state.followed)}`} /> : null}
      <Gap />
      {lines.map((line) => (
        <Paragraph key={line} text={line} />
      ))}
      <Gap />
      <ConfirmInput
        word={cancelWord}
        purpose={purpose}
        onConfirm={(word) => {
          close();
          onWord(word);
        }}
      />
    </Frame>
  );
}
