import { Box, Text } from 'ink';
import { useTheme } from '../theme.ts';
import { type StepLabel, stepLines } from './layout.ts';

/** The steps of the wizard. */
const WIZARD_STEPS: readonly string[] = ['Type', 'Who', 'Target', 'When', 'Request', 'Dry run', 'Confirm'];

export type Steps = {
  /** Counted from 1. */
  current: number;
  labels?: readonly string[];
  /** The numbers of those that are done; all before the current one when absent. */
  done?: readonly number[];
};

type Props = Steps & {
  width: number;
  /** In one row only the current step keeps its name; in two it is underlined. */
  rows: 1 | 2;
};

/** Where in the wizard we are: done steps are ticked, the current one is named or underlined. */
export function StepBar({ current, labels = WIZARD_STEPS, done, width, rows }: Props) {
  const { symbols } = useTheme();
  const steps = labels.map((label, index): StepLabel => {
    const number = index + 1;
    return { number, label, isDone: done ? done.includes(number) : number < current };
  });
  const { names, underline } = stepLines(steps, current, rows === 1 ? 0 : width - 1, symbols.completed);
  return (
    <Box flexDirection="column" flexShrink={0} height={rows}>
      <Text wrap="truncate-end"> {names}</Text>
      {rows === 1 ? null : <Text wrap="truncate-end"> {underline.replaceAll('=', symbols.underline)}</Text>}
    </Box>
  );
}
