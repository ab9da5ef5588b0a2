import { Text } from 'ink';
import { useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { State } from '../../src/wizard/state.ts';
import { fileNotNamed } from '../../src/wizard/wave/many-findings.ts';
import {
  fileExample,
  fileForm,
  fileRest,
  fileToBegin,
  pathTyped,
  whichFile,
} from '../../src/wizard/wave/many-words.ts';
import { useScreens } from '../app/context.ts';
import { Busy } from '../frame/Busy.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { TextInput } from '../inputs/TextInput/TextInput.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { titleOf } from './titles.ts';

/** Which file many moves are in. */
export function ManyOverlay({ state }: { state: State }) {
  const { close, openWave, offerPasted } = useScreens();
  const [tried, setTried] = useState<{ count: number; text: string; findings: readonly Finding[] }>(notTried);
  const [opening, setOpening] = useState<string | null>(null);
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
    close();
    return true;
  });
  const read = async (text: string): Promise<void> => {
    if (pathTyped(text) === '') return setTried({ count: tried.count + 1, text: '', findings: [fileNotNamed] });
    setOpening(pathTyped(text));
    const findings = await openWave({ path: pathTyped(text) });
    setOpening(null);
    if (findings.length > 0) setTried({ count: tried.count + 1, text, findings });
  };
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[...(opening !== null ? [] : [['Enter', 'read it'] as const]), ['Esc', 'back'], ['Ctrl+C', 'leave']]}
      helpKey="F1"
    >
      <Text bold>{whichFile}</Text>
      <Gap />
      {opening !== null ? (
        <Busy text={`Reading ${opening}`} />
      ) : (
        <TextInput
          key={tried.count}
          initial={tried.text}
          example={`for example ${fileExample}`}
          onPasteMany={offerPasted}
          onSubmit={(text) => void read(text)}
        />
      )}
      <Gap />
      {tried.findings.length > 0 ? (
        <Findings findings={tried.findings} max={1} />
      ) : (
        <>
          <Paragraph text={fileForm} />
          <Paragraph text={`${fileRest} Lines can be pasted here too.`} />
          <Gap />
          <Paragraph text={fileToBegin} />
        </>
      )}
    </Frame>
  );
}

const notTried = { count: 0, text: '', findings: [] };
