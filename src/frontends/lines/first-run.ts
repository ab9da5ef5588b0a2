import type { FirstRun, FirstStep } from '../../wizard/first-run.ts';
import type { Line } from './voice.ts';

export const noProfileYet =
  'No profile is saved yet. Type first steps to hear what to prepare for moves between tenants of your own.';

/** What has to be prepared before the first move, step by step. */
export const firstRunLines = ({ title, why, steps, page }: FirstRun): Line[] => [
  `${title}. ${steps.length} steps.`,
  ...why,
  ...steps.flatMap(stepLines),
  `All of it: ${page}`,
  'Type new profile when the app is there, or 1 to try the simulator.',
];

const stepLines = ({ title, who, lines, copy }: FirstStep, index: number): Line[] => [
  `Step ${index + 1}, ${who === 'you' ? 'by you' : `by a ${who}`}: ${title}.`,
  ...lines,
  ...(copy === null ? [] : [`Copy: ${copy}`]),
];
