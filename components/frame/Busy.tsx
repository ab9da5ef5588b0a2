import { useAnimation } from 'ink';
import { Line } from '../text/Line.tsx';
import { useTheme } from '../theme.ts';

const TURN = ['|', '/', '-', '\\'];

/** Says that something is under way; one cell moves, or none where motion is off. */
export function Busy({ text }: { text: string }) {
  const { motion } = useTheme();
  const { frame } = useAnimation({ interval: 250, isActive: motion });
  return <Line text={motion ? `${TURN[frame % TURN.length]} ${text}` : `${text} ...`} />;
}
