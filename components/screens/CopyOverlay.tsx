import { Text } from 'ink';
import { useState } from 'react';
import type { Copyable } from '../../src/wizard/copy-text.ts';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { Title } from '../frame/title.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { ScrollView } from '../inputs/ScrollView/ScrollView.tsx';
import { shellLines } from '../text/shell-lines.ts';
import { wrapText } from '../text/wrap.ts';

type Props = {
  title: Title;
  copyable: Copyable;
  /** It was asked for; otherwise it is shown because nothing could take it. */
  isWanted?: boolean;
  onClose: () => void;
};

/** A text to be selected by hand. */
export function CopyOverlay({ title, copyable, isWanted = false, onClose }: Props) {
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'enter' && !isText(key, 'y')) return false;
    onClose();
    return true;
  });
  const [isLong, setLong] = useState(false);
  const select = `elect the ${copyable.name} with the mouse:`;
  return (
    <Frame title={title} keys={[...(isLong ? [['Up Down', 'scroll'] as const] : []), ['Esc', 'back']]}>
      <Text>{isWanted ? `S${select}` : `No clipboard was found here. S${select}`}</Text>
      <Gap />
      <Selectable text={copyable.text} onLong={setLong} />
    </Frame>
  );
}

/** The sentence above, in a small window in two lines, and a gap. */
const ABOVE = 3;

/** Broken between words where it can be, so that a shell takes what was selected as it is. */
function Selectable({ text, onLong }: { text: string; onLong: (isLong: boolean) => void }) {
  const { width, height } = useContent();
  // An address may be longer than a small window.
  if (!/\s/.test(text))
    return <ScrollView lines={wrapText(text, width)} height={Math.max(1, height - ABOVE)} onLong={onLong} />;
  const lines = shellLines(text, width);
  return <Text wrap="hard">{lines?.join('\n') ?? text}</Text>;
}
