import type { Known, QuestionId } from '../../src/plan/answers.ts';
import { questionAt } from '../../src/plan/questions.ts';
import { bothTimes } from '../../src/plan/schedule.ts';
import type { Typed } from '../../src/plan/typed.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { Line } from '../text/Line.tsx';

type Props = { id: QuestionId; known: Known; typed: Typed; zone: string };

/** A question of this step that is answered already. */
export const AnsweredLine = ({ id, known, typed, zone }: Props) => (
  <Line cut="middle" text={`${questionAt(id).label(known)}: ${answerText(id, known, typed, zone)}`} />
);

function answerText(id: QuestionId, known: Known, typed: Typed, zone: string): string {
  const value = known[id];
  if (typeof value === 'number') return bothTimes(value, zone);
  const choice = questionAt(id).choices?.find((one) => one.value === value);
  return choice?.label ?? (cleanText(typed[id]?.text ?? '') || 'none');
}
