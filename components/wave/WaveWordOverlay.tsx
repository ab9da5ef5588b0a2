import { Text } from 'ink';
import type { NumberWords } from '../../src/wizard/wave/number-questions.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { ConfirmInput } from '../inputs/ConfirmInput/ConfirmInput.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { titleOf } from '../screens/titles.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { useWave } from './context.ts';

type Props = { state: WaveState; words: NumberWords; onWord: (word: string) => void };

/** A typed number before something that moves or cancels many. Another number asks anew. */
export function WaveWordOverlay({ state, words, onWord }: Props) {
  const { close } = useWave();
  const { question, lines, rows, purpose } = words;
  const count = rows.length;
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
    close();
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[
        ['Enter', `go on, after the number ${count}`],
        ['Esc', 'back'],
      ]}
      helpKey="F1"
    >
      <Text bold>{question}</Text>
      <Gap />
      {lines.map((line) => (
        <Paragraph key={line} text={line} />
      ))}
      <Gap />
      <ConfirmInput
        key={count}
        word={String(count)}
        purpose={purpose}
        onConfirm={(word) => {
          close();
          onWord(word);
        }}
      />
    </Frame>
  );
}
