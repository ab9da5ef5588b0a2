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

/** Where in the wizard we are: done steps are ticked, the current one is underlined. */
export function StepBar({ current, labels = WIZARD_STEPS, done, width }: Steps & { width: number }) {
  const { symbols } = useTheme();
  const steps = labels.map((label, index): StepLabel => {
    const number = index + 1;
    return { number, label, isDone: done ? done.includes(number) : number < current };
  });
  const { names, underline } = stepLines(steps, current, width - 1, symbols.completed);
  return (
    <Box flexDirection="column" flexShrink={0} height={2}>
      <Text wrap="truncate-end"> {names}</Text>
      <Text wrap="truncate-end"> {underline.replaceAll('=', symbols.underline)}</Text>
    </Box>
  );
}
