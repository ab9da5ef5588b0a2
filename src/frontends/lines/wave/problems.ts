import type { Severity } from '../../../plan/finding.ts';
import { mayBeChecked } from '../../../wizard/wave/lines.ts';
import { expectedForm, problemPlace } from '../../../wizard/wave/problem-place.ts';
import { type Problem, readCounts } from '../../../wizard/wave/wave-problems.ts';
import type { WaveLine, WaveStateOf } from '../../../wizard/wave/wave-state.ts';
import { counted, numbered, waveFacts, waveFindings } from '../../../wizard/wave/wave-summary.ts';
import { fileLabel } from '../../../wizard/wave/wave-title.ts';
import { checkOrder, columnsText, nothingAgainst, nothingMovedYet, readText } from '../../../wizard/wave/wave-words.ts';
import { spokenFinding } from '../spoken-finding.ts';
import type { Line } from '../voice.ts';
import { sayOnce } from './once.ts';

/** A problem and the number by which it is spoken of. It keeps it while the file is mended. */
export type Numbered = { number: number; problem: Problem };

/** Gives out numbers in the order in which problems are met, and the same one again. */
export function createNumbers(): (problems: readonly Problem[]) => Numbered[] {
  const known = new Map<string, number>();
  return (problems) =>
    problems.map((problem) => {
      const key = keyOf(problem);
      const number = known.get(key) ?? known.size + 1;
      known.set(key, number);
      return { number, problem };
    });
}

const keyOf = ({ finding: { code, at }, line, rows }: Problem): string =>
  rows > 1 ? code : [code, line?.row ?? '', at?.line ?? '', at?.column ?? '', at?.value ?? ''].join('\n');

/** So many are told at once; the others when they are asked for. */
const mostTold = 20;

const words: Readonly<Record<Severity, string>> = { error: 'Problem', warning: 'Warning', info: 'Note' };

/** Problems from one number on. What is said of several in the same words is said with the first. */
export function problemLines(problems: readonly Numbered[], from = 1): Line[] {
  const meant = problems.filter(({ number }) => number >= from);
  const told = meant.slice(0, mostTold);
  const next = meant[mostTold];
  return [
    ...sayOnce(told.flatMap(spokenProblem)),
    ...(next === undefined
      ? []
      : [`And ${numbered(meant.length - mostTold)} more. Type problems ${next.number} to hear them.`]),
  ];
}

function spokenProblem({ number, problem }: Numbered): Line[] {
  const { finding, fix } = problem;
  const form = expectedForm(problem);
  return [
    `${words[finding.severity]} ${number}: ${problemPlace(problem).join(', ')}. Code ${finding.code}.`,
    ...spokenFinding(finding).slice(1),
    ...(fix === null ? [] : [`Fix: type fix ${number} to take ${fix.text}.`]),
    ...(form === null ? [] : [`Form: ${form}`]),
  ];
}

const howMany = (problems: readonly Numbered[]): string =>
  `${counted(problems.length, 'finding')}, each with its number. What several have in common is said once.`;

/** A file that was just read: what it says, and everything that is wrong with it. */
export function readingLines(state: WaveStateOf<'reading'>, problems: readonly Numbered[]): Line[] {
  const ready = state.lines.filter(mayBeChecked);
  return [
    `File ${fileLabel(state)}.`,
    countsOf(state),
    columnsText(state),
    ...(problems.length === 0 ? [nothingAgainst] : []),
    ...(problems.length > 1 ? [howMany(problems)] : []),
    ...problemLines(problems),
    ...(ready.length === 0 ? [] : [readyLine(state, ready)]),
    ...waveFindings(ready, state.session).map(({ what, why }) => `Warning: ${what} ${why}`),
    ...(ready.length === 0 ? [] : [`Next the service is asked about every row. ${nothingMovedYet}`, checkOrder]),
  ];
}

const readyLine = ({ session }: WaveStateOf<'reading'>, ready: readonly WaveLine[]): string =>
  `Ready: ${waveFacts(ready, session.zone)
    .map(({ term, value }, at) => (at === 0 ? value : `${term.toLowerCase()} ${value}`))
    .join('; ')}.`;

/** How many rows there are now, and what was not there before. */
export const againLines = (state: WaveStateOf<'reading'>, fresh: readonly Numbered[]): Line[] => [
  countsOf(state),
  ...problemLines(fresh),
];

const countsOf = (state: WaveStateOf<'reading'>): string => `${readText(readCounts(state)).replace(/ {2,}/g, ', ')}.`;
