import { Text } from 'ink';
import type { Copyable } from '../../src/wizard/copy-text.ts';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { Title } from '../frame/title.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { shellLines } from '../text/shell-lines.ts';

type Props = { title: Title; copyable: Copyable; onClose: () => void };

/** A text to be selected by hand, where nothing could take it. */
export function CopyOverlay({ title, copyable, onClose }: Props) {
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'enter' && !isText(key, 'y')) return false;
    onClose();
    return true;
  });
  return (
    <Frame title={title} keys={[['Esc', 'back']]}>
      <Text>{`No clipboard was found here. Select the ${copyable.name} with the mouse:`}</Text>
      <Gap />
      <Selectable text={copyable.text} />
    </Frame>
  );
}

/** Broken between words where it can be, so that a shell takes what was selected as it is. */
function Selectable({ text }: { text: string }) {
  const lines = shellLines(text, useContent().width);
  return <Text wrap="hard">{lines?.join('\n') ?? text}</Text>;
}
