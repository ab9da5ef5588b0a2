import { useAnimation } from 'ink';
import { Line } from '../text/Line.tsx';
import { useTheme } from '../theme.ts';

const TURN = ['|', '/', '-', '\\'];

/** The moving cell. */
export const turned = (frame: number): string => TURN[frame % TURN.length] ?? '';

/** Says that something is under way; one cell moves, or none where motion is off. */
export function Busy({ text }: { text: string }) {
  const { motion } = useTheme();
  const { frame } = useAnimation({ interval: 250, isActive: motion });
  return <Line text={motion ? `${turned(frame)} ${text}` : `${text} ...`} />;
}
