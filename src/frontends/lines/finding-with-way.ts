import type { Finding } from '../../plan/finding.ts';
import { questionAt, questionIds } from '../../plan/questions.ts';
import { stepNumber } from '../../wizard/steps.ts';
import { spokenFinding } from './spoken-finding.ts';
import type { Line } from './voice.ts';

/** A finding, and the word that leads to what has to be mended, where it is an answer. */
export function findingWithWay(finding: Finding): Line[] {
  const id = questionIds.find((one) => one === finding.field);
  const way = id === undefined ? [] : [`Change: type ${stepNumber[questionAt(id).step]}`];
  return [...spokenFinding(finding), ...way];
}
