import { Text } from 'ink';
import { sourceLabel } from '../../src/tasks/source-key.ts';
import { cancelWord } from '../../src/wizard/following.ts';
import type { Followed, State } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { ConfirmInput } from '../inputs/ConfirmInput/ConfirmInput.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { titleOf } from './titles.ts';

type About = 'cancel' | 'resend';
type Props = { state: State; about: About; onWord: (word: string) => void };

const texts: { readonly [K in About]: { question: string; purpose: string; lines: readonly string[] } } = {
  cancel: {
    question: 'Cancel the queued task?',
    purpose: 'to cancel it',
    lines: [
      'The service may still refuse. The task is read back until it says cancelled.',
      'A cancelled source can be planned again later.',
    ],
  },
  resend: {
    question: 'Send it once more?',
    purpose: 'to send it once more',
    lines: [
      'The service was asked for five minutes and knows no task for this source.',
      'A new dry run comes first; only when it is clean is the same plan sent again.',
    ],
  },
};

const aboutText = ({ move, task }: Followed): string =>
  `  ${sourceLabel(move.plan)}${task?.id ? `, task ${task.id}` : ''}`;

/** A typed word before something that moves or cancels. */
export function WordOverlay({ state, about, onWord }: Props) {
  const { close } = useScreens();
  const { question, purpose, lines } = texts[about];
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
      {'followed' in state ? <Line cut="middle" text={aboutText(state.followed)} /> : null}
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
