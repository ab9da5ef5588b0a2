import { Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import { truncateEnd } from '../text/truncate.ts';
import { padEndTo } from '../text/width.ts';
import { type MarkedState, STATE_WORD_WIDTH, stateMark, toneOf, useTheme } from '../theme.ts';

type Props = {
  state: MarkedState;
  /** The service's own word, shown instead of ours where we do not know it. */
  rawStatus?: string;
};

/** A state as symbol and word, always equally wide. */
export function StatusBadge({ state, rawStatus = '' }: Props) {
  const theme = useTheme();
  const { symbol, word, tone } = stateMark(state, theme);
  const raw = state === 'unknown' ? truncateEnd(cleanText(rawStatus), STATE_WORD_WIDTH, theme.symbols.ellipsis) : '';
  return (
    <Text wrap="truncate-end" {...toneOf(tone, theme)}>
      {`${symbol} ${padEndTo(raw === '' ? word : raw, STATE_WORD_WIDTH)}`}
    </Text>
  );
}
