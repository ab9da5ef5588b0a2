import { Text } from 'ink';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { counted } from '../../src/wizard/wave/wave-summary.ts';
import { writtenText } from '../../src/wizard/wave/wave-words.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SelectInput } from '../inputs/SelectInput/SelectInput.tsx';
import { titleOf } from '../screens/titles.ts';
import { useWave } from './context.ts';

const forms = [
  { value: 'csv', label: 'CSV', description: 'For Excel. One line a row.' },
  { value: 'json', label: 'JSON', description: 'For scripts.' },
  { value: 'md', label: 'Markdown', description: 'For a change board.' },
] as const;

/** In which form the rows that the table shows are written. */
export function ExportOverlay({ state, rows }: { state: WaveState; rows: readonly number[] }) {
  const { engine, close, say } = useWave();
  useKeys((key) => {
    if (key.kind !== 'escape') return false;
    close();
    return true;
  });
  const write = async (form: (typeof forms)[number]['value']): Promise<void> => {
    const wanted = new Map(state.lines.map((line) => [line.row, line]));
    const written = await engine.exportRows(
      rows.flatMap((row) => wanted.get(row) ?? []),
      form,
    );
    say(writtenText(written));
  };
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[
        [`Enter or 1-${forms.length}`, 'choose'],
        ['Up Down', 'move'],
        ['Esc', 'back'],
      ]}
    >
      <Text bold>{`Export the ${counted(rows.length, 'row')} that the table shows?`}</Text>
      <Gap />
      <SelectInput
        choices={forms}
        onChoose={(form) => {
          close();
          void write(form);
        }}
      />
    </Frame>
  );
}
