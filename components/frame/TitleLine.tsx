import { Box, Text, type TextProps } from 'ink';
import type { Mode } from '../../src/wave/entry.ts';
import { widthOf } from '../text/width.ts';
import { MODE_WORDS, useTheme } from '../theme.ts';
import { type Title, titleText } from './title.ts';

const COLOURS: { readonly [K in Mode]: string } = { live: 'red', simulator: 'cyan', custom: 'yellow' };

type Props = {
  title: Title;
  width: number;
  /** `F1` where `?` would be typed into a field. */
  helpKey?: '?' | 'F1';
};

/** Program, profile and tenants at the left; mode and help at the right. */
export function TitleLine({ title, width, helpKey = '?' }: Props) {
  const { symbols, colour } = useTheme();
  const mode = title.mode ?? null;
  const badge = mode ? ` ${MODE_WORDS[mode]} ` : '';
  const right = ` ${helpKey} help`;
  const room = width - 2 - widthOf(badge) - widthOf(right);
  const reversed: TextProps = mode && colour ? { inverse: true, color: COLOURS[mode] } : { inverse: true };
  return (
    <Box width={width} height={1} flexShrink={0} justifyContent="space-between">
      <Text wrap="truncate-end"> {titleText(title, room, symbols)}</Text>
      <Box flexShrink={0}>
        {badge === '' ? null : (
          <Text bold {...reversed}>
            {badge}
          </Text>
        )}
        <Text>{right}</Text>
      </Box>
    </Box>
  );
}
