import { Box } from 'ink';
import { KeyOverlay } from '../inputs/keys/KeyRouter.tsx';
import { Line } from '../text/Line.tsx';
import { MODE_WORDS, useTheme } from '../theme.ts';
import { drawnSize, type Size, SMALLEST } from './layout.ts';
import { type Title, titleText } from './title.ts';

type Props = {
  size: Size;
  title: Title;
  /** The command that does the same without a window. */
  lineCommand: string;
};

/** Instead of a frame that would not fit. No key reaches the screen that cannot be seen. */
export function SmallWindow({ size, title, lineCommand }: Props) {
  const { symbols } = useTheme();
  const { width, height } = drawnSize(size);
  const mode = title.mode ? ` ${symbols.dot} ${MODE_WORDS[title.mode]}` : '';
  const lines = [
    titleText(title, Math.max(8, width - 1 - mode.length), symbols) + mode,
    `Window is ${size.columns}x${size.rows}. Needs ${SMALLEST.columns}x${SMALLEST.rows}.`,
    'Make it larger, or run:',
    `  ${lineCommand}`,
    'Work in the service goes on.',
  ];
  return (
    <KeyOverlay>
      <Box flexDirection="column" width={width} height={height} overflow="hidden">
        {lines.map((line) => (
          <Line key={line} text={` ${line}`} width={width} />
        ))}
      </Box>
    </KeyOverlay>
  );
}
