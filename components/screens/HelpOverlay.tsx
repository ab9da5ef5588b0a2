import { useState } from 'react';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import type { Title } from '../frame/title.ts';
import { KeyOverlay } from '../inputs/keys/KeyRouter.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { ScrollView } from '../inputs/ScrollView/ScrollView.tsx';
import { type HelpTopic, helpLines } from './help-lines.ts';

type Props = { title: Title; screen: HelpTopic; onClose: () => void };

/** Keys and words, over any screen. */
export function HelpOverlay(props: Props) {
  return (
    <KeyOverlay>
      <Help {...props} />
    </KeyOverlay>
  );
}

function Help({ title, screen, onClose }: Props) {
  const [isLong, setLong] = useState(false);
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'help' && !isText(key, '?') && !isText(key, 'q')) return false;
    onClose();
    return true;
  });
  return (
    <Frame title={title} keys={[...(isLong ? [['Up Down', 'scroll'] as const] : []), ['Esc or ?', 'closes']]}>
      <Lines screen={screen} onLong={setLong} />
    </Frame>
  );
}

function Lines({ screen, onLong }: { screen: HelpTopic; onLong: (isLong: boolean) => void }) {
  const { width } = useContent();
  return <ScrollView lines={helpLines(screen, width)} onLong={onLong} />;
}
