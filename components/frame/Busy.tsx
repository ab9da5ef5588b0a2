import { Text, useAnimation } from 'ink';
import { useTheme } from '../theme.ts';

const TURN = ['|', '/', '-', '\\'];

/** Says that something is under way; one cell moves, or none where motion is off. */
export function Busy({ text }: { text: string }) {
  const { motion } = useTheme();
  const { frame } = useAnimation({ interval: 250, isActive: motion });
  return <Text wrap="truncate-end">{motion ? `${TURN[frame % TURN.length]} ${text}` : `${text} ...`}</Text>;
}
