import { Text } from 'ink';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { TextInput } from '../inputs/TextInput/TextInput.tsx';

type Props = { onPaste: (text: string) => void; onClose: () => void; isActive: boolean };

/** For the address that a browser on another computer ended at. */
export function PasteField({ onPaste, onClose, isActive }: Props) {
  useKeys(
    (key) => {
      if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
      onClose();
      return true;
    },
    { role: 'widget', isActive },
  );
  return (
    <>
      <Text bold>The whole address that the browser ended at:</Text>
      <TextInput onSubmit={onPaste} example="http://localhost:..." isActive={isActive} />
    </>
  );
}
