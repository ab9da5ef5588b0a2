import { Box, Text } from 'ink';
import type { Known, QuestionId } from '../../src/plan/answers.ts';
import { questionAt } from '../../src/plan/questions.ts';
import { bothTimes } from '../../src/plan/schedule.ts';
import type { Typed } from '../../src/plan/typed.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { toneOf, useTheme } from '../theme.ts';

type Props = { id: QuestionId; known: Known; typed: Typed; zone: string };

/** A question of this step that is answered already. */
export function AnsweredLine({ id, known, typed, zone }: Props) {
  const theme = useTheme();
  return (
    <Box flexDirection="column" marginBottom={1}>
      <Text>{questionAt(id).label(known)}</Text>
      <Text wrap="truncate-middle" {...toneOf('strong', theme)}>
        {answerText(id, known, typed, zone)}
      </Text>
    </Box>
  );
}

function answerText(id: QuestionId, known: Known, typed: Typed, zone: string): string {
  const value = known[id];
  if (typeof value === 'number') return bothTimes(value, zone);
  const choice = questionAt(id).choices?.find((one) => one.value === value);
  return choice?.label ?? (cleanText(typed[id]?.text ?? '') || 'none');
}
