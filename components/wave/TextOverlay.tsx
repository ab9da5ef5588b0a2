import { type ReactElement, useState } from 'react';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { ScrollView } from '../inputs/ScrollView/ScrollView.tsx';
import { titleOf } from '../screens/titles.ts';
import { useWave } from './context.ts';

type Props = {
  state: WaveState;
  /** Lines for a width; `v`, Enter and Esc lead back. */
  linesFor: (width: number) => readonly (string | ReactElement)[];
  hints?: readonly KeyHint[];
};

/** Text to scroll through, over a screen. */
export function TextOverlay({ state, linesFor, hints = [] }: Props) {
  const { close } = useWave();
  const [isLong, setLong] = useState(false);
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'enter' && !isText(key, 'v')) return false;
    close();
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[...(isLong ? [['Up Down', 'scroll'] as const] : []), ...hints, ['v or Esc', 'back']]}
    >
      <Lines linesFor={linesFor} onLong={setLong} />
    </Frame>
  );
}

function Lines({ linesFor, onLong }: Pick<Props, 'linesFor'> & { onLong: (isLong: boolean) => void }) {
  const { width } = useContent();
  return <ScrollView lines={linesFor(width)} onLong={onLong} />;
}
