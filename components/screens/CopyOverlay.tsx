import { Text } from 'ink';
import type { Copyable } from '../../src/wizard/copy-text.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { Title } from '../frame/title.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';

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
      <Text wrap="hard">{copyable.text}</Text>
    </Frame>
  );
}
