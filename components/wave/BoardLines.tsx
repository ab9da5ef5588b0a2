import { Line } from '../text/Line.tsx';
import { toneOf, useTheme } from '../theme.ts';
import type { BoardLine } from './board-lines.ts';

/** Lines above or below the table, one row each. */
export function BoardLines({ lines }: { lines: readonly BoardLine[] }) {
  const theme = useTheme();
  return (
    <>
      {lines.map(({ text, tone }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two may say the same
        <Line key={at} text={text} {...toneOf(tone, theme)} />
      ))}
    </>
  );
}
