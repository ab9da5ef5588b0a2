import { Text } from 'ink';
import { useTheme } from '../theme.ts';

/** A line across. */
export function Rule({ width }: { width: number }) {
  const { symbols } = useTheme();
  return <Text wrap="truncate-end">{symbols.rule.repeat(width)}</Text>;
}
