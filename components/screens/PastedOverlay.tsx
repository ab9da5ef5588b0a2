import { Text } from 'ink';
import { useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import { progress } from '../../src/plan/progress.ts';
import { cleanText } from '../../src/problems/clean.ts';
import type { State } from '../../src/wizard/state.ts';
import { pastedAsCsv, pastedName } from '../../src/wizard/wave/pasted.ts';
import { useScreens } from '../app/context.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SelectInput } from '../inputs/SelectInput/SelectInput.tsx';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { titleOf } from './titles.ts';

const ways = [
  { value: 'back', label: 'Back to the field, and take nothing' },
  { value: 'open', label: 'Open them as many moves', description: 'Nothing is sent: they are read and checked first.' },
] as const;

/** Several lines were pasted where one is taken: they may be meant as many moves. */
export function PastedOverlay({ state }: { state: State }) {
  const { engine, close, openWave, pasted } = useScreens();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useKeys((key) => {
    if (key.kind !== 'escape') return false;
    close();
    return true;
  });
  const choose = async (way: (typeof ways)[number]['value']): Promise<void> => {
    if (way === 'back') return close();
    const { known } = progress(state.typed, { now: engine.now(), zone: state.session.zone });
    setFindings(await openWave({ name: pastedName, text: pastedAsCsv(pasted, known.type ?? null) }));
  };
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[
        [`Enter or 1-${ways.length}`, 'choose'],
        ['Up Down', 'move'],
        ['Esc', 'back'],
      ]}
    >
      <Text bold>{`${pasted.length} lines were pasted, and the field takes one.`}</Text>
      <Gap />
      {pasted.slice(0, 3).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
        <Line key={at} text={`  ${cleanText(line)}`} />
      ))}
      <Gap />
      <SelectInput choices={ways} onChoose={(way) => void choose(way)} />
      <Gap />
      {findings.length > 0 ? <Findings findings={findings} max={1} /> : <Paragraph text="Nothing was taken yet." />}
    </Frame>
  );
}
